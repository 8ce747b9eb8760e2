package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Currency;
import org.carnetcrm.actor.Tenant;
import org.carnetcrm.id.TenantId;

/** A tenant. */
@Entity(name = "CrmTenant")
@Table(name = "crm_tenant")
class StoredTenant extends Row<Tenant> {

    @Id
    @Column(name = "tenant_id", length = TenantId.LENGTH, nullable = false, updatable = false)
    String tenant;

    @Column(name = "currency", length = 3, nullable = false)
    String currency;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredTenant() {}

    @SuppressWarnings("NullAway.Init") // set fills the rest
    StoredTenant(TenantId tenant) {
        this.tenant = tenant.name();
    }

    @Override
    void set(Tenant value) {
        currency = value.currency().getCurrencyCode();
    }

    @Override
    Tenant value() {
        return new Tenant(new TenantId(tenant), version(), Currency.getInstance(currency));
    }
}
