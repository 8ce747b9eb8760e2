package org.carnetcrm.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Turns groups with their sums into the rows of a summary. */
final class Groups {

    private Groups() {}

    /** Gives the key of what has a text in each dimension. */
    static <D> List<String> key(Set<D> dimensions, Function<D, String> text) {
        List<String> key = new ArrayList<>(dimensions.size());
        for (D dimension : dimensions) {
            key.add(text.apply(dimension));
        }
        return key;
    }

    /** Gives the rows in the order of their keys, text by text, unit by unit. */
    static <D, M, R> List<R> sorted(
            Map<List<String>, M> groups, Set<D> dimensions, BiFunction<Map<D, String>, M, R> row) {
        List<R> rows = new ArrayList<>();
        groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Groups::compare))
                .forEach(group -> rows.add(row.apply(key(dimensions, group.getKey()), group.getValue())));
        return List.copyOf(rows);
    }

    private static <D> Map<D, String> key(Set<D> dimensions, List<String> texts) {
        Map<D, String> key = new LinkedHashMap<>();
        int i = 0;
        for (D dimension : dimensions) {
            key.put(dimension, texts.get(i++));
        }
        return key;
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
