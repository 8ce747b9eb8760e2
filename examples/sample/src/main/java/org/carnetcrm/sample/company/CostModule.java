package org.carnetcrm.sample.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.carnetcrm.action.ProductCosts;
import org.carnetcrm.id.TenantId;

/** The cost module of the company: what it knows of the products that its people hand over. */
final class CostModule implements ProductCosts {

    private static final Map<String, BigDecimal> EUROS =
            Map.of("DEMO-KIT", new BigDecimal("18.40"), "CATALOGUE", new BigDecimal("0.855"));

    @Override
    public Optional<BigDecimal> costOf(TenantId tenant, String product, Currency currency, LocalDate on) {
        return currency.getCurrencyCode().equals("EUR") ? Optional.ofNullable(EUROS.get(product)) : Optional.empty();
    }
}
