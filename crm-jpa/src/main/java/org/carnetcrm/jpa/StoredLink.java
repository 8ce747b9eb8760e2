package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.input.Text;
import org.carnetcrm.opportunity.OpportunityLink;

/** A document or project linked to a deal. */
@Entity(name = "CrmOpportunityLink")
@Table(name = "crm_opportunity_link")
class StoredLink extends Row<OpportunityLink> {

    @EmbeddedId
    Key key;

    @Column(name = "opportunity_id", nullable = false)
    UUID opportunity;

    @Enumerated(EnumType.STRING)
    @Column(name = "target", length = Lengths.CONSTANT, nullable = false)
    OpportunityLink.Target target;

    @Column(name = "reference", length = Text.REFERENCE, nullable = false)
    String reference;

    @Column(name = "done", nullable = false)
    boolean done;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredLink() {}

    @SuppressWarnings("NullAway.Init") // set fills the rest
    StoredLink(TenantId tenant, OpportunityLink value) {
        this.key = new Key(tenant, value.id());
    }

    @Override
    void set(OpportunityLink value) {
        opportunity = value.opportunity().value();
        target = value.target();
        reference = value.reference();
        done = value.done();
    }

    @Override
    OpportunityLink value() {
        return new OpportunityLink(
                new LinkId(key.id), version(), new OpportunityId(opportunity), target, reference, done);
    }
}
