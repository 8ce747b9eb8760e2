package org.carnetcrm.choice;

/** Where an action stands, as reports count it. */
public enum Progress {
    /** To be done. */
    PLANNED,
    /** Done. */
    DONE,
    /** Will not be done. */
    CANCELLED
}
