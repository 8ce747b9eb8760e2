package org.carnetcrm.action;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.carnetcrm.id.TenantId;

/**
 * The port through which a host's cost module tells what a product costs.
 *
 * <p>It is asked once for a cost line that names a product and no price, before anything is written and on the caller's
 * thread: a slow answer makes a slow command. What it tells is kept with the line and never asked again while the product
 * stays. No answer means that a person must give the price; what it throws comes out of the command, which then changes
 * nothing. An example:
 *
 * <pre>{@code
 * Setup.of(clock).withProductCosts((tenant, product, currency, on) -> currency.getCurrencyCode().equals("EUR")
 *         ? catalogue.costPrice(product, on)        // an Optional<BigDecimal>, at most six decimals
 *         : Optional.empty());
 * }</pre>
 */
@FunctionalInterface
public interface ProductCosts {

    /** The default: knows no product. */
    ProductCosts NONE = (tenant, product, currency, on) -> Optional.empty();

    /**
     * Gives the cost of one unit, not negative and with at most six decimals, or nothing when it is not known.
     *
     * @param tenant the tenant
     * @param product the host's code of the product
     * @param currency the currency in which it is wanted
     * @param on the first day of the action
     */
    Optional<BigDecimal> costOf(TenantId tenant, String product, Currency currency, LocalDate on);
}
