package org.carnetcrm.id;

/** The kinds of things that have an id and a version. */
public enum ItemKind {
    /** A tenant itself. */
    TENANT,
    /** An entry of a configured list. */
    CHOICE,
    /** A colleague who follows relations and deals. */
    REPRESENTATIVE,
    /** A company or person we do business with. */
    RELATION,
    /** A person at a relation. */
    CONTACT_PERSON,
    /** A possible deal. */
    OPPORTUNITY,
    /** A document or project linked to a deal. */
    LINK
}
