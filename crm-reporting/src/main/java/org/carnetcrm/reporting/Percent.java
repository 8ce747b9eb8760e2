package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares in percent. */
final class Percent {

    private static final int DECIMALS = 2;

    private Percent() {}

    /** Gives part ÷ whole in percent with two decimals, HALF_UP; nothing when the whole is nothing. */
    static @Nullable BigDecimal of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
