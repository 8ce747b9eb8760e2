package org.carnetcrm;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.carnetcrm.action.Action;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.jspecify.annotations.Nullable;

/** Writes what actions give their relation into its history, and takes it back. */
final class ActionEffects {

    private ActionEffects() {}

    /** What an action gives one aspect of its relation, and from when on. */
    private record Effect(@Nullable String code, @Nullable LocalDate on) {

        static Effect of(@Nullable Action action, Aspect aspect) {
            if (action == null || action.progress() != Progress.DONE) {
                return new Effect(null, null);
            }
            String code = aspect == Aspect.STATUS
                    ? action.effect().newStatus()
                    : action.effect().newPriority();
            return new Effect(code, code == null ? null : action.state().doneOn());
        }
    }

    /**
     * Makes the history of the relation follow from an action that was and an action that is; one of the two may be
     * missing. What cannot be taken back is a problem.
     */
    static void settle(Work work, @Nullable Action before, @Nullable Action after) {
        for (Aspect aspect : Aspect.values()) {
            Effect had = Effect.of(before, aspect);
            Effect has = Effect.of(after, aspect);
            if (!had.equals(has)) {
                settle(work, Work.known(after == null ? before : after), aspect, has);
            }
        }
    }

    private static void settle(Work work, Action action, Aspect aspect, Effect wanted) {
        ActionId id = action.id();
        RelationLedger ledger = work.ledger(action.relation());
        Optional<RelationChange> standing = ledger.history().by(id, aspect);
        if (standing.isEmpty()) {
            if (wanted.code() != null) {
                ledger.change(aspect, wanted.code(), Objects.requireNonNull(wanted.on()), id);
            }
        } else if (wanted.code() != null) {
            ledger.correct(standing.get(), wanted.code(), Objects.requireNonNull(wanted.on()));
        } else {
            ledger.takeBack(standing.get()).ifPresent(inTheWay -> problem(work, aspect, inTheWay));
        }
        Relation relation = work.get(Relation.class, action.relation());
        work.change(relation, relation.withRank(ledger.rank()), false);
    }

    private static void problem(Work work, Aspect aspect, RelationChange inTheWay) {
        String field = aspect == Aspect.STATUS ? "newStatus" : "newPriority";
        work.problem(Problem.of(field, Objects.requireNonNullElse(inTheWay.to(), "-"), "history.standsOnIt")
                .with("number", inTheWay.number())
                .with("date", inTheWay.effectiveOn()));
    }
}
