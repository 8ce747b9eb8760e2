package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.carnetcrm.id.TenantId;

/**
 * The port through which a host tells what currencies are worth. It is asked once for each currency of a report, on the
 * caller's thread, and never for a currency in itself; what it throws comes out of the report.
 */
@FunctionalInterface
public interface ExchangeRates {

    /**
     * Gives how much of a currency one unit of another is worth, above zero, or nothing when it is not known.
     *
     * @param tenant the tenant
     * @param from the currency of one unit
     * @param to the currency in which its worth is told
     * @param on the date of the rate
     */
    Optional<BigDecimal> rateOf(TenantId tenant, Currency from, Currency to, LocalDate on);
}
