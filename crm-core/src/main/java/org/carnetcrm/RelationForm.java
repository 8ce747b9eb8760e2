package org.carnetcrm;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.jspecify.annotations.Nullable;

/** Reads drafts of relations: finds every problem, and builds the relation and its history when there is none. */
final class RelationForm {

    private final Work work;

    RelationForm(Work work) {
        this.work = work;
    }

    /** What a draft says of status and priority. */
    private record Ranking(
            @Nullable String status, @Nullable String priority, LocalDate effectiveOn) {}

    /** Adds the relation that a draft describes, or gives nothing when the draft has problems. */
    @Nullable
    Relation add(RelationDraft draft) {
        Ranking ranking = check(draft, null);
        if (work.hasProblems()) {
            return null;
        }
        RelationId id = new RelationId(work.setup().ids().next());
        RelationLedger history = work.newLedger(id);
        history.change(Aspect.STATUS, ranking.status, ranking.effectiveOn, null);
        if (ranking.priority != null) {
            history.change(Aspect.PRIORITY, ranking.priority, ranking.effectiveOn, null);
        }
        return work.add(draft.build(id, 1, history.rank(), false));
    }

    /** Gives what a relation becomes by a draft, or nothing when the draft has problems. */
    @Nullable
    Relation change(RelationDraft draft, Relation present) {
        Ranking ranking = check(draft, present);
        if (work.hasProblems()) {
            return null;
        }
        RelationLedger history = work.ledger(present.id());
        change(history, Aspect.STATUS, present.status(), ranking.status, ranking.effectiveOn);
        change(history, Aspect.PRIORITY, present.priority(), ranking.priority, ranking.effectiveOn);
        return draft.build(present.id(), present.version(), history.rank(), present.archived());
    }

    /** Changes status or priority; what was in force on the date already would be lost in silence, and is refused. */
    private void change(
            RelationLedger history,
            Aspect aspect,
            @Nullable String present,
            @Nullable String wanted,
            LocalDate effectiveOn) {
        if (Objects.equals(present, wanted)) {
            return;
        }
        if (history.isInForce(aspect, wanted, effectiveOn)) {
            String field = aspect == Aspect.STATUS ? "status" : "priority";
            work.problem(Problem.of(field, Objects.requireNonNullElse(wanted, "-"), "history.inForce")
                    .with("date", effectiveOn));
        } else {
            history.change(aspect, wanted, effectiveOn, null);
        }
    }

    private Ranking check(RelationDraft draft, @Nullable Relation present) {
        work.check(draft);
        work.references().requireFree(Relation.class, draft.hostReference(), present == null ? null : present.id());
        String country = Text.clean(draft.details().address().country());
        String field = "details.address.country";
        if (country != null && !Address.isCountry(country) && !work.hasProblem(field)) {
            work.problem(Problem.of(field, country, "address.country"));
        }
        noCycle(draft.parent(), present);
        RepresentativeId manager = draft.accountManager();
        if (manager != null) {
            RepresentativeId before = present == null ? null : present.accountManager();
            new Mentions(work).representative("accountManager", manager, manager.equals(before));
        }
        LocalDate effectiveOn = draft.effectiveOn() == null ? work.today() : draft.effectiveOn();
        work.notInFuture("effectiveOn", effectiveOn);
        String status = present == null ? null : present.status();
        String priority = present == null ? null : present.priority();
        return new Ranking(
                work.choice("status", ChoiceKind.RELATION_STATUS, draft.status(), status),
                work.choice("priority", ChoiceKind.PRIORITY, draft.priority(), priority),
                effectiveOn);
    }

    private void noCycle(@Nullable RelationId parent, @Nullable Relation present) {
        Optional<Relation> above = work.named("parent", Relation.class, parent);
        Set<RelationId> passed = new HashSet<>();
        while (above.isPresent() && passed.add(above.get().id())) {
            Relation relation = above.get();
            if (present != null && relation.id().equals(present.id())) {
                work.problem(Problem.of("parent", parent, "cycle"));
                return;
            }
            work.hold(relation);
            above = relation.parent() == null ? Optional.empty() : work.find(Relation.class, relation.parent());
        }
    }
}
