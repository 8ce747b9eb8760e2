package org.carnetcrm.opportunity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long deals were in a stage. A stay begins when a deal enters the stage or is reopened in it, and ends when it moves
 * on or is closed.
 *
 * @param stage the code of the stage
 * @param ended how many stays have ended
 * @param days the days of those, added up
 * @param running how many stays go on
 * @param runningDays the days of those up to today, added up
 */
public record StageTime(String stage, long ended, long days, long running, long runningDays) {

    /** Gives the times of a deal with these revisions, by number, in the order of the codes. */
    public static List<StageTime> of(List<OpportunityRevision> revisions, LocalDate today) {
        return sum(List.of(revisions), today);
    }

    /** Gives the times of several deals, each with its revisions by number, in the order of the codes. */
    public static List<StageTime> sum(Iterable<List<OpportunityRevision>> threads, LocalDate today) {
        Map<String, StageTime> byStage = new TreeMap<>();
        for (List<OpportunityRevision> revisions : threads) {
            if (revisions.isEmpty() || revisions.get(revisions.size() - 1).event() == Event.DISCARDED) {
                continue;
            }
            for (OpportunityRevision revision : revisions) {
                OpportunityRevision.Previous previous = revision.previous();
                if (previous != null && previous.daysInStage() != null) {
                    add(byStage, new StageTime(previous.stage(), 1, previous.daysInStage(), 0, 0));
                }
            }
            Opportunity present = revisions.get(revisions.size() - 1).deal();
            if (present.isOpen()) {
                long days = ChronoUnit.DAYS.between(present.stamp().stageSince(), today);
                add(byStage, new StageTime(present.stage(), 0, 0, 1, Math.max(0, days)));
            }
        }
        return new ArrayList<>(byStage.values());
    }

    private static void add(Map<String, StageTime> byStage, StageTime more) {
        byStage.merge(
                more.stage(),
                more,
                (one, other) -> new StageTime(
                        one.stage,
                        one.ended + other.ended,
                        one.days + other.days,
                        one.running + other.running,
                        one.runningDays + other.runningDays));
    }
}
