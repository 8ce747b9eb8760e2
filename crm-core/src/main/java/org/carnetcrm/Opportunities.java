package org.carnetcrm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.Closing;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StageTime;
import org.carnetcrm.opportunity.Standing;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.representative.Representative;
import org.jspecify.annotations.Nullable;

/**
 * Opens, changes, closes, lists and sums deals.
 *
 * <p>Each change is a revision. It takes effect on a date that is not before that of the last revision and not in the
 * future, which begins after both today, in the actor's zone, and the last revision.
 */
public final class Opportunities {

    private final Desk desk;

    Opportunities(Desk desk) {
        this.desk = desk;
    }

    /**
     * Opens a deal; it takes effect on its start date, or today if that lies ahead. Filled in when missing: manager (the
     * relation's account manager, else the actor's own representative; one who is no longer active is passed over, and
     * when nobody is left the manager is required), stage and type (the first in force), probability (of the stage),
     * start (today), currency (the tenant's).
     */
    public Opportunity open(OpportunityDraft draft) {
        return desk.command(work -> {
            Opportunity opened = open(work, draft);
            work.refuseProblems();
            return Work.known(opened);
        });
    }

    /** Opens deals, all or none; a problem's path begins with the place of its draft, such as {@code [3]}. */
    public List<Opportunity> openAll(List<OpportunityDraft> drafts) {
        return desk.command(work -> {
            work.prefetch(
                    Relation.class,
                    drafts.stream().map(OpportunityDraft::relation).toList());
            work.prefetch(
                    ContactPerson.class,
                    drafts.stream().map(OpportunityDraft::contact).toList());
            List<@Nullable RepresentativeId> managers = new ArrayList<>();
            managers.add(work.actor().who().representative());
            for (OpportunityDraft draft : drafts) {
                managers.add(draft.manager());
                Optional.ofNullable(draft.relation())
                        .flatMap(relation -> work.find(Relation.class, relation))
                        .ifPresent(relation -> managers.add(relation.accountManager()));
            }
            work.prefetch(Representative.class, managers);
            work.references()
                    .prefetch(
                            Opportunity.class,
                            drafts.stream().map(OpportunityDraft::hostReference).toList());
            List<Opportunity> opened = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                work.at("[" + i + "]");
                Opportunity deal = open(work, drafts.get(i));
                if (deal != null) {
                    opened.add(deal);
                }
            }
            work.refuseProblems();
            return List.copyOf(opened);
        });
    }

    /**
     * Changes a deal: the whole form replaces, and a missing value clears. Of a closed deal only the text may change;
     * any other field asks to reopen it.
     */
    public Opportunity change(OpportunityId id, int version, OpportunityDraft draft) {
        return change(id, version, present -> draft);
    }

    /** Moves a deal to a stage today; the probability follows unless it was set by hand. */
    public Opportunity moveTo(OpportunityId id, int version, String stage) {
        return change(id, version, present -> OpportunityDraft.from(present).stage(stage));
    }

    /** Gives a deal to another representative, who is from then on chosen. */
    public Opportunity reassign(OpportunityId id, int version, RepresentativeId representative) {
        return change(id, version, present -> OpportunityDraft.from(present).manager(representative));
    }

    /**
     * Closes an open deal as won, lost or abandoned. A won deal's signature may lie before the last revision, but not
     * before the start nor in the future; the others close on a date that obeys the rule of every change.
     */
    public Opportunity close(OpportunityId id, int version, ClosingDraft draft) {
        return desk.command(work -> {
            Opportunity closed = Closings.close(work, new Closing(id, version, draft));
            work.refuseProblems();
            return Work.known(closed);
        });
    }

    /**
     * Closes deals, all or none; a problem's path begins with the place of its closing, such as {@code [3]}. A deal that
     * stands in the list twice is a problem of the second place.
     */
    public List<Opportunity> closeAll(List<Closing> closings) {
        return desk.command(work -> Closings.closeAll(work, closings));
    }

    /** Corrects the code or the signed total of a closed deal; its outcome and date stay. */
    public Opportunity correctClosing(OpportunityId id, int version, ClosingDraft draft) {
        Objects.requireNonNull(draft, "draft");
        return desk.command(work -> {
            Opportunity present = work.get(Opportunity.class, id, version);
            if (present.isOpen()) {
                work.problem(Problem.of("outcome", draft.outcome(), "deal.notClosed"));
                work.refuseProblems();
            }
            Standing before = present.standing();
            LocalDate closedOn = Objects.requireNonNull(before.closedOn(), "closedOn");
            if (before.kind() != draft.outcome()) {
                work.problem(
                        Problem.of("outcome", draft.outcome(), "deal.closed").with("standing", before.kind()));
            }
            if (draft.on() != null && !draft.on().equals(closedOn)) {
                work.problem(Problem.of("on", draft.on(), "deal.closed").with("standing", before.kind()));
            }
            Standing standing = new OpportunityForm(work).read(draft, present, closedOn);
            work.refuseProblems();
            Opportunity corrected = present.corrected(Work.known(standing));
            return Revisions.revise(
                    work, present, corrected, Revisions.latest(work, present), Event.CORRECTED, draft.because(), true);
        });
    }

    /** Reopens a closed deal today: its last open probability counts again, and the code is cleared. */
    public Opportunity reopen(OpportunityId id, int version) {
        return desk.command(work -> {
            Opportunity present = work.get(Opportunity.class, id, version);
            if (present.isOpen()) {
                work.problem(Problem.of("standing", StandingKind.IN_PROGRESS, "deal.transition")
                        .with("from", StandingKind.IN_PROGRESS));
            }
            work.refuseProblems();
            Opportunity open = present.become(new Standing.InProgress());
            return Revisions.revise(work, present, open, Revisions.latest(work, present), Event.REOPENED, null, true);
        });
    }

    /**
     * Takes out a deal that was entered by mistake: it is gone from every answer known from now on, and still there for
     * an earlier instant. Its revisions stay on record, the last one the discard. What was linked to it goes with it;
     * actions and notes stay with the relation.
     *
     * @param because why, at most {@link Text#LINE} characters; may be missing
     */
    public void discard(OpportunityId id, int version, @Nullable String because) {
        desk.command(work -> {
            String flaw = Text.flawOfLine(because, Text.LINE);
            if (flaw != null) {
                work.problem(Problem.of("because", because, flaw).with("max", Text.LINE));
            }
            work.refuseProblems();
            work.store().links(desk.actor().tenant(), id).forEach(work::remove);
            Opportunity present = work.get(Opportunity.class, id, version);
            work.line("because", because, Text.LINE);
            work.refuseProblems();
            Revisions.discard(work, present, because);
            return id;
        });
    }

    /** Finds a deal. */
    public Optional<Opportunity> find(OpportunityId id) {
        return desk.read(work -> work.find(Opportunity.class, id));
    }

    /** Finds deals at once, in the order asked; an unknown id is left out. */
    public List<Opportunity> findAll(Collection<OpportunityId> ids) {
        return desk.read(work -> work.store().find(desk.actor().tenant(), Opportunity.class, ids));
    }

    /** Finds a deal by the host's reference. */
    public Optional<Opportunity> findByReference(String hostReference) {
        return desk.read(work -> work.references().find(Opportunity.class, hostReference));
    }

    /** Lists deals in an order; equal dates go by id. */
    public Page<OpportunityRow> list(OpportunityFilter filter, OpportunityOrder order, PageRequest request) {
        return desk.read(work -> work.store().opportunities(desk.actor().tenant(), filter, order, request));
    }

    /** Gives the filter of the actor's own deals; a problem for the system, which manages none. */
    public OpportunityFilter mine() {
        return OpportunityFilter.all().managedBy(desk.me());
    }

    /** Gives the filter of the deals in progress whose expected closing is before today, where the actor is. */
    public OpportunityFilter overdue() {
        return desk.read(work -> OpportunityFilter.all().overdue(work.today()));
    }

    /** Sums deals by dimensions and currency, in the order of the keys; no deal gives no row. */
    public List<OpportunitySummary> summarise(OpportunityFilter filter, OpportunityDimension... dimensions) {
        Set<OpportunityDimension> asked = EnumSet.noneOf(OpportunityDimension.class);
        asked.addAll(List.of(dimensions));
        return desk.read(work -> work.store().summarise(desk.actor().tenant(), filter, asked));
    }

    /** Gives the revisions of a deal, by number; empty for an unknown deal. */
    public List<OpportunityRevision> revisions(OpportunityId id) {
        return desk.read(work -> work.store().revisions(desk.actor().tenant(), id));
    }

    /**
     * Gives a deal as it was on a date, as known at an instant; nothing when it was not there, or is known by then to
     * have been entered by mistake.
     */
    public Optional<Opportunity> asOf(OpportunityId id, AsOf view) {
        return view.of(revisions(id)).map(OpportunityRevision::deal);
    }

    /** Gives how long a deal was in each stage up to today, where the actor is, in the order of the codes. */
    public List<StageTime> stageTimes(OpportunityId id) {
        return desk.read(
                work -> StageTime.of(work.store().revisions(desk.actor().tenant(), id), work.today()));
    }

    /**
     * Adds up how long the deals of a filter were in each stage up to today, where the actor is, in the order of the
     * codes; a stage without any stay has no row. In a view of the past it is up to the view's date, as it was known then.
     */
    public List<StageTime> stageTimes(OpportunityFilter filter) {
        return desk.read(work -> work.store().stageTimes(desk.actor().tenant(), filter, work.today()));
    }

    /** Links a document or project of the host's to a deal, whatever its standing. */
    public OpportunityLink link(OpportunityId id, OpportunityLink.Target target, String reference) {
        return desk.command(work -> {
            Opportunity deal = work.get(Opportunity.class, id);
            // A deal that is discarded meanwhile would leave the link behind.
            work.hold(deal);
            String clean = Text.clean(reference);
            if (clean == null) {
                work.problem(Problem.of("reference", reference, "required"));
            }
            work.line("reference", clean, Text.REFERENCE);
            work.refuseProblems();
            LinkId link = new LinkId(work.setup().ids().next());
            return work.add(new OpportunityLink(link, 1, deal.id(), target, Work.known(clean), false));
        });
    }

    /** Says that a linked project is done, or to do again. */
    public OpportunityLink markDone(LinkId id, int version, boolean done) {
        return desk.command(work -> {
            OpportunityLink present = work.get(OpportunityLink.class, id, version);
            return work.change(present, present.withDone(done), true);
        });
    }

    /** Removes a link. */
    public void unlink(LinkId id, int version) {
        desk.command(work -> {
            work.remove(work.get(OpportunityLink.class, id, version));
            return id;
        });
    }

    /** Gives what is linked to a deal, in the order in which it was linked. */
    public List<OpportunityLink> links(OpportunityId id) {
        return desk.read(work -> work.store().links(desk.actor().tenant(), id));
    }

    private static @Nullable Opportunity open(Work work, OpportunityDraft draft) {
        Opportunity opened = new OpportunityForm(work).read(draft, null);
        if (opened == null) {
            return null;
        }
        work.append(
                OpportunityRevision.of(null, opened, work.actor().who(), Event.OPENED, Text.clean(draft.because())));
        return work.add(opened);
    }

    private Opportunity change(OpportunityId id, int version, Function<Opportunity, OpportunityDraft> form) {
        return desk.command(work -> {
            Opportunity present = work.get(Opportunity.class, id, version);
            OpportunityDraft draft = form.apply(present);
            Opportunity after = new OpportunityForm(work).read(draft, present);
            LocalDate effectiveOn = Revisions.effectiveOn(work, present, draft.effectiveOn());
            if (after != null && !present.isOpen()) {
                refuseOfClosed(work, present, after);
            }
            work.refuseProblems();
            Opportunity changed =
                    present.isOpen() ? Work.known(after) : Work.known(after).become(present.standing());
            Event event = changed.stage().equals(present.stage()) ? Event.CHANGED : Event.MOVED;
            return Revisions.revise(work, present, changed, effectiveOn, event, draft.because(), true);
        });
    }

    private static void refuseOfClosed(Work work, Opportunity present, Opportunity after) {
        Opportunity reopened = present.become(new Standing.InProgress());
        for (FieldChange change : FieldChange.between(reopened.fields(), after.fields())) {
            if (!change.field().equals("text")) {
                work.problem(Problem.of(change.field(), change.to(), "deal.closed")
                        .with("standing", present.standing().kind()));
            }
        }
    }
}
