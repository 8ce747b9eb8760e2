package org.carnetcrm.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import org.carnetcrm.input.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * An amount in a currency, exact to the currency's minor unit: two decimals for EUR, none for JPY, three for KWD.
 *
 * <p>The scale is always that of the currency, so equal amounts are equal values. The amount may be negative. Sums stay
 * exact whatever their size; an amount that comes in has at most {@link #INTEGER_DIGITS} digits before the point.
 *
 * @param currency the currency; one without a defined minor unit, such as gold (XAU) or XXX, is refused
 * @param amount the amount, with exactly the decimals of the currency
 */
public record Money(Currency currency, BigDecimal amount) implements Comparable<Money> {

    /** The most digits before the point of an amount that comes in. */
    public static final int INTEGER_DIGITS = 15;

    /** The most decimals that any currency has. */
    public static final int FRACTION_DIGITS = 4;

    /** Refuses a currency without minor unit and an amount with more decimals than the currency has. */
    public Money {
        Objects.requireNonNull(amount, "amount");
        int digits = minorDigits(currency);
        if (amount.scale() > digits && amount.stripTrailingZeros().scale() > digits) {
            throw new IllegalArgumentException(
                    amount.toPlainString() + " has more than the " + digits + " decimals of " + currency);
        }
        amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    /** Makes an amount from the code of a currency and a plain number, such as {@code ("EUR", "12.50")}. */
    public static Money of(String currency, String amount) {
        BigDecimal number = Decimals.parse(amount);
        if (number == null) {
            throw new IllegalArgumentException("'" + amount + "' is not a plain number");
        }
        return new Money(Currency.getInstance(currency), number);
    }

    /** Makes an amount of nothing. */
    public static Money zero(Currency currency) {
        return new Money(currency, BigDecimal.ZERO);
    }

    /** Makes an amount from any number, rounded HALF_UP to the minor unit of the currency. */
    public static Money rounded(Currency currency, BigDecimal number) {
        return new Money(currency, number.setScale(minorDigits(currency), RoundingMode.HALF_UP));
    }

    /** Reads what {@link #toString} prints, such as {@code EUR 12.50}. */
    public static Money parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("'" + text + "' is not a currency, a space and an amount");
        }
        return of(text.substring(0, space), text.substring(space + 1));
    }

    /** Gives the number of decimals of a currency; refuses one whose minor unit is undefined. */
    public static int minorDigits(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException("the currency " + currency + " has no minor unit");
        }
        return digits;
    }

    /** Gives the currency of a code, or nothing when there is none with a minor unit. */
    public static @Nullable Currency currencyOf(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Tells what is wrong with a number as an amount that comes in: negative, too large, too many decimals.
     *
     * @return the key of a message, or nothing when the amount is fine
     */
    public static @Nullable String flaw(BigDecimal number, Currency currency) {
        if (number.signum() < 0) {
            return "number.negative";
        }
        return Decimals.flaw(number, INTEGER_DIGITS, minorDigits(currency));
    }

    /** Adds an amount of the same currency. */
    public Money plus(Money other) {
        return new Money(currency, amount.add(same(other).amount));
    }

    /** Subtracts an amount of the same currency. */
    public Money minus(Money other) {
        return new Money(currency, amount.subtract(same(other).amount));
    }

    /** Gives this amount × percent ÷ 100, rounded HALF_UP to the minor unit. */
    public Money times(Probability probability) {
        return rounded(currency, amount.multiply(probability.percent()).movePointLeft(2));
    }

    /** Gives this amount ÷ a count, rounded HALF_UP to the minor unit; refuses a count of zero or less. */
    public Money dividedBy(long count) {
        if (count <= 0) {
            throw new IllegalArgumentException("cannot divide by a count of " + count);
        }
        int digits = minorDigits(currency);
        return new Money(currency, amount.divide(BigDecimal.valueOf(count), digits, RoundingMode.HALF_UP));
    }

    /** Tells whether the amount is below zero. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** Compares amounts of one currency; refuses another. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    /** Gives the code of the currency, a space and the plain amount: {@code EUR 12.50}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount.toPlainString();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot reckon " + this + " with " + other + " without a rate");
        }
        return other;
    }
}
