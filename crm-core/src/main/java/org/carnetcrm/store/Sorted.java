package org.carnetcrm.store;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Things in one order, as a whole and apart by what lists are asked for most, so that a page of such a list costs no more
 * than its rows.
 */
final class Sorted<S extends Comparable<S>, V> {

    /** The part that has everything. */
    static final String WHOLE = "";

    private static final UUID LEAST = new UUID(0, 0);

    private final NavigableMap<SortKey<S>, V> nothing =
            Collections.unmodifiableNavigableMap(new TreeMap<>(SortKey.<S>order()));

    private final Map<String, NavigableMap<SortKey<S>, V>> byPart = new HashMap<>();

    void put(SortKey<S> key, V value, Collection<String> parts) {
        for (String part : parts) {
            byPart.computeIfAbsent(part, p -> new TreeMap<>(SortKey.<S>order())).put(key, value);
        }
    }

    void remove(SortKey<S> key, Collection<String> parts) {
        for (String part : parts) {
            NavigableMap<SortKey<S>, V> map = byPart.get(part);
            if (map != null) {
                map.remove(key);
                if (map.isEmpty()) {
                    byPart.remove(part);
                }
            }
        }
    }

    NavigableMap<SortKey<S>, V> of(String part) {
        return byPart.getOrDefault(part, nothing);
    }

    /** Gives what lies from a sort value on and before another; a missing one is no bound. */
    static <S extends Comparable<S>, V> NavigableMap<SortKey<S>, V> between(
            NavigableMap<SortKey<S>, V> map, @Nullable S from, @Nullable S before) {
        if (from != null && before != null && from.compareTo(before) >= 0) {
            return new TreeMap<>(map.comparator());
        }
        NavigableMap<SortKey<S>, V> rest = from == null ? map : map.tailMap(new SortKey<>(from, LEAST), true);
        return before == null ? rest : rest.headMap(new SortKey<>(before, LEAST), false);
    }
}
