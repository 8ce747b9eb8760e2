package org.carnetcrm.reporting.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Labelled amounts of one currency, in one series or several.
 *
 * @param title what the chart is called
 * @param series what each amount of a row is, such as planned and done; one to four
 * @param currency the currency of all amounts
 * @param rows the rows from the first to the last; none is fine
 */
public record Figures(String title, List<String> series, Currency currency, List<Row> rows) {

    /** Refuses no series or more than there are patterns for, a row of another width, and another currency. */
    public Figures {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(currency, "currency");
        series = List.copyOf(series);
        rows = List.copyOf(rows);
        if (series.isEmpty() || series.size() > Fill.SERIES.size()) {
            throw new IllegalArgumentException(
                    "a chart has 1 to " + Fill.SERIES.size() + " series, not " + series.size());
        }
        for (Row row : rows) {
            if (row.amounts().size() != series.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.amounts().size() + " amounts does not fit " + series.size() + " series");
            }
            for (Money amount : row.amounts()) {
                if (amount != null && !amount.currency().equals(currency)) {
                    throw new IllegalArgumentException("a chart in " + currency + " cannot show " + amount);
                }
            }
        }
    }

    /**
     * The amounts of a label.
     *
     * @param label what they are of
     * @param amounts one per series; null where it is missing, which is not zero
     */
    public record Row(String label, List<@Nullable Money> amounts) {

        /** Keeps the amounts unmodifiable. */
        public Row {
            Objects.requireNonNull(label, "label");
            amounts = Collections.unmodifiableList(new ArrayList<@Nullable Money>(amounts));
        }

        /** Makes a row of amounts, one per series. */
        public static Row of(String label, @Nullable Money... amounts) {
            return new Row(label, Arrays.<@Nullable Money>asList(amounts));
        }

        /** Tells whether an amount is missing. */
        boolean isIncomplete() {
            return amounts.contains(null);
        }

        /** Gives the sum of the amounts that are there; nothing when none is. */
        @Nullable
        Money sum() {
            return amounts.stream().filter(Objects::nonNull).reduce(Money::plus).orElse(null);
        }
    }
}
