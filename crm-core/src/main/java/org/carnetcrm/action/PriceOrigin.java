package org.carnetcrm.action;

/** Where the price of a cost line came from. */
public enum PriceOrigin {
    /** The host's cost module told it, once, when the line was written. */
    LOOKED_UP,
    /** A person wrote it. */
    MANUAL
}
