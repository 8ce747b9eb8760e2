package org.carnetcrm.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.ActionSummary;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StageTime;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.timeline.CalendarEntry;
import org.carnetcrm.timeline.CalendarFilter;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineFilter;

/**
 * A store in memory, safe for many threads: readers of a tenant wait for its one writer only. A summary picks the values
 * that it is about while it holds the writer off, and sums them, for values do not change, when it no longer does.
 */
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
        return read(tenant, shelf -> shelf.relations().representatives());
    }

    @Override
    public Page<RelationRow> relations(TenantId tenant, RelationFilter filter, PageRequest request) {
        return read(tenant, shelf -> shelf.relations().list(tenant, filter, request));
    }

    @Override
    public List<ContactPerson> contacts(TenantId tenant, RelationId relation) {
        return read(tenant, shelf -> shelf.relations().contacts(relation));
    }

    @Override
    public List<RelationChange> relationChanges(TenantId tenant, Collection<RelationId> relations) {
        return read(tenant, shelf -> shelf.relations().changes(relations));
    }

    @Override
    public List<RelationChange> statusChanges(TenantId tenant, Set<String> codes, LocalDate from, LocalDate to) {
        return read(tenant, shelf -> shelf.relations().statusChanges(codes, from, to));
    }

    @Override
    public Page<OpportunityRow> opportunities(
            TenantId tenant, OpportunityFilter filter, OpportunityOrder order, PageRequest request) {
        return read(tenant, shelf -> shelf.opportunities().list(tenant, filter, order, request));
    }

    @Override
    public List<OpportunitySummary> summarise(
            TenantId tenant, OpportunityFilter filter, Set<OpportunityDimension> dimensions) {
        return OpportunityShelf.summarise(
                read(tenant, shelf -> shelf.opportunities().candidates(filter)), filter, dimensions);
    }

    @Override
    public List<OpportunityRevision> revisions(TenantId tenant, OpportunityId opportunity) {
        return read(tenant, shelf -> shelf.opportunities().revisions(opportunity));
    }

    @Override
    public List<OpportunityLink> links(TenantId tenant, OpportunityId opportunity) {
        return read(tenant, shelf -> shelf.opportunities().links(opportunity));
    }

    @Override
    public List<StageTime> stageTimes(TenantId tenant, OpportunityFilter filter, LocalDate today) {
        return read(tenant, shelf -> shelf.opportunities().stageTimes(filter, today));
    }

    @Override
    public Page<ActionRow> actions(TenantId tenant, ActionFilter filter, ActionOrder order, PageRequest request) {
        return read(tenant, shelf -> shelf.actions().list(tenant, filter, order, request));
    }

    @Override
    public List<ActionSummary> countActions(TenantId tenant, ActionFilter filter, Set<ActionDimension> dimensions) {
        return ActionShelf.count(read(tenant, shelf -> shelf.actions().candidates(filter)), filter, dimensions);
    }

    @Override
    public List<CostSummary> sumCosts(TenantId tenant, ActionFilter filter, Set<ActionDimension> dimensions) {
        return ActionShelf.sumCosts(read(tenant, shelf -> shelf.actions().candidates(filter)), filter, dimensions);
    }

    @Override
    public Page<NoteRow> notes(TenantId tenant, NoteFilter filter, NoteOrder order, PageRequest request) {
        return read(tenant, shelf -> shelf.notes().list(tenant, filter, order, request));
    }

    @Override
    public Page<DocumentRow> documents(TenantId tenant, DocumentFilter filter, PageRequest request) {
        return read(tenant, shelf -> shelf.followUps().documents(tenant, filter, request));
    }

    @Override
    public Page<DocumentRow> due(TenantId tenant, DueFilter filter, PageRequest request) {
        return read(tenant, shelf -> shelf.due().list(tenant, filter, request));
    }

    @Override
    public Page<FollowUpRow> followUps(TenantId tenant, FollowUpFilter filter, PageRequest request) {
        return read(tenant, shelf -> shelf.followUps().list(tenant, filter, request));
    }

    @Override
    public Page<TimelineEntry> timeline(TenantId tenant, TimelineFilter filter, PageRequest request) {
        return read(tenant, shelf -> shelf.timelines().list(tenant, filter, request));
    }

    @Override
    public Page<CalendarEntry> calendar(TenantId tenant, CalendarFilter filter, PageRequest request) {
        return read(tenant, shelf -> shelf.calendars().list(tenant, filter, request));
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
