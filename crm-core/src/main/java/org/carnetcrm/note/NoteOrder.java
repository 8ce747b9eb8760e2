package org.carnetcrm.note;

/** The orders of lists of notes; equal places go by id. */
public enum NoteOrder {
    /** The pinned ones, then the others; among each the newest date first. */
    PINNED_FIRST,
    /** The earliest date first, as reminders are worked off. */
    EARLIEST
}
