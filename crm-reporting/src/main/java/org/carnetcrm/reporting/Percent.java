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
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** Gives part ÷ whole in percent with two decimals, HALF_UP; nothing when the whole is nothing. */
    static @Nullable BigDecimal of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.movePointRight(2).divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }
}
