package org.carnetcrm.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

/** A store in memory, safe for many threads: readers of a tenant wait for its one writer only. */
public final class InMemoryStore implements CrmStore {

    private static final Shelf NOTHING = new Shelf();

    private final Map<TenantId, Shelf> shelves = new ConcurrentHashMap<>();

    /** Makes an empty store. */
    public InMemoryStore() {}

    @Override
    public <A extends Aggregate<A>> List<A> find(TenantId tenant, Class<A> type, Collection<? extends Id> ids) {
        return read(tenant, shelf -> shelf.find(type, ids));
    }

    @Override
    public <A extends Aggregate<A> & HostReferenced> List<A> findByReference(
            TenantId tenant, Class<A> type, Collection<String> references) {
        return read(tenant, shelf -> shelf.findByReference(type, references));
    }

    @Override
    public ChoiceLists choices(TenantId tenant) {
        return read(tenant, Shelf::choices);
    }

    @Override
    public List<Representative> representatives(TenantId tenant) {
        return read(tenant, Shelf::representatives);
    }

    @Override
    public Page<RelationRow> relations(TenantId tenant, RelationFilter filter, PageRequest request) {
        return read(tenant, shelf -> shelf.relations(tenant, filter, request));
    }

    @Override
    public List<ContactPerson> contacts(TenantId tenant, RelationId relation) {
        return read(tenant, shelf -> shelf.contacts(relation));
    }

    @Override
    public List<RelationChange> relationChanges(TenantId tenant, RelationId relation) {
        return read(tenant, shelf -> shelf.relationChanges(relation));
    }

    @Override
    public Page<OpportunityRow> opportunities(
            TenantId tenant, OpportunityFilter filter, OpportunityOrder order, PageRequest request) {
        return read(tenant, shelf -> shelf.opportunities(tenant, filter, order, request));
    }

    @Override
    public List<OpportunitySummary> summarise(
            TenantId tenant, OpportunityFilter filter, Set<OpportunityDimension> dimensions) {
        return read(tenant, shelf -> shelf.summarise(filter, dimensions));
    }

    @Override
    public List<OpportunityRevision> revisions(TenantId tenant, OpportunityId opportunity) {
        return read(tenant, shelf -> shelf.revisions(opportunity));
    }

    @Override
    public List<OpportunityLink> links(TenantId tenant, OpportunityId opportunity) {
        return read(tenant, shelf -> shelf.links(opportunity));
    }

    @Override
    public List<AuditEntry> audit(TenantId tenant, Id item) {
        return read(tenant, shelf -> shelf.audit(item));
    }

    @Override
    public void apply(ChangeSet changes) {
        Shelf shelf = shelves.computeIfAbsent(changes.tenant(), tenant -> new Shelf());
        shelf.lock().writeLock().lock();
        try {
            shelf.apply(changes);
        } finally {
            shelf.lock().writeLock().unlock();
        }
    }

    @Override
    public boolean standsAfterConflict() {
        return true;
    }

    private <T> T read(TenantId tenant, Function<Shelf, T> question) {
        Shelf shelf = shelves.getOrDefault(tenant, NOTHING);
        shelf.lock().readLock().lock();
        try {
            return question.apply(shelf);
        } finally {
            shelf.lock().readLock().unlock();
        }
    }
}
