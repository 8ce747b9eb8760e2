package org.carnetcrm.opportunity;

import java.util.Set;
import org.carnetcrm.money.Probability;

/** The four standings of a deal, and which may follow which. */
public enum StandingKind {
    /** Still open. */
    IN_PROGRESS,
    /** Signed. */
    WON,
    /** Gone to another, or refused. */
    LOST,
    /** Given up. */
    ABANDONED;

    /** Gives the standings that may follow this one: an open deal may be closed, a closed one may be reopened. */
    public Set<StandingKind> next() {
        return this == IN_PROGRESS ? Set.of(WON, LOST, ABANDONED) : Set.of(IN_PROGRESS);
    }

    /** Gives the probability that counts: 100 for won, 0 for lost and abandoned, else that of the open deal. */
    public Probability probability(Probability open) {
        return switch (this) {
            case IN_PROGRESS -> open;
            case WON -> Probability.CERTAIN;
            case LOST, ABANDONED -> Probability.NONE;
        };
    }

    /** Tells whether the deal has ended. */
    public boolean isClosed() {
        return this != IN_PROGRESS;
    }
}
