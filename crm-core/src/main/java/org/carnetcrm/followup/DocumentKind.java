package org.carnetcrm.followup;

/** What a document is. */
public enum DocumentKind {
    /** A quote, which may be chased. */
    QUOTE,
    /** An order, which may be chased. */
    ORDER,
    /** An invoice, which is linked to deals and never chased. */
    INVOICE;

    /** Tells whether follow-ups are made about it. */
    public boolean isChased() {
        return this != INVOICE;
    }
}
