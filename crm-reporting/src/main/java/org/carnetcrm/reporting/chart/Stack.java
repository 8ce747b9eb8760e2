package org.carnetcrm.reporting.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.carnetcrm.money.Money;

/** The amounts of a row one on the other: those above zero from zero up, those below it from zero down. */
final class Stack {

    private Stack() {}

    /** Gives a part for each amount that is there and not zero, in the order of the series. */
    static List<Lines.Part> of(Figures figures, Figures.Row row, Words words) {
        List<Lines.Part> parts = new ArrayList<>();
        BigDecimal up = BigDecimal.ZERO;
        BigDecimal down = BigDecimal.ZERO;
        for (int i = 0; i < row.amounts().size(); i++) {
            Money amount = row.amounts().get(i);
            if (amount == null || amount.amount().signum() == 0) {
                continue;
            }
            BigDecimal from = amount.isNegative() ? down : up;
            BigDecimal to = from.add(amount.amount());
            String name = figures.series().size() == 1
                    ? row.label()
                    : row.label() + ", " + figures.series().get(i);
            parts.add(new Lines.Part(from, to, Fill.SERIES.get(i), words.of(name, words.amount(amount))));
            if (amount.isNegative()) {
                down = to;
            } else {
                up = to;
            }
        }
        return parts;
    }
}
