package org.carnetcrm.reporting.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A scale that is marked at round values.
 *
 * @param scale the scale, from the lowest mark to the highest
 * @param ticks the marks from the lowest, each a step above the one before and all with the same decimals; zero is one
 */
record Axis(Scale scale, List<BigDecimal> ticks) {

    /** How many steps the values take at most. */
    private static final int STEPS = 5;

    private static final int THOUSAND_DIGITS = 3;

    /** More digits than this before the point are told in thousands or more. */
    private static final int MOST_DIGITS = 5;

    /** There are words for thousands, millions, billions and trillions. */
    private static final int HIGHEST_EXPONENT = 12;

    /**
     * Makes an axis over values and zero. Its step is 1, 2 or 5 times a power of ten: the smallest with which the values
     * take at most five steps, and not below a least one. With nothing but zeros its only mark is zero.
     */
    static Axis over(Collection<BigDecimal> values, BigDecimal least, BigDecimal from, BigDecimal to) {
        if (values.stream().allMatch(value -> value.signum() == 0)) {
            return new Axis(Scale.over(values, from, to), List.of(BigDecimal.ZERO));
        }
        Scale tight = Scale.over(values, from, to);
        BigDecimal step = step(tight.high()
                .subtract(tight.low())
                .divide(BigDecimal.valueOf(STEPS))
                .max(least));
        BigDecimal last = tight.high().divide(step, 0, RoundingMode.CEILING).multiply(step);
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal tick = tight.low().divide(step, 0, RoundingMode.FLOOR).multiply(step);
        for (; tick.compareTo(last) <= 0; tick = tick.add(step)) {
            ticks.add(tick.setScale(Math.max(0, step.scale()), RoundingMode.UNNECESSARY));
        }
        return new Axis(new Scale(ticks.get(0), last, from, to), List.copyOf(ticks));
    }

    /** Gives the power of ten that the marks are told in, so that they are short: 0, 3, 6, 9 or 12. */
    int exponent() {
        int digits = ticks.stream()
                .mapToInt(tick -> tick.precision() - tick.scale())
                .max()
                .orElse(0);
        return digits <= MOST_DIGITS ? 0 : Math.min(HIGHEST_EXPONENT, (digits - 1) / THOUSAND_DIGITS * THOUSAND_DIGITS);
    }

    /** Gives a mark in that power of ten, with as many decimals as the step needs. */
    BigDecimal told(BigDecimal tick) {
        int decimals = ticks.stream()
                .mapToInt(each ->
                        each.movePointLeft(exponent()).stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return tick.movePointLeft(exponent()).setScale(Math.max(0, decimals), RoundingMode.UNNECESSARY);
    }

    private static BigDecimal step(BigDecimal wanted) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
            if (step.compareTo(wanted) >= 0) {
                return step;
            }
        }
        return power.scaleByPowerOfTen(1);
    }
}
