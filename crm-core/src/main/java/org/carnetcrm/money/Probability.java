package org.carnetcrm.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.carnetcrm.input.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * A probability in percent, from 0 to 100, exact to two decimals.
 *
 * @param percent the percent, always with two decimals
 */
public record Probability(BigDecimal percent) implements Comparable<Probability> {

    /** The most digits before the point. */
    public static final int INTEGER_DIGITS = 3;

    /** The decimals. */
    public static final int FRACTION_DIGITS = 2;

    /** No chance: what a lost or abandoned deal counts with. */
    public static final Probability NONE = new Probability(BigDecimal.ZERO);

    /** Certainty: what a won deal counts with. */
    public static final Probability CERTAIN = new Probability(BigDecimal.valueOf(100));

    /** Refuses a percent outside 0 to 100 or with more than two decimals. */
    public Probability {
        String flaw = flaw(percent);
        if (flaw != null) {
            throw new IllegalArgumentException("a probability of " + percent.toPlainString() + ": " + flaw);
        }
        percent = percent.setScale(FRACTION_DIGITS, RoundingMode.UNNECESSARY);
    }

    /** Makes a probability from a plain number of percent, such as {@code 40} or {@code 12.5}. */
    public static Probability of(String percent) {
        BigDecimal number = Decimals.parse(percent);
        if (number == null) {
            throw new IllegalArgumentException("'" + percent + "' is not a plain number");
        }
        return new Probability(number);
    }

    /**
     * Tells what is wrong with a number as a percent.
     *
     * @return the key of a message, or nothing when it is fine
     */
    public static @Nullable String flaw(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            return "probability.range";
        }
        return Decimals.flaw(percent, INTEGER_DIGITS, FRACTION_DIGITS);
    }

    @Override
    public int compareTo(Probability other) {
        return percent.compareTo(other.percent);
    }

    /** Gives the plain number of percent without trailing zeros, which {@link #of} reads again. */
    @Override
    public String toString() {
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
}
