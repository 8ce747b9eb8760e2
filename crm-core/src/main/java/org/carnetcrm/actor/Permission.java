package org.carnetcrm.actor;

/** What a host may grant a representative; all else is the host's own business. */
public enum Permission {
    /** Sees notes that are for administrators only, and everything about them. */
    SEE_ADMIN_ONLY,
    /** Adds, renames, orders and retires the entries of configured lists. */
    CONFIGURE_LISTS,
    /** Erases and exports the data of a person. */
    HANDLE_PERSONAL_DATA
}
