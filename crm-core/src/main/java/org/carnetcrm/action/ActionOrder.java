package org.carnetcrm.action;

/** The orders of lists of actions, by the first day, of a timed action in its own zone; equal days go by id. */
public enum ActionOrder {
    /** The earliest first. */
    EARLIEST,
    /** The exact reverse: the latest first. */
    LATEST
}
