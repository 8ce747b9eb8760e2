package org.carnetcrm.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.Fields;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Dates;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * A chase that was made about a quote or an order. Its note may hold secrets: it is never part of {@link #toString}.
 *
 * @param id the id
 * @param version 1 when recorded, and one more with each change
 * @param document the quote or order
 * @param relation the relation that the document is for
 * @param ordinal its number among the follow-ups of the document, from 1, never given twice
 * @param by who made it
 * @param date when it was made
 * @param nextOn the date of the next one, not before the date; may be missing
 * @param channel the code of the channel; may be missing
 * @param note what was said; may be missing
 * @param recordedAt when it was first recorded
 */
public record FollowUp(
        FollowUpId id,
        int version,
        DocumentId document,
        RelationId relation,
        int ordinal,
        RepresentativeId by,
        LocalDate date,
        @Nullable LocalDate nextOn,
        @Nullable String channel,
        @Nullable String note,
        Instant recordedAt)
        implements Aggregate<FollowUp> {

    /** Refuses missing parts, a next date before the date, a malformed code and flawed texts. */
    public FollowUp {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(by, "by");
        Dates.require("date", date);
        Dates.requireOrNone("nextOn", nextOn);
        Objects.requireNonNull(recordedAt, "recordedAt");
        if (ordinal < 1 || (nextOn != null && nextOn.isBefore(date))) {
            throw new IllegalArgumentException("follow-up " + ordinal + " of " + date + " with the next on " + nextOn);
        }
        if (channel != null && !ChoiceId.isCode(channel)) {
            throw new IllegalArgumentException("'" + channel + "' is not the code of a choice");
        }
        Text.requireProseOrNone("note", note, Text.PROSE);
    }

    @Override
    public FollowUp withVersion(int version) {
        return new FollowUp(id, version, document, relation, ordinal, by, date, nextOn, channel, note, recordedAt);
    }

    @Override
    public Map<String, String> fields() {
        return new Fields()
                .put("document", document)
                .put("ordinal", ordinal)
                .put("by", by)
                .put("date", date)
                .put("nextOn", nextOn)
                .put("channel", channel)
                .put("note", note)
                .toMap();
    }

    /** Names the follow-up; its note stays out. */
    @Override
    public String toString() {
        return "FollowUp[" + id + " v" + version + " " + document + "/" + ordinal + " " + date + "]";
    }
}
