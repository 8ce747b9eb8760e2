package org.carnetcrm.followup;

import java.time.LocalDate;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document as a list shows it.
 *
 * @param id the id
 * @param version the version
 * @param kind a quote, an order or an invoice
 * @param number the number
 * @param relation the relation
 * @param relationName its name
 * @param date its date
 * @param amount its amount excluding tax
 * @param closedOn when it was closed
 * @param dueOn when it is to be chased
 * @param chasedOn when its latest follow-up was made
 * @param chasedBy who made that
 * @param hostReference how the host knows it
 */
public record DocumentRow(
        DocumentId id,
        int version,
        DocumentKind kind,
        String number,
        RelationId relation,
        String relationName,
        LocalDate date,
        @Nullable Money amount,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate chasedOn,
        @Nullable RepresentativeId chasedBy,
        @Nullable String hostReference) {

    /** Makes the row of a document. */
    public static DocumentRow of(BusinessDocument document, String relationName) {
        BusinessDocument.Latest latest = document.trail().latest();
        return new DocumentRow(
                document.id(),
                document.version(),
                document.kind(),
                document.number(),
                document.relation(),
                relationName,
                document.date(),
                document.amount(),
                document.closedOn(),
                document.dueOn(),
                latest == null ? null : latest.date(),
                latest == null ? null : latest.by(),
                document.hostReference());
    }

    /** Tells whether it was to be chased before a day. */
    public boolean isOverdue(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }
}
