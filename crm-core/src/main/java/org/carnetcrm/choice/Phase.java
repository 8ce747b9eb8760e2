package org.carnetcrm.choice;

/** The phases of a relation that reports know. */
public enum Phase {
    /** Not a customer yet. */
    PROSPECT,
    /** A customer. */
    CUSTOMER,
    /** A customer no more. */
    FORMER,
    /** Any other, such as a supplier. */
    OTHER
}
