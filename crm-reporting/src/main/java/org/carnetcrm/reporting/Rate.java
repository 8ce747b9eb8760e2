package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;

/**
 * A rate at which amounts were converted.
 *
 * @param from the currency of the amounts
 * @param to the currency that they were converted into
 * @param on the date of the rate
 * @param rate how much of {@code to} one unit of {@code from} is worth, above zero
 */
public record Rate(Currency from, Currency to, LocalDate on, BigDecimal rate) {

    /** Refuses missing parts and a rate of zero or less. */
    public Rate {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(on, "on");
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException(
                    "the rate from " + from + " to " + to + " on " + on + " is " + rate.toPlainString());
        }
    }
}
