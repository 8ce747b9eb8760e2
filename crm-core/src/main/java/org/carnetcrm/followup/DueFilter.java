package org.carnetcrm.followup;

import java.time.LocalDate;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Which open quotes and orders to chase; every condition that is given must hold.
 *
 * @param from the earliest date on which they are due
 * @param to the latest date on which they are due
 * @param relation the relation that they are for
 * @param chaser who chases them: who made the latest follow-up, or, before the first, the relation's account manager
 */
public record DueFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable RelationId relation,
        @Nullable RepresentativeId chaser) {

    /** Gives whatever is to be chased at any time. */
    public static DueFilter all() {
        return new DueFilter(null, null, null, null);
    }

    /** Narrows to what is due on a day: on or before it. */
    public DueFilter dueOn(LocalDate today) {
        return between(LocalDate.MIN, today);
    }

    /** Narrows to what is overdue on a day: before it. */
    public DueFilter overdueOn(LocalDate today) {
        return between(LocalDate.MIN, today.minusDays(1));
    }

    /** Narrows to what comes after a day. */
    public DueFilter after(LocalDate today) {
        return between(today.plusDays(1), LocalDate.MAX);
    }

    /** Narrows to what is due between two days, both included. */
    public DueFilter between(LocalDate from, LocalDate to) {
        LocalDate later = this.from == null || this.from.isBefore(from) ? from : this.from;
        LocalDate earlier = this.to == null || this.to.isAfter(to) ? to : this.to;
        return new DueFilter(later, earlier, relation, chaser);
    }

    /** Narrows to what is for a relation. */
    public DueFilter relation(RelationId relation) {
        return new DueFilter(from, to, relation, chaser);
    }

    /** Narrows to what a representative chases. */
    public DueFilter chaser(RepresentativeId chaser) {
        return new DueFilter(from, to, relation, chaser);
    }

    /**
     * Tells whether a document is among them.
     *
     * @param accountManager the account manager of its relation
     */
    public boolean matches(BusinessDocument document, @Nullable RepresentativeId accountManager) {
        LocalDate dueOn = document.dueOn();
        BusinessDocument.Latest latest = document.trail().latest();
        return dueOn != null
                && (from == null || !dueOn.isBefore(from))
                && (to == null || !dueOn.isAfter(to))
                && (relation == null || relation.equals(document.relation()))
                && (chaser == null || chaser.equals(latest == null ? accountManager : latest.by()));
    }
}
