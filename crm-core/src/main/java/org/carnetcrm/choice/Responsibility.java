package org.carnetcrm.choice;

/** Who is responsible for a deal that did not come about. */
public enum Responsibility {
    /** We are. */
    US,
    /** The customer is. */
    CUSTOMER,
    /** Nobody is. */
    NOBODY
}
