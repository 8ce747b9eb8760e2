package org.carnetcrm.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carnetcrm.page.Cursor;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Cuts a page out of a sorted index: from the cursor on, as many rows as asked for. */
final class Pages {

    private Pages() {}

    static <S extends Comparable<S>, V, R> Page<R> cut(
            NavigableMap<SortKey<S>, V> index,
            Predicate<V> filter,
            Function<V, R> row,
            String list,
            Function<String, S> parse,
            PageRequest request) {
        return cut(List.of(index), filter, row, list, parse, request);
    }

    /** Cuts a page out of several indexes that are read as one. */
    static <S extends Comparable<S>, V, R> Page<R> cut(
            List<NavigableMap<SortKey<S>, V>> indexes,
            Predicate<V> filter,
            Function<V, R> row,
            String list,
            Function<String, S> parse,
            PageRequest request) {
        SortKey<S> after = after(request, list, parse);
        Merged<SortKey<S>, V> rest = new Merged<>();
        for (NavigableMap<SortKey<S>, V> index : indexes) {
            rest.add(after == null ? index : tail(index, after));
        }
        List<R> rows = new ArrayList<>();
        String last = null;
        while (rest.hasNext()) {
            Map.Entry<SortKey<S>, V> entry = rest.next();
            if (!filter.test(entry.getValue())) {
                continue;
            }
            if (rows.size() == request.size()) {
                return new Page<>(rows, last);
            }
            rows.add(row.apply(entry.getValue()));
            if (rows.size() == request.size()) {
                last = cursor(entry.getKey(), list);
            }
        }
        return new Page<>(rows, null);
    }

    /** Gives what comes after a key, which may lie outside of a map that is itself a part of one. */
    private static <K, V> NavigableMap<K, V> tail(NavigableMap<K, V> map, K after) {
        if (map.isEmpty() || compare(map, after, map.firstKey()) < 0) {
            return map;
        }
        return compare(map, after, map.lastKey()) >= 0 ? new TreeMap<>(map.comparator()) : map.tailMap(after, false);
    }

    private static <K> int compare(NavigableMap<K, ?> map, K one, K other) {
        return Objects.requireNonNull(map.comparator()).compare(one, other);
    }

    /** Gives the cursor after a row. */
    static <S extends Comparable<S>> String cursor(SortKey<S> key, String list) {
        return new Cursor(key.sort().toString(), key.id()).encode(list);
    }

    /** Gives the row after which a page begins, or nothing for the first page. */
    static <S extends Comparable<S>> @Nullable SortKey<S> after(
            PageRequest request, String list, Function<String, S> parse) {
        Optional<Cursor> cursor = Cursor.of(request, list);
        return cursor.isEmpty() ? null : key(cursor.get(), parse, request);
    }

    private static <S extends Comparable<S>> SortKey<S> key(
            Cursor cursor, Function<String, S> parse, PageRequest request) {
        try {
            return new SortKey<>(parse.apply(cursor.sort()), cursor.id());
        } catch (RuntimeException e) {
            throw InvalidException.of(Problem.of("cursor", request.cursor(), "page.cursor"));
        }
    }
}
