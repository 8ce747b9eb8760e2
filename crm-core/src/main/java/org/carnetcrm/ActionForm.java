package org.carnetcrm;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.action.ScheduleDraft;
import org.carnetcrm.choice.ActionStatus;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Relation;
import org.jspecify.annotations.Nullable;

/** Reads drafts of actions: finds every problem, and builds the action when there is none. */
final class ActionForm {

    private final Work work;
    private final Mentions mentions;

    ActionForm(Work work) {
        this.work = work;
        this.mentions = new Mentions(work);
    }

    /** Builds the action that a draft describes in a state, or gives nothing when the draft has problems. */
    @Nullable
    Action read(ActionDraft draft, @Nullable Action present, Progress progress) {
        work.check(draft);
        work.references().requireFree(Action.class, draft.hostReference(), present == null ? null : present.id());
        Action.Crew crew = crew(draft, present);
        String type = work.choice(
                "type",
                ChoiceKind.ACTION_TYPE,
                draft.type(),
                present == null ? null : present.matter().type());
        Action.Effect effect = effect(draft, present);
        String status = status(draft.status(), present, progress);
        LocalDate doneOn = progress == Progress.DONE ? doneOn(draft, present) : null;
        Schedule schedule = schedule(draft.schedule(), present);
        List<Cost> costs = new CostLines(work)
                .read(
                        draft.costs(),
                        present == null ? List.of() : present.costs(),
                        schedule == null ? work.today() : schedule.first());
        if (work.hasProblems()) {
            return null;
        }
        RelationId relation = Work.known(draft.relation());
        return new Action(
                present == null ? new ActionId(work.setup().ids().next()) : present.id(),
                present == null ? 1 : present.version(),
                new Action.Concern(relation, draft.contact(), draft.opportunity()),
                Work.known(crew),
                new Action.Matter(Work.known(type), Text.clean(draft.subject()), Text.clean(draft.note())),
                new Action.State(Work.known(status), progress, doneOn),
                Work.known(schedule),
                effect,
                costs,
                Text.clean(draft.hostReference()),
                present == null ? work.now() : present.recordedAt());
    }

    /**
     * Settles the status of an action that comes to stand somewhere: the one that is named, which must be of that kind,
     * else the one that it has, else the first in force.
     */
    @Nullable
    String status(@Nullable String raw, @Nullable Action present, Progress progress) {
        String code = Text.clean(raw);
        String before = present == null ? null : present.state().status();
        boolean moves = present != null && present.progress() != progress;
        if (code == null || (moves && code.equals(before))) {
            return present != null && !moves ? before : first(progress);
        }
        Optional<ActionStatus> found = work.choices().find(ChoiceKind.ACTION_STATUS, code, ActionStatus.class);
        if (found.isPresent() && found.get().progress() != progress) {
            work.problem(Problem.of("status", code, "action.statusKind")
                    .with("kind", found.get().progress())
                    .with("wanted", progress));
            return null;
        }
        return work.choice("status", ChoiceKind.ACTION_STATUS, code, before);
    }

    private @Nullable String first(Progress progress) {
        Optional<String> first = work.choices().inForce(ChoiceKind.ACTION_STATUS).stream()
                .filter(status -> status instanceof ActionStatus known && known.progress() == progress)
                .map(status -> status.code())
                .findFirst();
        if (first.isEmpty()) {
            work.problem(Problem.of("status", null, "action.noStatus").with("wanted", progress));
        }
        return first.orElse(null);
    }

    private Action.@Nullable Crew crew(ActionDraft draft, @Nullable Action present) {
        RelationId before = present == null ? null : present.relation();
        boolean same = before != null && before.equals(draft.relation());
        if (present != null && present.progress() == Progress.DONE && !same && draft.relation() != null) {
            work.problem(Problem.of("relation", draft.relation(), "action.relationFixed"));
        }
        Optional<Relation> relation = mentions.relation(draft.relation(), before);
        ContactPersonId contact = present == null ? null : present.concern().contact();
        OpportunityId deal = present == null || !same ? null : present.opportunity();
        mentions.contact(draft.contact(), draft.relation(), contact);
        mentions.opportunity(draft.opportunity(), draft.relation(), deal);
        RepresentativeId carrier = present == null ? null : present.representative();
        Optional<RepresentativeId> representative = mentions.inCharge(
                "representative",
                draft.representative(),
                relation,
                carrier,
                present != null && same && !present.crew().chosen() ? carrier : null);
        mentions.representatives(
                "participants",
                draft.participants(),
                present == null ? List.of() : present.crew().everybody());
        return representative
                .filter(who -> !work.hasProblem("participants"))
                .map(who -> new Action.Crew(who, draft.representative() != null, draft.participants()))
                .orElse(null);
    }

    private Action.Effect effect(ActionDraft draft, @Nullable Action present) {
        Action.Effect before = present == null ? Action.Effect.NONE : present.effect();
        return new Action.Effect(
                optional("newStatus", ChoiceKind.RELATION_STATUS, draft.newStatus(), before.newStatus()),
                optional("newPriority", ChoiceKind.PRIORITY, draft.newPriority(), before.newPriority()));
    }

    private @Nullable String optional(String field, ChoiceKind list, @Nullable String raw, @Nullable String present) {
        return Text.clean(raw) == null ? null : work.choice(field, list, raw, present);
    }

    private LocalDate doneOn(ActionDraft draft, @Nullable Action present) {
        LocalDate before = present == null ? null : present.state().doneOn();
        LocalDate asked = draft.doneOn() != null ? draft.doneOn() : before;
        LocalDate doneOn = asked == null ? work.today() : asked;
        if (!doneOn.equals(before)) {
            work.notInFuture("doneOn", doneOn);
        }
        return doneOn;
    }

    private @Nullable Schedule schedule(ScheduleDraft draft, @Nullable Action present) {
        if (present != null && draft.isEmpty()) {
            return present.schedule();
        }
        LocalDate day = present == null ? work.today() : present.schedule().first();
        ScheduleDraft.Reading reading = draft.read(day, work.actor().zone());
        reading.problems().forEach(problem -> work.problem(problem.below("schedule")));
        return reading.schedule();
    }
}
