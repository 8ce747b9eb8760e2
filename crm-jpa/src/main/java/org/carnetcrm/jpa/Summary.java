package org.carnetcrm.jpa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Groups a question by dimensions, and reads its rows as the rows of a summary, in the order of their keys.
 *
 * @param <D> the dimensions
 */
final class Summary<D extends Enum<D>> {

    private final Set<D> dimensions;
    private final Question question;

    private Summary(Set<D> dimensions, Question question) {
        this.dimensions = dimensions;
        this.question = question;
    }

    /** Groups a question by what each dimension has for columns; what is summed is selected after that. */
    static <D extends Enum<D>> Summary<D> by(Set<D> dimensions, Function<D, List<String>> columns, Question question) {
        List<String> all = new ArrayList<>();
        dimensions.forEach(dimension -> all.addAll(columns.apply(dimension)));
        question.select(all.toArray(String[]::new)).groupBy(all);
        return new Summary<>(dimensions, question);
    }

    /** Reads the text of each dimension from its columns, then the row from what was summed. */
    <R> List<R> rows(BiFunction<D, Columns, String> text, BiFunction<Map<D, String>, Columns, R> row) {
        record Keyed<R>(List<String> key, R row) {}
        List<Keyed<R>> found = new ArrayList<>();
        for (Columns columns : question.ask()) {
            Map<D, String> key = new LinkedHashMap<>();
            dimensions.forEach(dimension -> key.put(dimension, text.apply(dimension, columns)));
            found.add(new Keyed<>(new ArrayList<>(key.values()), row.apply(key, columns)));
        }
        found.sort(Comparator.comparing(Keyed::key, Summary::compare));
        return found.stream().map(Keyed::row).toList();
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
