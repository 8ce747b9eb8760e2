package org.carnetcrm.followup;

import java.time.LocalDate;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as a list shows it. Its note may hold secrets: it is never part of {@link #toString}.
 *
 * @param id the id
 * @param version the version
 * @param relation the relation
 * @param relationName its name
 * @param document the document
 * @param kind what the document is
 * @param number the number of the document
 * @param ordinal the number among the follow-ups of the document
 * @param channel the code of the channel
 * @param note what was said
 * @param by who made it
 * @param byName the name of that representative
 * @param date when it was made
 * @param nextOn the date of the next one
 */
public record FollowUpRow(
        FollowUpId id,
        int version,
        RelationId relation,
        String relationName,
        DocumentId document,
        DocumentKind kind,
        String number,
        int ordinal,
        @Nullable String channel,
        @Nullable String note,
        RepresentativeId by,
        String byName,
        LocalDate date,
        @Nullable LocalDate nextOn) {

    /** Makes the row of a follow-up. */
    public static FollowUpRow of(FollowUp followUp, BusinessDocument document, String relationName, String byName) {
        return new FollowUpRow(
                followUp.id(),
                followUp.version(),
                followUp.relation(),
                relationName,
                followUp.document(),
                document.kind(),
                document.number(),
                followUp.ordinal(),
                followUp.channel(),
                followUp.note(),
                followUp.by(),
                byName,
                followUp.date(),
                followUp.nextOn());
    }

    /** Gives the number that a person reads: that of the document and the ordinal, such as {@code SO-1023/3}. */
    public String reference() {
        return number + "/" + ordinal;
    }

    /** Names the follow-up; its note stays out. */
    @Override
    public String toString() {
        return "FollowUpRow[" + id + " " + reference() + " " + date + "]";
    }
}
