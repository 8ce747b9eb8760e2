package org.carnetcrm.reporting.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.carnetcrm.money.Money;

/** Tells figures in words, for those who do not see the picture. */
final class Telling {

    /** As many figures are told one by one; of more their number and extremes, for a table stands beside the chart. */
    static final int MOST = 12;

    private Telling() {}

    /** Tells each row; of many rows how many they are, and the lowest and highest of those that have an amount. */
    static String of(Figures figures, Words words) {
        List<String> told = new ArrayList<>();
        for (Figures.Row row : figures.rows()) {
            told.add(words.of(row.label(), amounts(figures, row, words)));
        }
        String whole = told.isEmpty() ? words.text("none") : many(figures, told, words);
        return figures.series().size() == 1 ? words.of(figures.series().get(0), whole) : whole;
    }

    private static String many(Figures figures, List<String> told, Words words) {
        Comparator<Figures.Row> bySum = Comparator.comparing(row -> Objects.requireNonNull(row.sum()));
        List<Figures.Row> complete = figures.rows().stream()
                .filter(row -> row.sum() != null)
                .sorted(bySum)
                .toList();
        if (told.size() <= MOST || complete.isEmpty()) {
            return joined(told);
        }
        return words.text(
                "many",
                "count",
                words.count(told.size()),
                "lowest",
                sum(complete.get(0), words),
                "highest",
                sum(complete.get(complete.size() - 1), words));
    }

    private static String sum(Figures.Row row, Words words) {
        return words.of(row.label(), words.amount(row.sum()));
    }

    private static String amounts(Figures figures, Figures.Row row, Words words) {
        List<String> amounts = new ArrayList<>();
        for (int i = 0; i < row.amounts().size(); i++) {
            Money amount = row.amounts().get(i);
            amounts.add(
                    figures.series().size() == 1
                            ? words.amount(amount)
                            : figures.series().get(i) + " " + words.amount(amount));
        }
        return String.join(", ", amounts);
    }

    /** Gives sentences of one list. */
    static String joined(List<String> told) {
        return String.join("; ", told) + ".";
    }
}
