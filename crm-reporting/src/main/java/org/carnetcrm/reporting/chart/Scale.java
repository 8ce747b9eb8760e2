package org.carnetcrm.reporting.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Where values stand on a straight line of a picture.
 *
 * @param low the value at the beginning
 * @param high the value at the end, above that
 * @param from the coordinate of the beginning
 * @param to the coordinate of the end, which may be before it
 */
record Scale(BigDecimal low, BigDecimal high, BigDecimal from, BigDecimal to) {

    private static final int DECIMALS = 2;

    Scale {
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException("a scale from " + low + " to " + high + " has no length");
        }
    }

    /** Makes a scale over values and zero; from zero to one when all of them are zero. */
    static Scale over(Collection<BigDecimal> values, BigDecimal from, BigDecimal to) {
        BigDecimal low = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal high = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        return new Scale(low, low.compareTo(high) == 0 ? BigDecimal.ONE : high, from, to);
    }

    /** Gives the coordinate of a value, rounded HALF_UP to a hundredth of a unit. */
    BigDecimal at(BigDecimal value) {
        return value.subtract(low)
                .multiply(to.subtract(from))
                .divide(high.subtract(low), DECIMALS, RoundingMode.HALF_UP)
                .add(from);
    }

    /** Gives the coordinate of zero. */
    BigDecimal zero() {
        return at(BigDecimal.ZERO);
    }
}
