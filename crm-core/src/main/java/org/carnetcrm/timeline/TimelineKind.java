package org.carnetcrm.timeline;

/** What an entry of a timeline is; within a day entries stand in this order. */
public enum TimelineKind {
    /** An action, on its first day. */
    ACTION(1),
    /** A note, on its date. */
    NOTE(2),
    /** A follow-up, on its date. */
    FOLLOW_UP(3),
    /** A change of the relation's status, on the day on which it took effect. */
    STATUS(4),
    /** A change of the relation's priority, on the day on which it took effect. */
    PRIORITY(5),
    /** A deal that started. */
    OPPORTUNITY(6),
    /** A deal that was won, lost or abandoned, on its closing date. */
    CLOSING(7),
    /** A document, on its date. */
    DOCUMENT(8);

    private final int place;

    TimelineKind(int place) {
        this.place = place;
    }

    /** Gives its place within a day, lowest first; it never changes. */
    public int place() {
        return place;
    }
}
