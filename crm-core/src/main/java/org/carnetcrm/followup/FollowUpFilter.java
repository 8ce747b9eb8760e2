package org.carnetcrm.followup;

import java.time.LocalDate;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Which follow-ups to list; every condition that is given must hold.
 *
 * @param relation the relation that their documents are for
 * @param document the document that they are about
 * @param by who made them
 * @param from the earliest date
 * @param to the latest date
 */
public record FollowUpFilter(
        @Nullable RelationId relation,
        @Nullable DocumentId document,
        @Nullable RepresentativeId by,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Gives every follow-up. */
    public static FollowUpFilter all() {
        return new FollowUpFilter(null, null, null, null, null);
    }

    /** Narrows to those about all documents of a relation. */
    public FollowUpFilter relation(RelationId relation) {
        return new FollowUpFilter(relation, document, by, from, to);
    }

    /** Narrows to those about a document. */
    public FollowUpFilter document(DocumentId document) {
        return new FollowUpFilter(relation, document, by, from, to);
    }

    /** Narrows to those that a representative made. */
    public FollowUpFilter by(RepresentativeId representative) {
        return new FollowUpFilter(relation, document, representative, from, to);
    }

    /** Narrows to those that were made between two days, both included. */
    public FollowUpFilter between(LocalDate from, LocalDate to) {
        LocalDate later = this.from == null || this.from.isBefore(from) ? from : this.from;
        LocalDate earlier = this.to == null || this.to.isAfter(to) ? to : this.to;
        return new FollowUpFilter(relation, document, by, later, earlier);
    }

    /** Tells whether a follow-up is among them. */
    public boolean matches(FollowUp followUp) {
        return (relation == null || relation.equals(followUp.relation()))
                && (document == null || document.equals(followUp.document()))
                && (by == null || by.equals(followUp.by()))
                && (from == null || !followUp.date().isBefore(from))
                && (to == null || !followUp.date().isAfter(to));
    }
}
