package org.carnetcrm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.ActionSummary;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.representative.Representative;
import org.jspecify.annotations.Nullable;

/**
 * Plans, records, completes, changes, lists and sums actions.
 *
 * <p>What an action gives its relation, a new status or priority, takes effect when the action is done, on the date on
 * which it was done, and stands in the relation's history with the action behind it.
 */
public final class Actions {

    private final Desk desk;

    Actions(Desk desk) {
        this.desk = desk;
    }

    /**
     * Plans an action. Filled in when missing: who carries it out (the relation's account manager, else the actor's own
     * representative, each only while active), type and status (the first in force), schedule (today, all day), prices of
     * products (asked of the host).
     */
    public Action plan(ActionDraft draft) {
        return addAll(List.of(Objects.requireNonNull(draft, "draft")), Progress.PLANNED, false)
                .get(0);
    }

    /** Plans actions, all or none; a problem's path begins with the place of its draft, such as {@code [3]}. */
    public List<Action> planAll(List<ActionDraft> drafts) {
        return addAll(drafts, Progress.PLANNED, true);
    }

    /** Records an action that is done already; the rest is as for {@link #plan} and {@link #complete}. */
    public Action record(ActionDraft draft) {
        return addAll(List.of(Objects.requireNonNull(draft, "draft")), Progress.DONE, false)
                .get(0);
    }

    /** Records actions that are done already, all or none, in the order of the drafts. */
    public List<Action> recordAll(List<ActionDraft> drafts) {
        return addAll(drafts, Progress.DONE, true);
    }

    /**
     * Changes or supplements an action, done ones too: the whole form replaces. Where it stands and the relation of a
     * done one stay. What a done one gives its relation may change: the history is then corrected, or what it gave is
     * taken back unless something newer stands on it.
     */
    public Action change(ActionId id, int version, ActionDraft draft) {
        return desk.command(work -> {
            Action present = work.get(Action.class, id, version);
            return advance(work, present, new ActionForm(work).read(draft, present, present.progress()));
        });
    }

    /** Completes a planned action today, where the actor is, as it was planned. */
    public Action complete(ActionId id, int version) {
        return desk.command(work -> {
            Action present = work.get(Action.class, id, version);
            return complete(work, present, ActionDraft.from(present));
        });
    }

    /**
     * Completes a planned action with what was said, spent and changed: the whole form replaces. It takes effect on the
     * draft's {@code doneOn}, today when missing and never in the future; the planned dates stay unless others are given.
     */
    public Action complete(ActionId id, int version, ActionDraft draft) {
        return desk.command(work -> complete(work, work.get(Action.class, id, version), draft));
    }

    /** Cancels a planned action; its costs count no more. */
    public Action cancel(ActionId id, int version) {
        return move(id, version, Progress.CANCELLED);
    }

    /**
     * Takes a completion or a cancellation back: the action is planned again. What it gave its relation is taken back by
     * a new row of the history; refused when something newer stands on that.
     */
    public Action undo(ActionId id, int version) {
        return move(id, version, Progress.PLANNED);
    }

    /** Takes out an action that was entered by mistake, with what it gave its relation; it stays on record. */
    public void discard(ActionId id, int version) {
        desk.command(work -> {
            Action present = work.get(Action.class, id, version);
            ActionEffects.settle(work, present, null);
            work.refuseProblems();
            work.remove(present);
            return id;
        });
    }

    /** Takes out a cost line that was entered by mistake, by its place from 0; it stays on record. */
    public Action discardCost(ActionId id, int version, int place) {
        return desk.command(work -> {
            Action present = work.get(Action.class, id, version);
            if (place < 0 || place >= present.costs().size()) {
                work.problem(Problem.of("place", place, "cost.noSuchLine")
                        .with("count", present.costs().size()));
            }
            work.refuseProblems();
            List<Cost> rest = new ArrayList<>(present.costs());
            rest.remove(place);
            return work.change(present, present.withCosts(rest), true);
        });
    }

    /** Finds an action. */
    public Optional<Action> find(ActionId id) {
        return desk.read(work -> work.find(Action.class, id));
    }

    /** Finds actions at once, in the order asked; an unknown id is left out. */
    public List<Action> findAll(Collection<ActionId> ids) {
        return desk.read(work -> work.store().find(desk.actor().tenant(), Action.class, ids));
    }

    /** Finds an action by the host's reference. */
    public Optional<Action> findByReference(String hostReference) {
        return desk.read(work -> work.references().find(Action.class, hostReference));
    }

    /** Lists actions in an order; equal days go by id. */
    public Page<ActionRow> list(ActionFilter filter, ActionOrder order, PageRequest request) {
        return desk.read(work -> work.store().actions(desk.actor().tenant(), filter, order, request));
    }

