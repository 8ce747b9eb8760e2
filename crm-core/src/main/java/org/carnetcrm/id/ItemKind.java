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
    /** Something planned or done with a relation. */
    ACTION,
    /** A dated remark about a relation. */
    NOTE,
    /** A quote, order or invoice of the host's. */
    DOCUMENT,
    /** A chase that was made about a document. */
    FOLLOW_UP,
    /** A possible deal. */
    OPPORTUNITY,
    /** A document or project linked to a deal. */
    LINK
}
