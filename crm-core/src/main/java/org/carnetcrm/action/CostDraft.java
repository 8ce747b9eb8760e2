package org.carnetcrm.action;

import org.carnetcrm.input.DecimalText;
import org.carnetcrm.input.Line;
import org.carnetcrm.money.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * A cost line as a form brings it in. It has a description, a product, or both.
 *
 * @param description what it is
 * @param product the host's code of the product
 * @param quantity how many, a plain number; 1 when missing
 * @param price the price of one, a plain number; looked up for a product when missing
 * @param currency the code of the currency; the tenant's when missing
 */
public record CostDraft(
        @Line @Nullable String description,
        @Line(max = Cost.PRODUCT_LENGTH) @Nullable String product,

        @DecimalText(integer = Cost.QUANTITY_INTEGER_DIGITS, fraction = Cost.QUANTITY_FRACTION_DIGITS) @Nullable
        String quantity,

        @DecimalText(integer = UnitPrice.INTEGER_DIGITS, fraction = UnitPrice.FRACTION_DIGITS) @Nullable
        String price,

        @Nullable String currency) {

    /** Makes a line of something described. */
    public static CostDraft of(String description) {
        return new CostDraft(description, null, null, null, null);
    }

    /** Makes a line of a product, such as a sample handed over. */
    public static CostDraft ofProduct(String product) {
        return new CostDraft(null, product, null, null, null);
    }

    /** Makes a draft that changes nothing yet. A price that was looked up stays out, so that it follows the product. */
    public static CostDraft from(Cost present) {
        return new CostDraft(
                present.description(),
                present.product(),
                present.plainQuantity(),
                present.origin() == PriceOrigin.MANUAL ? present.price().plain() : null,
                present.price().currency().getCurrencyCode());
    }

    /** Gives the draft with a description. */
    public CostDraft description(@Nullable String description) {
        return new CostDraft(description, product, quantity, price, currency);
    }

    /** Gives the draft with a product. */
    public CostDraft product(@Nullable String product) {
        return new CostDraft(description, product, quantity, price, currency);
    }

    /** Gives the draft with a quantity. */
    public CostDraft quantity(@Nullable String quantity) {
        return new CostDraft(description, product, quantity, price, currency);
    }

    /** Gives the draft with a price of one. */
    public CostDraft price(@Nullable String price) {
        return new CostDraft(description, product, quantity, price, currency);
    }

    /** Gives the draft in a currency. */
    public CostDraft currency(@Nullable String currency) {
        return new CostDraft(description, product, quantity, price, currency);
    }
}