    /** Gives the filter of the planned actions whose last day is before today, where the actor is. */
    public ActionFilter overdue() {
        return desk.read(
                work -> ActionFilter.all().overdue(work.today(), work.actor().zone()));
    }

    /** Counts actions by dimensions, in the order of the keys; no action gives no row. */
    public List<ActionSummary> count(ActionFilter filter, ActionDimension... dimensions) {
        Set<ActionDimension> asked = asked(dimensions);
        asked.stream().filter(ActionDimension::isOfLines).findFirst().ifPresent(dimension -> {
            throw new IllegalArgumentException(dimension + " tells cost lines apart, not actions");
        });
        return desk.read(work -> work.store().countActions(desk.actor().tenant(), filter, asked));
    }

    /**
     * Sums cost lines of planned and done actions by dimensions and currency, in the order of the keys; no line gives no
     * row. A cost is attributed to who carries the action out and to its first day, and never divided; those of cancelled
     * actions are left out.
     */
    public List<CostSummary> costs(ActionFilter filter, ActionDimension... dimensions) {
        return desk.read(
                work -> work.store().sumCosts(desk.actor().tenant(), filter.whoseCostsCount(), asked(dimensions)));
    }

    private static Set<ActionDimension> asked(ActionDimension... dimensions) {
        Set<ActionDimension> asked = EnumSet.noneOf(ActionDimension.class);
        asked.addAll(List.of(dimensions));
        return asked;
    }

    private List<Action> addAll(List<ActionDraft> drafts, Progress progress, boolean listed) {
        return desk.command(work -> {
            prefetch(work, drafts);
            ActionForm form = new ActionForm(work);
            List<Action> added = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                work.at(listed ? "[" + i + "]" : "");
                Action action = form.read(drafts.get(i), null, progress);
                if (action != null) {
                    ActionEffects.settle(work, null, action);
                    added.add(work.add(action));
                }
            }
            work.refuseProblems();
            return List.copyOf(added);
        });
    }

    private static void prefetch(Work work, List<ActionDraft> drafts) {
        work.prefetch(Relation.class, of(drafts, draft -> listOf(draft.relation())));
        work.prefetch(ContactPerson.class, of(drafts, draft -> listOf(draft.contact())));
        if (work.setup().hasOpportunities()) {
            work.prefetch(Opportunity.class, of(drafts, draft -> listOf(draft.opportunity())));
        }
        List<Id> people = new ArrayList<>(of(drafts, draft -> listOf(draft.representative())));
        people.addAll(of(drafts, ActionDraft::participants));
        Optional.ofNullable(work.actor().who().representative()).ifPresent(people::add);
        drafts.stream()
                .flatMap(draft -> listOf(draft.relation()).stream())
                .flatMap(relation -> work.find(Relation.class, relation).stream())
                .flatMap(relation -> listOf(relation.accountManager()).stream())
                .forEach(people::add);
        work.prefetch(Representative.class, people);
        work.references()
                .prefetch(
                        Action.class,
                        drafts.stream().map(ActionDraft::hostReference).toList());
        List<RelationId> changed = drafts.stream()
                .filter(draft -> draft.newStatus() != null || draft.newPriority() != null)
                .flatMap(draft -> listOf(draft.relation()).stream())
                .toList();
        work.prefetchLedgers(changed);
    }

    private static <I extends Id> List<I> of(
            List<ActionDraft> drafts, java.util.function.Function<ActionDraft, Collection<I>> ids) {
        return drafts.stream().flatMap(draft -> ids.apply(draft).stream()).toList();
    }

    private static <I> List<I> listOf(@Nullable I id) {
        return id == null ? List.of() : List.of(id);
    }

    private static Action complete(Work work, Action present, ActionDraft draft) {
        if (!present.progress().next().contains(Progress.DONE)) {
            refuse(work, present, Progress.DONE);
        }
        return advance(work, present, new ActionForm(work).read(draft, present, Progress.DONE));
    }

    private Action move(ActionId id, int version, Progress next) {
        return desk.command(work -> {
            Action present = work.get(Action.class, id, version);
            if (!present.progress().next().contains(next)) {
                refuse(work, present, next);
            }
            String status = new ActionForm(work).status(null, present, next);
            work.refuseProblems();
            return advance(work, present, present.become(new Action.State(Work.known(status), next, null)));
        });
    }

    private static void refuse(Work work, Action present, Progress next) {
        work.problem(Problem.of("status", next, "action.transition").with("from", present.progress()));
        work.refuseProblems();
    }

    private static Action advance(Work work, Action present, @Nullable Action after) {
        work.refuseProblems();
        Action next = Work.known(after);
        ActionEffects.settle(work, present, next);
        work.refuseProblems();
        return work.change(present, next, true);
    }
}
