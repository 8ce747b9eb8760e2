package org.carnetcrm.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    /** Gives the histories of relations, in the order asked, each by number; an unknown one has none. */
    List<RelationChange> relationChanges(TenantId tenant, Collection<RelationId> relations);

    /**
     * Gives the rows of all histories that give one of these statuses and take effect between two days, both included,
     * replaced ones too, by that day and then as they were recorded.
     */
    List<RelationChange> statusChanges(TenantId tenant, Set<String> codes, LocalDate from, LocalDate to);

    /** Lists deals in an order; equal dates go by id. */
    Page<OpportunityRow> opportunities(
            TenantId tenant, OpportunityFilter filter, OpportunityOrder order, PageRequest request);

    /** Sums deals by dimensions and currency, in the order of the keys; a group without deals has no row. */
    List<OpportunitySummary> summarise(TenantId tenant, OpportunityFilter filter, Set<OpportunityDimension> dimensions);

    /**
     * Adds up how long the deals of a filter were in each stage, by the codes of the stages; in a view of the past up to
     * its date, and of what was known then.
     *
     * @param today the day up to which a deal is in its present stage
     */
    List<StageTime> stageTimes(TenantId tenant, OpportunityFilter filter, LocalDate today);

    /** Gives the revisions of a deal, by number. */
    List<OpportunityRevision> revisions(TenantId tenant, OpportunityId opportunity);

    /** Gives the documents and projects linked to a deal, by id. */
    List<OpportunityLink> links(TenantId tenant, OpportunityId opportunity);

    /** Lists actions in an order. */
    Page<ActionRow> actions(TenantId tenant, ActionFilter filter, ActionOrder order, PageRequest request);

    /** Counts actions by dimensions, in the order of the keys; a group without actions has no row. */
    List<ActionSummary> countActions(TenantId tenant, ActionFilter filter, Set<ActionDimension> dimensions);

    /** Sums cost lines by dimensions and currency, in the order of the keys; a group without lines has no row. */
    List<CostSummary> sumCosts(TenantId tenant, ActionFilter filter, Set<ActionDimension> dimensions);

    /** Lists notes in an order; a filter that does not ask for those for administrators only gets none. */
    Page<NoteRow> notes(TenantId tenant, NoteFilter filter, NoteOrder order, PageRequest request);

    /** Lists documents by date, the newest first; equal dates go by id. */
    Page<DocumentRow> documents(TenantId tenant, DocumentFilter filter, PageRequest request);

    /** Lists documents by the date on which they are to be chased, the earliest first; equal dates go by id. */
    Page<DocumentRow> due(TenantId tenant, DueFilter filter, PageRequest request);

    /** Lists follow-ups, the latest first: by date, by when they were recorded, by id, all three descending. */
    Page<FollowUpRow> followUps(TenantId tenant, FollowUpFilter filter, PageRequest request);

    /** Lists a timeline in {@link TimelineEntry#ORDER}. */
    Page<TimelineEntry> timeline(TenantId tenant, TimelineFilter filter, PageRequest request);

    /** Lists a calendar in {@link CalendarEntry#ORDER}. */
    Page<CalendarEntry> calendar(TenantId tenant, CalendarFilter filter, PageRequest request);

    /** Gives the changes of a thing, the first one first. */
    List<AuditEntry> audit(TenantId tenant, Id item);

    /**
     * Takes a whole command or nothing of it: throws {@link org.carnetcrm.problem.ConflictException} when a thing that
     * is changed or held has another version, a new thing's id or host reference is taken, or a deal is removed without
     * all that is linked to it.
     */
    void apply(ChangeSet changes);

    /** Tells whether a command whose {@link #apply} failed may simply be run again on this store. */
    boolean standsAfterConflict();
}
