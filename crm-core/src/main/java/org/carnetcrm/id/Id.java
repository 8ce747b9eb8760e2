package org.carnetcrm.id;

/** Names one thing within one tenant. */
public interface Id {

    /** Gives the kind of thing that is named. */
    ItemKind kind();

    /** Gives the id as text, unique among the ids of its kind and tenant; the audit stores it so. */
    String text();
}
