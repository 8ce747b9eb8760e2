package org.carnetcrm.opportunity;

import java.util.Set;

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

    /** Tells whether the deal has ended. */
    public boolean isClosed() {
        return this != IN_PROGRESS;
    }
}
