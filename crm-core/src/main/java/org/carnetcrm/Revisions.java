package org.carnetcrm;

import java.time.Instant;
import java.time.LocalDate;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.Stamp;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Writes the revisions of deals within a command, each on a date that may follow the last one. */
final class Revisions {

    private Revisions() {}

    /** Makes a deal its next revision; one that stays as it is keeps its version. */
    static Opportunity revise(
            Work work,
            Opportunity before,
            Opportunity after,
            LocalDate effectiveOn,
            Event event,
            @Nullable String because,
            boolean seen) {
        if (after.equals(before)) {
            return before;
        }
        boolean entered = !after.stage().equals(before.stage()) || event == Event.REOPENED;
        Opportunity revised = after.revised(before.version() + 1, stamp(work, before, effectiveOn, entered));
        work.append(OpportunityRevision.of(before, revised, work.actor().who(), event, Text.clean(because)));
        return work.change(before, revised, seen);
    }

    /** Gives a deal to another representative, unasked by whoever sees the deal. */
    static void reassign(Work work, Opportunity deal, RepresentativeId representative) {
        revise(work, deal, deal.managedBy(representative), latest(work, deal), Event.CHANGED, null, false);
    }

    /** Takes a deal out; its last revision says so. */
    static void discard(Work work, Opportunity present, @Nullable String because) {
        Stamp stamp = stamp(work, present, latest(work, present), false);
        Opportunity last = present.revised(present.version() + 1, stamp);
        work.append(OpportunityRevision.of(present, last, work.actor().who(), Event.DISCARDED, Text.clean(because)));
        work.remove(present);
    }

    /** The latest date on which a change may take effect, which is also the default. */
    static LocalDate latest(Work work, Opportunity present) {
        LocalDate last = present.stamp().effectiveOn();
        return last.isAfter(work.today()) ? last : work.today();
    }

    static LocalDate effectiveOn(Work work, Opportunity present, @Nullable LocalDate asked) {
        if (asked == null) {
            return latest(work, present);
        }
        checkDate(work, "effectiveOn", asked, present);
        return asked;
    }

    static void checkDate(Work work, String field, LocalDate date, Opportunity present) {
        LocalDate last = present.stamp().effectiveOn();
        if (date.isBefore(last)) {
            work.problem(Problem.of(field, date, "date.beforeLastRevision").with("last", last));
        } else if (date.isAfter(latest(work, present))) {
            work.problem(Problem.of(field, date, "date.future").with("today", latest(work, present)));
        }
    }

    private static Stamp stamp(Work work, Opportunity before, LocalDate effectiveOn, boolean entered) {
        Stamp last = before.stamp();
        Instant recordedAt = work.now().isBefore(last.recordedAt()) ? last.recordedAt() : work.now();
        return new Stamp(effectiveOn, recordedAt, last.openedAt(), entered ? effectiveOn : last.stageSince());
    }
}
