package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Currency;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.PriceOrigin;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.UnitPrice;
import org.jspecify.annotations.Nullable;

/** A cost line of an action, with its amount, so that sums only add. */
@Embeddable
class CostLine {

    @Column(name = "description", length = Text.LINE)
    @Nullable
    String description;

    @Column(name = "product", length = Cost.PRODUCT_LENGTH)
    @Nullable
    String product;

    @Column(name = "quantity", precision = Lengths.QUANTITY, scale = Cost.QUANTITY_FRACTION_DIGITS, nullable = false)
    BigDecimal quantity;

    @Column(name = "currency", length = Lengths.CURRENCY, nullable = false)
    String currency;

    @Column(name = "unit_price", precision = Lengths.UNIT_PRICE, scale = UnitPrice.FRACTION_DIGITS, nullable = false)
    BigDecimal unitPrice;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", length = Lengths.CONSTANT, nullable = false)
    PriceOrigin origin;

    @Column(name = "amount", precision = Lengths.AMOUNT, scale = Money.FRACTION_DIGITS, nullable = false)
    BigDecimal amount;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected CostLine() {}

    CostLine(Cost value) {
        description = value.description();
        product = value.product();
        quantity = value.quantity();
        currency = value.price().currency().getCurrencyCode();
        unitPrice = value.price().amount();
        origin = value.origin();
        amount = value.amount().amount();
    }

    Cost value() {
        return new Cost(
                description, product, quantity, new UnitPrice(Currency.getInstance(currency), unitPrice), origin);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CostLine line && value().equals(line.value());
    }

    @Override
    public int hashCode() {
        return value().hashCode();
    }
}
