package org.carnetcrm.reporting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carnetcrm.input.Text;

/** The order of rows that are called something. */
final class Ranking {

    private Ranking() {}

    /** Sorts rows by an order; those that it leaves equal go by folded label, then by key. */
    static <R> List<R> sorted(List<R> rows, Comparator<R> order, Function<R, String> label, Function<R, String> key) {
        // Folding a name costs far more than comparing two, and a report by relation has many rows without a figure.
        Map<String, String> folded = new HashMap<>();
        rows.forEach(row -> folded.computeIfAbsent(label.apply(row), Text::fold));
        return rows.stream()
                .sorted(order.thenComparing(row -> folded.getOrDefault(label.apply(row), ""))
                        .thenComparing(key))
                .toList();
    }
}
