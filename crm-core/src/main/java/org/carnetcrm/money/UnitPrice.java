package org.carnetcrm.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import org.carnetcrm.input.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of something costs: not negative, exact to six decimals whatever the minor unit of the currency.
 *
 * @param currency the currency; one without a defined minor unit is refused
 * @param amount the price of one unit, always with six decimals
 */
public record UnitPrice(Currency currency, BigDecimal amount) {

    /** The most digits before the point. */
    public static final int INTEGER_DIGITS = Money.INTEGER_DIGITS;

    /** The decimals. */
    public static final int FRACTION_DIGITS = 6;

    /** Refuses a currency without minor unit and an amount that {@link #flaw} refuses. */
    public UnitPrice {
        Objects.requireNonNull(amount, "amount");
        Money.minorDigits(currency);
        String flaw = flaw(amount);
        if (flaw != null) {
            throw new IllegalArgumentException("a unit price of " + amount.toPlainString() + ": " + flaw);
        }
        amount = amount.setScale(FRACTION_DIGITS);
    }

    /** Makes a price from the code of a currency and a plain number, such as {@code ("EUR", "0.0425")}. */
    public static UnitPrice of(String currency, String amount) {
        BigDecimal number = Decimals.parse(amount);
        if (number == null) {
            throw new IllegalArgumentException("'" + amount + "' is not a plain number");
        }
        return new UnitPrice(Currency.getInstance(currency), number);
    }

    /**
     * Tells what is wrong with a number as a price of one unit: negative, too large, too many decimals.
     *
     * @return the key of a message, or nothing when it is fine
     */
    public static @Nullable String flaw(BigDecimal number) {
        return number.signum() < 0 ? "number.negative" : Decimals.flaw(number, INTEGER_DIGITS, FRACTION_DIGITS);
    }

    /** Gives quantity × price, rounded HALF_UP to the minor unit of the currency. */
    public Money times(BigDecimal quantity) {
        return Money.rounded(currency, amount.multiply(quantity));
    }

    /** Gives the plain number without trailing zeros, which {@link #of} reads again. */
    public String plain() {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** Gives the code of the currency, a space and the {@linkplain #plain() plain number}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + plain();
    }
}
