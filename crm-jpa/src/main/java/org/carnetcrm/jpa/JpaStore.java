package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
import org.carnetcrm.store.ChangeSet;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.timeline.CalendarEntry;
import org.carnetcrm.timeline.CalendarFilter;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineFilter;

/** The store over an entity manager of the host's, for as long as its unit of work. Not for several threads. */
final class JpaStore implements CrmStore {

    private final EntityManager em;
    private final Rows rows;
    private final ChoiceQueries choices;
    private final RelationQueries relations;
    private final ActionQueries actions;
    private final NoteQueries notes;
    private final DocumentQueries documents;
    private final FollowUpQueries followUps;
    private final OpportunityQueries opportunities;
    private final TimelineQueries timelines;
    private final CalendarQueries calendars;

    JpaStore(EntityManager em, boolean prospecting) {
        this.em = em;
        this.rows = new Rows(em, prospecting);
        this.choices = new ChoiceQueries(em);
        this.relations = new RelationQueries(em);
        this.actions = new ActionQueries(em);
        this.notes = new NoteQueries(em);
        this.documents = new DocumentQueries(em);
        this.followUps = new FollowUpQueries(em);
        this.opportunities = new OpportunityQueries(em);
        this.timelines = new TimelineQueries(em, prospecting);
        this.calendars = new CalendarQueries(em, documents, prospecting);
    }

    @Override
    public <A extends Aggregate<A>> List<A> find(TenantId tenant, Class<A> type, Collection<? extends Id> ids) {
        Map<Id, Aggregate<?>> found = read(() -> rows.find(tenant, ids));
        List<A> inOrder = new ArrayList<>();
        for (Id id : ids) {
            Aggregate<?> item = found.get(id);
            if (type.isInstance(item)) {
                inOrder.add(type.cast(item));
            }
        }
        return List.copyOf(inOrder);
    }

    @Override
    public <A extends Aggregate<A> & HostReferenced> List<A> findByReference(
            TenantId tenant, Class<A> type, Collection<String> references) {
        record Reference(String space, String text) {}
        Map<Reference, A> found = new HashMap<>();
        for (Aggregate<?> item : read(() -> rows.findByReference(tenant, Kind.of(type), references))) {
            A known = type.cast(item);
            found.put(new Reference(known.referenceSpace(), Convert.known(known.hostReference())), known);
        }
        List<A> inOrder = new ArrayList<>();
        for (String text : references) {
            for (String space : HostReferenced.SPACES) {
                A item = found.get(new Reference(space, text));
                if (item != null) {
                    inOrder.add(item);
                }
            }
        }
        return List.copyOf(inOrder);
    }

    @Override
    public ChoiceLists choices(TenantId tenant) {
        return read(() -> choices.list(tenant));
    }

    @Override
    public List<Representative> representatives(TenantId tenant) {
        return read(() -> relations.representatives(tenant));
    }

    @Override
    public Page<RelationRow> relations(TenantId tenant, RelationFilter filter, PageRequest request) {
        return read(() -> relations.list(tenant, filter, request));
    }

    @Override
    public List<ContactPerson> contacts(TenantId tenant, RelationId relation) {
        return read(() -> relations.contacts(tenant, relation));
    }

    @Override
    public List<RelationChange> relationChanges(TenantId tenant, Collection<RelationId> ids) {
        return read(() -> relations.changes(tenant, ids));
    }

    @Override
    public List<RelationChange> statusChanges(TenantId tenant, Set<String> codes, LocalDate from, LocalDate to) {
        return read(() -> relations.statusChanges(tenant, codes, from, to));
    }

    @Override
    public Page<OpportunityRow> opportunities(
            TenantId tenant, OpportunityFilter filter, OpportunityOrder order, PageRequest request) {
        return read(() -> opportunities.list(tenant, filter, order, request));
    }

    @Override
    public List<OpportunitySummary> summarise(
            TenantId tenant, OpportunityFilter filter, Set<OpportunityDimension> dimensions) {
        return read(() -> opportunities.summarise(tenant, filter, dimensions));
    }

    @Override
    public List<StageTime> stageTimes(TenantId tenant, OpportunityFilter filter, LocalDate today) {
        return read(() -> opportunities.stageTimes(tenant, filter, today));
    }

    @Override
    public List<OpportunityRevision> revisions(TenantId tenant, OpportunityId opportunity) {
        return read(() -> opportunities.revisions(tenant, opportunity));
    }

    @Override
    public List<OpportunityLink> links(TenantId tenant, OpportunityId opportunity) {
        return read(() -> opportunities.links(tenant, opportunity));
    }

    @Override
    public Page<ActionRow> actions(TenantId tenant, ActionFilter filter, ActionOrder order, PageRequest request) {
        return read(() -> actions.list(tenant, filter, order, request));
    }

    @Override
    public List<ActionSummary> countActions(TenantId tenant, ActionFilter filter, Set<ActionDimension> dimensions) {
        return read(() -> actions.count(tenant, filter, dimensions));
    }

    @Override
    public List<CostSummary> sumCosts(TenantId tenant, ActionFilter filter, Set<ActionDimension> dimensions) {
        return read(() -> actions.sumCosts(tenant, filter, dimensions));
    }

    @Override
    public Page<NoteRow> notes(TenantId tenant, NoteFilter filter, NoteOrder order, PageRequest request) {
        return read(() -> notes.list(tenant, filter, order, request));
    }

    @Override
    public Page<DocumentRow> documents(TenantId tenant, DocumentFilter filter, PageRequest request) {
        return read(() -> documents.list(tenant, filter, request));
    }

    @Override
    public Page<DocumentRow> due(TenantId tenant, DueFilter filter, PageRequest request) {
        return read(() -> documents.due(tenant, filter, request));
    }

    @Override
    public Page<FollowUpRow> followUps(TenantId tenant, FollowUpFilter filter, PageRequest request) {
        return read(() -> followUps.list(tenant, filter, request));
    }

    @Override
    public Page<TimelineEntry> timeline(TenantId tenant, TimelineFilter filter, PageRequest request) {
        return read(() -> timelines.list(tenant, filter, request));
    }

    @Override
    public Page<CalendarEntry> calendar(TenantId tenant, CalendarFilter filter, PageRequest request) {
        return read(() -> calendars.list(tenant, filter, request));
    }

    @Override
    public List<AuditEntry> audit(TenantId tenant, Id item) {
        return read(() -> new Question(em, "CrmAuditEntry r", "r.key.tenant", tenant)
                .select("r")
                .equal("r.key.kind", item.kind())
                .equal("r.key.item", item.text())
                .orderBy("r.key.version")
                .read(StoredAuditEntry.class, row -> row.value(item)));
    }

    @Override
    public void apply(ChangeSet changes) {
        try {
            new Writer(em, rows).write(changes);
        } catch (RuntimeException e) {
            throw Failures.ofWriting(e, changes);
        } finally {
            rows.release();
        }
    }

    /** After a failed command the host's transaction is to be rolled back: nothing can be done again in it. */
    @Override
    public boolean standsAfterConflict() {
        return false;
    }

    private static <T> T read(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw Failures.ofReading(e);
        }
    }
}
