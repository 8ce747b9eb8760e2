package org.carnetcrm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationHistory;
import org.jspecify.annotations.Nullable;

/** The history of one relation while a command adds rows to it. */
final class RelationLedger {

    private final Work work;
    private final RelationId relation;
    private final List<RelationChange> rows = new ArrayList<>();

    RelationLedger(Work work, RelationId relation) {
        this.work = work;
        this.relation = relation;
    }

    void load(RelationChange row) {
        rows.add(row);
    }

    RelationHistory history() {
        return RelationHistory.of(rows);
    }

    /** Tells whether a code is in force on a date already, so that a change to it would say nothing. */
    boolean isInForce(Aspect aspect, @Nullable String code, LocalDate date) {
        return Objects.equals(code, inForce(aspect, date));
    }

    /** Adds a change, unless it would only repeat what is in force on its date. */
    void change(Aspect aspect, @Nullable String to, LocalDate effectiveOn, @Nullable ActionId action) {
        if (!isInForce(aspect, to, effectiveOn)) {
            add(aspect, to, effectiveOn, RelationChange.Kind.CHANGE, action, null);
            restateTakeBacks(aspect);
        }
    }

    /**
     * Replaces a row that was wrong; the action behind it stays behind the new one. Behind a take-back stands none: what
     * its action gave no longer counts.
     */
    void correct(RelationChange wrong, @Nullable String to, LocalDate effectiveOn) {
        ActionId action = wrong.kind() == RelationChange.Kind.TAKE_BACK ? null : wrong.action();
        add(wrong.aspect(), to, effectiveOn, RelationChange.Kind.CORRECTION, action, wrong.number());
        restateTakeBacks(wrong.aspect());
    }

    /**
     * Takes a row back: a new row on the same date restates what is in force without it. Any row but an earlier take-back
     * that stands on it is in the way, and is given back with nothing done.
     */
    Optional<RelationChange> takeBack(RelationChange row) {
        Optional<RelationChange> inTheWay = history().on(row).stream()
                .filter(other -> other.kind() != RelationChange.Kind.TAKE_BACK)
                .findFirst();
        if (inTheWay.isEmpty()) {
            restate(row);
            restateTakeBacks(row.aspect());
        }
        return inTheWay;
    }

    /** Gives the status and priority as they stand now. */
    Relation.Rank rank() {
        String status = history().present(Aspect.STATUS).map(RelationChange::to).orElseThrow();
        String priority =
                history().present(Aspect.PRIORITY).map(RelationChange::to).orElse(null);
        return new Relation.Rank(status, priority, rows.size());
    }

    /** A take-back says nothing of its own: when what it restated changes beneath it, it is restated. */
    private void restateTakeBacks(Aspect aspect) {
        for (RelationChange row : history().standing(aspect)) {
            if (row.kind() == RelationChange.Kind.TAKE_BACK && isOutdated(row)) {
                restate(row);
            }
        }
    }

    private boolean isOutdated(RelationChange takeBack) {
        RelationHistory history = history();
        boolean overridden = history.on(takeBack).stream()
                .anyMatch(other -> other.kind() != RelationChange.Kind.TAKE_BACK
                        && other.effectiveOn().equals(takeBack.effectiveOn()));
        return !overridden
                && !Objects.equals(
                        takeBack.to(),
                        history.without(takeBack).map(RelationChange::to).orElse(null));
    }

    private @Nullable String inForce(Aspect aspect, LocalDate date) {
        return history().inForce(aspect, date).map(RelationChange::to).orElse(null);
    }

    private void restate(RelationChange row) {
        String without = history().without(row).map(RelationChange::to).orElse(null);
        add(row.aspect(), without, row.effectiveOn(), RelationChange.Kind.TAKE_BACK, row.action(), row.number());
    }

    private void add(
            Aspect aspect,
            @Nullable String to,
            LocalDate effectiveOn,
            RelationChange.Kind kind,
            @Nullable ActionId action,
            @Nullable Integer replaces) {
        String from = inForce(aspect, effectiveOn);
        Instant recordedAt = work.now();
        if (!rows.isEmpty()) {
            Instant last = rows.get(rows.size() - 1).recordedAt();
            recordedAt = last.isAfter(recordedAt) ? last : recordedAt;
        }
        RelationChange row = new RelationChange(
                relation,
                rows.size() + 1,
                aspect,
                from,
                to,
                effectiveOn,
                recordedAt,
                work.actor().who(),
                kind,
                action,
                replaces);
        rows.add(row);
        work.append(row);
    }
}
