package org.carnetcrm.input;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for numbers that come in as text: plain digits with a point ({@code 1234.5}), never localised, without
 * exponent, grouping or plus sign.
 */
public final class Decimals {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** The most characters of a number; a longer one is refused before it is reckoned with. */
    private static final int LONGEST = 100;

    private Decimals() {}

    /**
     * Tells what is wrong with a raw number.
     *
     * @param integerDigits the most digits before the point, leading zeros left aside
     * @param fractionDigits the most decimals, trailing zeros left aside
     * @return the key of a message, or nothing when the number is fine or missing
     */
    public static @Nullable String flaw(@Nullable String raw, int integerDigits, int fractionDigits) {
        String text = Text.clean(raw);
        if (text == null) {
            return null;
        }
        if (!PLAIN.matcher(text).matches()) {
            return "number.notPlain";
        }
        if (text.length() > LONGEST) {
            return "number.tooLong";
        }
        return flaw(new BigDecimal(text), integerDigits, fractionDigits);
    }

    /** Tells, like {@link #flaw(String, int, int)}, what is wrong with a number. */
    public static @Nullable String flaw(BigDecimal number, int integerDigits, int fractionDigits) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.precision() - shortest.scale() > integerDigits) {
            return "number.tooLarge";
        }
        if (shortest.scale() > fractionDigits) {
            return "number.tooManyDecimals";
        }
        return null;
    }

    /** Gives the number that a raw text denotes, or nothing when it is missing, not plain or too long. */
    public static @Nullable BigDecimal parse(@Nullable String raw) {
        String text = Text.clean(raw);
        return text == null || text.length() > LONGEST || !PLAIN.matcher(text).matches() ? null : new BigDecimal(text);
    }
}
