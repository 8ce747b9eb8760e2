package org.carnetcrm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.opportunity.Closing;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.Standing;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Closes deals within a command. */
final class Closings {

    private Closings() {}

    /** Closes a whole list, of which the deals are read at once, or refuses it. */
    static List<Opportunity> closeAll(Work work, List<Closing> closings) {
        work.prefetch(Opportunity.class, closings.stream().map(Closing::id).toList());
        Set<OpportunityId> met = new HashSet<>();
        List<Opportunity> closed = new ArrayList<>();
        for (int i = 0; i < closings.size(); i++) {
            work.at("[" + i + "]");
            Closing closing = closings.get(i);
            if (!met.add(closing.id())) {
                // Its version is not stale, for nobody else was first: the list itself is at fault.
                work.problem(Problem.of("id", closing.id(), "deal.twice"));
                continue;
            }
            Opportunity deal = close(work, closing);
            if (deal != null) {
                closed.add(deal);
            }
        }
        work.refuseProblems();
        return List.copyOf(closed);
    }

    /** Closes a deal, or gives nothing when the closing has problems. */
    static @Nullable Opportunity close(Work work, Closing closing) {
        ClosingDraft draft = closing.draft();
        Opportunity present = work.get(Opportunity.class, closing.id(), closing.version());
        if (!present.isOpen()) {
            work.problem(Problem.of("outcome", draft.outcome(), "deal.transition")
                    .with("from", present.standing().kind()));
        }
        boolean won = draft.outcome() == StandingKind.WON;
        LocalDate today = won ? work.today() : Revisions.latest(work, present);
        Standing standing = new OpportunityForm(work).read(draft, present, today);
        LocalDate on = draft.on() == null ? today : draft.on();
        LocalDate last = present.stamp().effectiveOn();
        if (!won) {
            Revisions.checkDate(work, "on", on, present);
        } else {
            work.notInFuture("on", on);
        }
        if (standing == null || work.hasProblems()) {
            return null;
        }
        LocalDate effectiveOn = won && on.isBefore(last) ? last : on;
        Event event = Event.valueOf(draft.outcome().name());
        return Revisions.revise(work, present, present.become(standing), effectiveOn, event, draft.because(), true);
    }
}
