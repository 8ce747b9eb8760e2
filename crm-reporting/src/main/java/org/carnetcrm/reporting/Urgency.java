package org.carnetcrm.reporting;

import java.time.LocalDate;

/** How soon something is to be done, seen from a day. */
public enum Urgency {
    /** It was to be done before that day. */
    OVERDUE,
    /** It is to be done on that day. */
    TODAY,
    /** It is to be done after that day. */
    LATER;

    /** Tells how soon something is to be done that is due on a date. */
    public static Urgency of(LocalDate dueOn, LocalDate today) {
        if (dueOn.equals(today)) {
            return TODAY;
        }
        return dueOn.isBefore(today) ? OVERDUE : LATER;
    }
}
