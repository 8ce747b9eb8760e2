package org.carnetcrm.choice;

import java.util.Set;

/** Where an action stands, as reports count it, and which may follow which. */
public enum Progress {
    /** To be done. */
    PLANNED,
    /** Done. */
    DONE,
    /** Will not be done. */
    CANCELLED;

    /** Gives what may follow: a planned action is done or cancelled, and either is undone. */
    public Set<Progress> next() {
        return this == PLANNED ? Set.of(DONE, CANCELLED) : Set.of(PLANNED);
    }
}
