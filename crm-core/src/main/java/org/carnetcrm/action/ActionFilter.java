package org.carnetcrm.action;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Which actions to list or to sum; every condition that is given must hold.
 *
 * @param among by dimension, the texts of which an action has one; in those of cost lines, one line has one of each
 * @param attendee a representative who carries the action out or takes part
 * @param from the earliest first day, of a timed action in its own zone
 * @param to the latest first day
 * @param overdue actions that are planned and whose last day is over for a reader
 */
public record ActionFilter(
        Map<ActionDimension, Set<String>> among,
        @Nullable RepresentativeId attendee,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Overdue overdue) {

    /** Keeps the conditions unmodifiable and in a stable order. */
    public ActionFilter {
        Map<ActionDimension, Set<String>> sorted = new EnumMap<>(ActionDimension.class);
        among.forEach((dimension, texts) -> sorted.put(dimension, Collections.unmodifiableSet(new TreeSet<>(texts))));
        among = Collections.unmodifiableMap(sorted);
    }

    /**
     * When an action is overdue for a reader: its last day, where the reader is, is before today.
     *
     * @param today the reader's day
     * @param zone where the reader is
     */
    public record Overdue(LocalDate today, ZoneId zone) {}

    /** Gives every action. */
    public static ActionFilter all() {
        return new ActionFilter(Map.of(), null, null, null, null);
    }

    /** Narrows to the actions that have one of these texts in a dimension. */
    public ActionFilter where(ActionDimension dimension, String... texts) {
        return where(dimension, Set.of(texts));
    }

    /** Narrows to the actions that have one of these texts in a dimension; none of them when the set is empty. */
    public ActionFilter where(ActionDimension dimension, Set<String> texts) {
        Map<ActionDimension, Set<String>> more = new EnumMap<>(ActionDimension.class);
        more.putAll(among);
        more.merge(dimension, texts, (one, other) -> {
            Set<String> both = new TreeSet<>(one);
            both.retainAll(other);
            return both;
        });
        return new ActionFilter(more, attendee, from, to, overdue);
    }

    /** Narrows to planned, done or cancelled actions. */
    public ActionFilter progress(Progress progress) {
        return where(ActionDimension.PROGRESS, progress.name());
    }

    /** Narrows to the actions with a relation. */
    public ActionFilter relation(RelationId relation) {
        return where(ActionDimension.RELATION, relation.text());
    }

    /** Narrows to the actions about a deal. */
    public ActionFilter opportunity(OpportunityId opportunity) {
        return where(ActionDimension.OPPORTUNITY, opportunity.text());
    }

    /** Narrows to the actions that a representative carries out. */
    public ActionFilter carriedOutBy(RepresentativeId representative) {
        return where(ActionDimension.REPRESENTATIVE, representative.text());
    }

    /** Narrows to the actions that a representative carries out or takes part in. */
    public ActionFilter attendedBy(RepresentativeId representative) {
        return new ActionFilter(among, representative, from, to, overdue);
    }

    /** Narrows to the actions whose first day, in their own zone, lies between two days, both included. */
    public ActionFilter between(LocalDate from, LocalDate to) {
        LocalDate later = this.from == null || this.from.isBefore(from) ? from : this.from;
        LocalDate earlier = this.to == null || this.to.isAfter(to) ? to : this.to;
        return new ActionFilter(among, attendee, later, earlier, overdue);
    }

    /** Narrows to the planned actions whose last day is before today, where the reader is. */
    public ActionFilter overdue(LocalDate today, ZoneId zone) {
        return new ActionFilter(among, attendee, from, to, new Overdue(today, zone)).progress(Progress.PLANNED);
    }

    /** Narrows to the actions whose costs count: planned and done ones, not those that were cancelled. */
    public ActionFilter whoseCostsCount() {
        return where(ActionDimension.PROGRESS, Progress.PLANNED.name(), Progress.DONE.name());
    }

    /** Tells whether an action is among them. */
    public boolean matches(Action action) {
        for (Map.Entry<ActionDimension, Set<String>> condition : among.entrySet()) {
            ActionDimension dimension = condition.getKey();
            if (!dimension.isOfLines() && !condition.getValue().contains(dimension.of(action))) {
                return false;
            }
        }
        boolean ofLines = among.keySet().stream().anyMatch(ActionDimension::isOfLines);
        if (ofLines && action.costs().stream().noneMatch(line -> matches(action, line))) {
            return false;
        }
        LocalDate first = action.schedule().first();
        return (attendee == null || action.crew().everybody().contains(attendee))
                && (from == null || !first.isBefore(from))
                && (to == null || !first.isAfter(to))
                && (overdue == null || action.schedule().lastFor(overdue.zone()).isBefore(overdue.today()));
    }

    /** Tells whether a cost line of one of them is summed. */
    public boolean matches(Action action, Cost line) {
        return among.entrySet().stream()
                .filter(condition -> condition.getKey().isOfLines())
                .allMatch(condition ->
                        condition.getValue().contains(condition.getKey().of(action, line)));
    }
}
