package org.carnetcrm.relation;

/** What a relation is. */
public enum RelationKind {
    /** A company or other organisation. */
    COMPANY,
    /** A private person. */
    PERSON
}
