package org.carnetcrm.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.carnetcrm.actor.Who;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal after one of its changes; never changed once written but for {@code next}, which is set once.
 *
 * @param deal the deal after the change; its version is the number of the revision, and its stamp has both dates
 * @param by who made the change
 * @param event what the change was
 * @param because why, as the actor said it; may be missing
 * @param previous what the deal was before; missing for the first revision
 * @param next the dates of the revision that follows; missing for the last
 */
public record OpportunityRevision(
        Opportunity deal,
        Who by,
        Event event,
        @Nullable String because,
        @Nullable Previous previous,
        @Nullable Next next) {

    /** Makes the revision by which a deal came to be what it is. */
    public static OpportunityRevision of(
            @Nullable Opportunity before, Opportunity after, Who by, Event event, @Nullable String because) {
        return new OpportunityRevision(
                after, by, event, because, before == null ? null : Previous.of(before, after), null);
    }

    /**
     * What a deal was before a revision, so that flows are sums.
     *
     * @param value the value
     * @param total the weighted total
     * @param stage the code of the stage
     * @param standing the standing
     * @param daysInStage the days in the stage that the revision ended, by moving on or closing; missing when it did not
     */
    public record Previous(
            @Nullable Money value,
            @Nullable Money total,
            String stage,
            StandingKind standing,
            @Nullable Long daysInStage) {

        static Previous of(Opportunity before, Opportunity after) {
            boolean left =
                    before.isOpen() && (!after.isOpen() || !before.stage().equals(after.stage()));
            Long days = left
                    ? (Long) ChronoUnit.DAYS.between(
                            before.stamp().stageSince(), after.stamp().effectiveOn())
                    : null;
            return new Previous(
                    before.value(),
                    before.total(),
                    before.stage(),
                    before.standing().kind(),
                    days);
        }
    }

    /**
     * The dates of the revision that follows.
     *
     * @param effectiveOn when it took effect
     * @param recordedAt when it was recorded
     */
    public record Next(LocalDate effectiveOn, Instant recordedAt) {}

    /** Gives the number of the revision, from 1. */
    public int number() {
        return deal.version();
    }

    /** Gives the date on which it took effect. */
    public LocalDate effectiveOn() {
        return deal.stamp().effectiveOn();
    }

    /** Gives when it was recorded. */
    public Instant recordedAt() {
        return deal.stamp().recordedAt();
    }

    /** Gives the revision followed by another. */
    public OpportunityRevision followedBy(OpportunityRevision later) {
        return new OpportunityRevision(
                deal, by, event, because, previous, new Next(later.effectiveOn(), later.recordedAt()));
    }
}
