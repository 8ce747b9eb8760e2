package org.carnetcrm.relation;

/** What of a relation has a history of two dates. */
public enum Aspect {
    /** Its status. */
    STATUS,
    /** Its priority. */
    PRIORITY
}
