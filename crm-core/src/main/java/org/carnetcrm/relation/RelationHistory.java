package org.carnetcrm.relation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.id.ActionId;

/**
 * The history of one relation's status and priority, and the questions it answers.
 *
 * <p>In force on a date is, among the rows effective on or before it that no other row replaces, the one with the latest
 * effective date, and of those the one with the highest number.
 *
 * @param rows the rows, by number
 */
public record RelationHistory(List<RelationChange> rows) {

    private static final Comparator<RelationChange> IN_EFFECT =
            Comparator.comparing(RelationChange::effectiveOn).thenComparing(RelationChange::number);

    /** Orders the rows by number. */
    public RelationHistory {
        rows = rows.stream()
                .sorted(Comparator.comparing(RelationChange::number))
                .toList();
    }

    /** Makes a history of rows in any order. */
    public static RelationHistory of(Collection<RelationChange> rows) {
        return new RelationHistory(List.copyOf(rows));
    }

    /** Gives what was known of the history at an instant: the rows recorded at or before it. */
    public RelationHistory asKnownAt(Instant instant) {
        return new RelationHistory(
                rows.stream().filter(row -> !row.recordedAt().isAfter(instant)).toList());
    }

    /** Gives the rows of an aspect that no other row replaces, in the order in which they take effect. */
    public List<RelationChange> standing(Aspect aspect) {
        Set<Integer> replaced = replaced();
        return rows.stream()
                .filter(row -> row.aspect() == aspect && !row.isSilent() && !replaced.contains(row.number()))
                .sorted(IN_EFFECT)
                .toList();
    }

    /** Gives the row in force on a date, or nothing before the first. */
    public Optional<RelationChange> inForce(Aspect aspect, LocalDate date) {
        return standing(aspect).stream()
                .filter(row -> !row.effectiveOn().isAfter(date))
                .reduce((earlier, later) -> later);
    }

    /** Gives the row in force as things stand: the latest effective one. */
    public Optional<RelationChange> present(Aspect aspect) {
        return standing(aspect).stream().reduce((earlier, later) -> later);
    }

    /** Gives the row with a number, unless there is none or another replaced it. */
    public Optional<RelationChange> standing(int number) {
        Set<Integer> replaced = replaced();
        return rows.stream()
                .filter(row -> row.number() == number && !replaced.contains(number))
                .findFirst();
    }

    /**
     * Gives the rows by which the relation became a customer, by effective date, then number: each row to a status of
     * phase CUSTOMER when one of phase PROSPECT stands since the last such row. Statuses of other phases between are
     * skipped, a relation created as a customer was not converted, and neither was one whose earlier status a take-back
     * restates.
     *
     * @param phase gives the phase of the status with a code
     */
    public List<RelationChange> conversions(Function<String, Phase> phase) {
        List<RelationChange> conversions = new ArrayList<>();
        boolean prospect = false;
        for (RelationChange row : standing(Aspect.STATUS)) {
            if (row.kind() == RelationChange.Kind.TAKE_BACK) {
                continue;
            }
            Phase reached = phase.apply(Objects.requireNonNull(row.to()));
            if (reached == Phase.PROSPECT) {
                prospect = true;
            } else if (reached == Phase.CUSTOMER) {
                if (prospect) {
                    conversions.add(row);
                }
                prospect = false;
            }
        }
        return List.copyOf(conversions);
    }

    /** Gives the row that stands by which an action changed an aspect, corrections of it included, or nothing. */
    public Optional<RelationChange> by(ActionId action, Aspect aspect) {
        return standing(aspect).stream()
                .filter(row -> action.equals(row.action()) && row.kind() != RelationChange.Kind.TAKE_BACK)
                .findFirst();
    }

    /**
     * Gives the rows that stand on a row, in the order in which they take effect: of the same aspect, recorded later and
     * effective no earlier.
     */
    public List<RelationChange> on(RelationChange row) {
        return standing(row.aspect()).stream()
                .filter(other ->
                        other.number() > row.number() && !other.effectiveOn().isBefore(row.effectiveOn()))
                .toList();
    }

    /** Gives the row that would be in force where a row takes effect, were it not there; or nothing. */
    public Optional<RelationChange> without(RelationChange row) {
        return standing(row.aspect()).stream()
                .filter(other -> IN_EFFECT.compare(other, row) < 0)
                .reduce((earlier, later) -> later);
    }

    private Set<Integer> replaced() {
        return rows.stream()
                .map(RelationChange::replaces)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
