package org.carnetcrm.actor;

import java.util.Currency;
import java.util.Map;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Fields;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.money.Money;

/**
 * One of the businesses that share a database and never see each other.
 *
 * @param id the name
 * @param version 1 when it is opened
 * @param currency the currency of amounts whose currency is not said
 */
public record Tenant(TenantId id, int version, Currency currency) implements Aggregate<Tenant> {

    /** Refuses a currency without minor unit. */
    public Tenant {
        Money.minorDigits(currency);
    }

    @Override
    public Tenant withVersion(int version) {
        return new Tenant(id, version, currency);
    }

    @Override
    public Map<String, String> fields() {
        return new Fields().put("currency", currency).toMap();
    }
}
