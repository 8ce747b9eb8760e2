package org.carnetcrm.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Representative;

/**
 * The port to where a CRM is kept. Every read is of one tenant and sees nothing of another; an unknown tenant has
 * nothing.
 */
public interface CrmStore {

    /**
     * Gives the things of a type that have these ids, in the order asked; an id without a thing is left out.
     *
     * @param <A> the type
     */
    <A extends Aggregate<A>> List<A> find(TenantId tenant, Class<A> type, Collection<? extends Id> ids);

    /**
     * Gives the things of a type that the host knows by these references, in the order asked; a reference without a
     * thing is left out.
     *
     * @param <A> the type
     */
    <A extends Aggregate<A> & HostReferenced> List<A> findByReference(
            TenantId tenant, Class<A> type, Collection<String> references);

    /** Gives the configured lists. */
    ChoiceLists choices(TenantId tenant);

    /** Gives all representatives, by folded name, then id. */
    List<Representative> representatives(TenantId tenant);

    /** Lists relations by folded name, then id. */
    Page<RelationRow> relations(TenantId tenant, RelationFilter filter, PageRequest request);

    /** Gives the people at a relation, by id, which is in the order in which they were added. */
    List<ContactPerson> contacts(TenantId tenant, RelationId relation);

    /** Gives the history of a relation, by number. */
    List<RelationChange> relationChanges(TenantId tenant, RelationId relation);

    /** Lists deals in an order; equal dates go by id. */
    Page<OpportunityRow> opportunities(
            TenantId tenant, OpportunityFilter filter, OpportunityOrder order, PageRequest request);

    /** Sums deals by dimensions and currency, in the order of the keys; a group without deals has no row. */
    List<OpportunitySummary> summarise(TenantId tenant, OpportunityFilter filter, Set<OpportunityDimension> dimensions);

    /** Gives the revisions of a deal, by number. */
    List<OpportunityRevision> revisions(TenantId tenant, OpportunityId opportunity);

    /** Gives the documents and projects linked to a deal, by id. */
    List<OpportunityLink> links(TenantId tenant, OpportunityId opportunity);

    /** Gives the changes of a thing, the first one first. */
    List<AuditEntry> audit(TenantId tenant, Id item);

    /**
     * Takes a whole command or nothing of it: throws {@link org.carnetcrm.problem.ConflictException} when a thing that
     * is changed or held has another version, or a new thing's id or host reference is taken.
     */
    void apply(ChangeSet changes);

    /** Tells whether a command whose {@link #apply} failed may simply be run again on this store. */
    boolean standsAfterConflict();
}
