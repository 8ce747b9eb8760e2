package org.carnetcrm.jpa;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.Opportunity;

/** A deal as it is now. */
@Entity(name = "CrmOpportunity")
@Table(name = "crm_opportunity")
class StoredOpportunity extends Row<Opportunity> {

    @EmbeddedId
    Key key;

    @Embedded
    DealColumns deal = new DealColumns();

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredOpportunity() {}

    StoredOpportunity(TenantId tenant, Opportunity value) {
        this.key = new Key(tenant, value.id());
    }

    @Override
    void set(Opportunity value) {
        deal.set(value);
    }

    @Override
    Opportunity value() {
        return deal.value(key.id, version());
    }
}
