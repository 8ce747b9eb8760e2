package org.carnetcrm.opportunity;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Which deals to list or to sum; every condition that is given must hold, and narrowing twice keeps both.
 *
 * @param among by dimension, the texts of which a deal has one
 * @param startedBefore deals that started before this date
 * @param expectedBefore deals expected to close before this date; one without such a date is left out
 * @param asOf the view of the past that deals are looked at in; missing for deals as they are now. What a dimension says
 *     of the relation or the representative is what they are now
 */
public record OpportunityFilter(
        Map<OpportunityDimension, Set<String>> among,
        @Nullable LocalDate startedBefore,
        @Nullable LocalDate expectedBefore,
        @Nullable AsOf asOf) {

    /** Keeps the conditions unmodifiable and in a stable order. */
    public OpportunityFilter {
        Map<OpportunityDimension, Set<String>> sorted = new EnumMap<>(OpportunityDimension.class);
        among.forEach((dimension, texts) -> sorted.put(dimension, Collections.unmodifiableSet(new TreeSet<>(texts))));
        among = Collections.unmodifiableMap(sorted);
    }

    /** Gives every deal. */
    public static OpportunityFilter all() {
        return new OpportunityFilter(Map.of(), null, null, null);
    }

    /** Gives the deals in progress. */
    public static OpportunityFilter open() {
        return all().standing(StandingKind.IN_PROGRESS);
    }

    /** Narrows to the deals that have one of these texts in a dimension. */
    public OpportunityFilter where(OpportunityDimension dimension, String... texts) {
        return where(dimension, Set.of(texts));
    }

    /** Narrows to the deals that have one of these texts in a dimension; none of them when the set is empty. */
    public OpportunityFilter where(OpportunityDimension dimension, Set<String> texts) {
        Map<OpportunityDimension, Set<String>> more = new EnumMap<>(OpportunityDimension.class);
        more.putAll(among);
        more.merge(dimension, texts, (one, other) -> {
            Set<String> both = new TreeSet<>(one);
            both.retainAll(other);
            return both;
        });
        return new OpportunityFilter(more, startedBefore, expectedBefore, asOf);
    }

    /** Narrows to the deals of a standing. */
    public OpportunityFilter standing(StandingKind kind) {
        return where(OpportunityDimension.STANDING, kind.name());
    }

    /** Narrows to the deals of a stage. */
    public OpportunityFilter stage(String code) {
        return where(OpportunityDimension.STAGE, code);
    }

    /** Narrows to the deals that a representative manages. */
    public OpportunityFilter managedBy(RepresentativeId representative) {
        return where(OpportunityDimension.MANAGER, representative.text());
    }

    /** Narrows to the deals with a relation. */
    public OpportunityFilter relation(RelationId relation) {
        return where(OpportunityDimension.RELATION, relation.text());
    }

    /** Narrows to the deals that started before a date. */
    public OpportunityFilter startedBefore(LocalDate date) {
        return new OpportunityFilter(among, earlier(startedBefore, date), expectedBefore, asOf);
    }

    /** Narrows to the deals in progress whose expected closing is before a date: overdue on that date. */
    public OpportunityFilter overdue(LocalDate today) {
        return new OpportunityFilter(among, startedBefore, earlier(expectedBefore, today), asOf)
                .standing(StandingKind.IN_PROGRESS);
    }

    /** Narrows to the deals without an expected closing. */
    public OpportunityFilter withoutExpectedClosing() {
        return where(OpportunityDimension.MONTH_OF_EXPECTED_CLOSING, OpportunityDimension.MISSING);
    }

    /** Looks at deals as they were on a date, as known at an instant. */
    public OpportunityFilter asOf(AsOf view) {
        return new OpportunityFilter(among, startedBefore, expectedBefore, view);
    }

    /** Tells whether a deal is among them. */
    public boolean matches(OpportunityDimension.Subject subject) {
        Opportunity.Horizon horizon = subject.deal().horizon();
        if (startedBefore != null && !horizon.start().isBefore(startedBefore)) {
            return false;
        }
        LocalDate expected = horizon.expectedClosing();
        if (expectedBefore != null && (expected == null || !expected.isBefore(expectedBefore))) {
            return false;
        }
        for (Map.Entry<OpportunityDimension, Set<String>> condition : among.entrySet()) {
            if (!condition.getValue().contains(condition.getKey().of(subject))) {
                return false;
            }
        }
        return true;
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one != null && one.isBefore(other) ? one : other;
    }
}
