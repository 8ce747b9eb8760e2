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
 * @param dates by date, the days that it lies in; a deal without such a date is left out
 * @param asOf the view of the past that deals are looked at in; missing for deals as they are now. What a dimension says
 *     of the relation or the representative is what they are now
 */
public record OpportunityFilter(
        Map<OpportunityDimension, Set<String>> among,
        Map<OpportunityDate, DateRange> dates,
        @Nullable AsOf asOf) {

    /** Keeps the conditions unmodifiable and in a stable order. */
    public OpportunityFilter {
        Map<OpportunityDimension, Set<String>> sorted = new EnumMap<>(OpportunityDimension.class);
        among.forEach((dimension, texts) -> sorted.put(dimension, Collections.unmodifiableSet(new TreeSet<>(texts))));
        among = Collections.unmodifiableMap(sorted);
        Map<OpportunityDate, DateRange> ranges = new EnumMap<>(OpportunityDate.class);
        ranges.putAll(dates);
        dates = Collections.unmodifiableMap(ranges);
    }

    /** Gives every deal. */
    public static OpportunityFilter all() {
        return new OpportunityFilter(Map.of(), Map.of(), null);
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
        return new OpportunityFilter(more, dates, asOf);
    }

    /** Narrows to the deals of which a date lies in a range. */
    public OpportunityFilter within(OpportunityDate date, DateRange range) {
        Map<OpportunityDate, DateRange> more = new EnumMap<>(OpportunityDate.class);
        more.putAll(dates);
        more.merge(date, range, DateRange::and);
        return new OpportunityFilter(among, more, asOf);
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
        return within(OpportunityDate.START, new DateRange(null, date));
    }

    /** Narrows to the deals that started between two days, both included. */
    public OpportunityFilter startedBetween(LocalDate from, LocalDate to) {
        return within(OpportunityDate.START, DateRange.between(from, to));
    }

    /** Narrows to the deals that were closed between two days, both included; open ones are left out. */
    public OpportunityFilter closedBetween(LocalDate from, LocalDate to) {
        return within(OpportunityDate.CLOSING, DateRange.between(from, to));
    }

    /** Narrows to the deals that are in their stage since before a date. */
    public OpportunityFilter inStageBefore(LocalDate date) {
        return within(OpportunityDate.STAGE_SINCE, new DateRange(null, date));
    }

    /** Narrows to the deals in progress whose expected closing is before a date: overdue on that date. */
    public OpportunityFilter overdue(LocalDate today) {
        return within(OpportunityDate.EXPECTED_CLOSING, new DateRange(null, today))
                .standing(StandingKind.IN_PROGRESS);
    }

    /** Narrows to the deals without an expected closing. */
    public OpportunityFilter withoutExpectedClosing() {
        return where(OpportunityDimension.MONTH_OF_EXPECTED_CLOSING, OpportunityDimension.MISSING);
    }

    /** Looks at deals as they were on a date, as known at an instant. */
    public OpportunityFilter asOf(AsOf view) {
        return new OpportunityFilter(among, dates, view);
    }

    /** Tells whether a deal is among them. */
    public boolean matches(OpportunityDimension.Subject subject) {
        for (Map.Entry<OpportunityDate, DateRange> bound : dates.entrySet()) {
            if (!bound.getValue().has(bound.getKey().of(subject.deal()))) {
                return false;
            }
        }
        for (Map.Entry<OpportunityDimension, Set<String>> condition : among.entrySet()) {
            if (!condition.getValue().contains(condition.getKey().of(subject))) {
                return false;
            }
        }
        return true;
    }
}
