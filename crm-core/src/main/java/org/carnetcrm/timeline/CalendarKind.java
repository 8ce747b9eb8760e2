package org.carnetcrm.timeline;

/** What an entry of a calendar is; entries of the same day and time stand in this order. */
public enum CalendarKind {
    /** An action that the representative carries out or takes part in, on each of its days. */
    ACTION(1),
    /** A note of the representative's, to be done or done. */
    NOTE(2),
    /** A quote or an order to chase. */
    FOLLOW_UP(3),
    /** The expected closing of an open deal. */
    CLOSING(4);

    private final int place;

    CalendarKind(int place) {
        this.place = place;
    }

    /** Gives its place within a day, lowest first; it never changes. */
    public int place() {
        return place;
    }
}
