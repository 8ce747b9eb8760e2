package org.carnetcrm.action;

import java.math.BigDecimal;
import java.util.Objects;
import org.carnetcrm.input.Decimals;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * A cost line of an action: a lunch, a train, a sample handed over.
 *
 * @param description what it is; may be missing when there is a product
 * @param product the host's code of the product; may be missing when there is a description
 * @param quantity how many, not negative, always with six decimals
 * @param price the price of one, as it was when the line was written
 * @param origin where the price came from
 */
public record Cost(
        @Nullable String description,
        @Nullable String product,
        BigDecimal quantity,
        UnitPrice price,
        PriceOrigin origin) {

    /** The most characters of the code of a product. */
    public static final int PRODUCT_LENGTH = 100;

    /** The most digits before the point of a quantity. */
    public static final int QUANTITY_INTEGER_DIGITS = 9;

    /** The decimals of a quantity. */
    public static final int QUANTITY_FRACTION_DIGITS = 6;

    /** The most lines of an action. */
    public static final int MOST_LINES = 200;

    /** Refuses a line without description and product, a flawed quantity, and an amount too large. */
    public Cost {
        Text.requireLineOrNone("description", description, Text.LINE);
        Text.requireLineOrNone("product", product, PRODUCT_LENGTH);
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(origin, "origin");
        String flaw = quantityFlaw(quantity);
        if ((description == null && product == null) || flaw != null) {
            throw new IllegalArgumentException("a cost line of " + quantity.toPlainString() + " × " + price + ": "
                    + (flaw != null ? flaw : "cost.nothing"));
        }
        quantity = quantity.setScale(QUANTITY_FRACTION_DIGITS);
        String tooLarge = Money.flaw(price.times(quantity).amount(), price.currency());
        if (tooLarge != null) {
            throw new IllegalArgumentException(quantity.toPlainString() + " × " + price + ": " + tooLarge);
        }
    }

    /**
     * Tells what is wrong with a number as a quantity: negative, too large, too many decimals.
     *
     * @return the key of a message, or nothing when it is fine
     */
    public static @Nullable String quantityFlaw(BigDecimal number) {
        return number.signum() < 0
                ? "number.negative"
                : Decimals.flaw(number, QUANTITY_INTEGER_DIGITS, QUANTITY_FRACTION_DIGITS);
    }

    /** Gives quantity × unit price, rounded HALF_UP to the minor unit of the currency. */
    public Money amount() {
        return price.times(quantity);
    }

    /** Gives the quantity as a plain number without trailing zeros. */
    public String plainQuantity() {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    /** Gives the line as the audit shows it: what, quantity × price, and where the price came from. */
    @Override
    public String toString() {
        String what = product == null ? "" : "[" + product + "] ";
        return what + (description == null ? "" : description + " ") + plainQuantity() + " × " + price + " " + origin;
    }
}
