package org.carnetcrm.followup;

import java.time.LocalDate;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Day;
import org.carnetcrm.input.Given;
import org.carnetcrm.input.Prose;
import org.jspecify.annotations.Nullable;

/**
 * What a follow-up is recorded or changed with: the whole form, in which a missing value clears. A form is opened in
 * general, about a document, or from a relation, whose documents are then offered.
 *
 * @param relation the relation that the form was opened from; the document must then be one of its own
 * @param document the quote or order; required
 * @param by who made it; the actor when missing
 * @param date when it was made, not in the future; today when missing
 * @param nextOn the date of the next one, not before the date
 * @param channel the code of the channel
 * @param note what was said
 */
public record FollowUpDraft(
        @Nullable RelationId relation,
        @Given @Nullable DocumentId document,
        @Nullable RepresentativeId by,
        @Day @Nullable LocalDate date,
        @Day @Nullable LocalDate nextOn,
        @Nullable String channel,
        @Prose @Nullable String note) {

    /** Makes a draft about a document. */
    public static FollowUpDraft about(DocumentId document) {
        return general().document(document);
    }

    /** Makes a draft about a document of a relation, still to be named. */
    public static FollowUpDraft with(RelationId relation) {
        return new FollowUpDraft(relation, null, null, null, null, null, null);
    }

    /** Makes a draft about a document still to be named. */
    public static FollowUpDraft general() {
        return new FollowUpDraft(null, null, null, null, null, null, null);
    }

    /** Makes a draft that changes nothing yet. */
    public static FollowUpDraft from(FollowUp present) {
        return new FollowUpDraft(
                present.relation(),
                present.document(),
                present.by(),
                present.date(),
                present.nextOn(),
                present.channel(),
                present.note());
    }

    /** Gives the draft about a document. */
    public FollowUpDraft document(@Nullable DocumentId document) {
        return new FollowUpDraft(relation, document, by, date, nextOn, channel, note);
    }

    /** Gives the draft with who made it. */
    public FollowUpDraft by(@Nullable RepresentativeId by) {
        return new FollowUpDraft(relation, document, by, date, nextOn, channel, note);
    }

    /** Gives the draft made on a date. */
    public FollowUpDraft date(@Nullable LocalDate date) {
        return new FollowUpDraft(relation, document, by, date, nextOn, channel, note);
    }

    /** Gives the draft with the date of the next one. */
    public FollowUpDraft nextOn(@Nullable LocalDate nextOn) {
        return new FollowUpDraft(relation, document, by, date, nextOn, channel, note);
    }

    /** Gives the draft over a channel. */
    public FollowUpDraft channel(@Nullable String channel) {
        return new FollowUpDraft(relation, document, by, date, nextOn, channel, note);
    }

    /** Gives the draft with what was said. */
    public FollowUpDraft note(@Nullable String note) {
        return new FollowUpDraft(relation, document, by, date, nextOn, channel, note);
    }

    /** Names the draft; its note stays out. */
    @Override
    public String toString() {
        return "FollowUpDraft[" + document + ", " + date + ", " + nextOn + "]";
    }
}
