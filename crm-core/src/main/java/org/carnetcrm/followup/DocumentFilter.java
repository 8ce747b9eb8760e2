package org.carnetcrm.followup;

import org.carnetcrm.id.RelationId;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to list; every condition that is given must hold.
 *
 * @param relation the relation that they are for
 * @param kind what they are
 * @param number the number, compared exactly
 * @param open whether they are open, or closed
 */
public record DocumentFilter(
        @Nullable RelationId relation,
        @Nullable DocumentKind kind,
        @Nullable String number,
        @Nullable Boolean open) {

    /** Gives every document. */
    public static DocumentFilter all() {
        return new DocumentFilter(null, null, null, null);
    }

    /** Narrows to the documents for a relation. */
    public DocumentFilter relation(RelationId relation) {
        return new DocumentFilter(relation, kind, number, open);
    }

    /** Narrows to quotes, orders or invoices. */
    public DocumentFilter kind(DocumentKind kind) {
        return new DocumentFilter(relation, kind, number, open);
    }

    /** Narrows to the documents with a number. */
    public DocumentFilter number(String number) {
        return new DocumentFilter(relation, kind, number, open);
    }

    /** Narrows to open documents, or to closed ones. */
    public DocumentFilter open(boolean open) {
        return new DocumentFilter(relation, kind, number, open);
    }

    /** Tells whether a document is among them. */
    public boolean matches(BusinessDocument document) {
        return (relation == null || relation.equals(document.relation()))
                && (kind == null || kind == document.kind())
                && (number == null || number.equals(document.number()))
                && (open == null || open == document.isOpen());
    }
}
