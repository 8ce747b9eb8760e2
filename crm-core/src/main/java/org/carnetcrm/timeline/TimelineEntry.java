package org.carnetcrm.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.carnetcrm.action.Action;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.money.Money;
import org.carnetcrm.note.Note;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.Standing;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.RelationChange;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a timeline. Its text may hold secrets: it is never part of {@link #toString}.
 *
 * @param day where it stands, of a timed action the day in the action's own zone
 * @param kind what it is
 * @param recordedAt when the thing was first recorded
 * @param item the thing; of a change of status or priority the relation
 * @param number of a change of status or priority its number in the history, else 0
 * @param code what tells such entries apart: the type of an action or a note, the status or priority from then on, the
 *     kind of a document, the channel of a follow-up, the stage of a deal, how a deal was closed; may be missing
 * @param title the subject of an action or a deal, the number of a document; may be missing
 * @param text the note of an action or a follow-up, the text of a note; may be missing
 * @param state whether an action is planned, done or cancelled, or a note done or a reminder; of a change what was before;
 *     may be missing
 * @param representative who carries it out, made it, manages it or has it; missing for a document and for a change that
 *     the system made
 * @param opportunity the deal that it is about
 * @param amount the value of a deal that started, the signed total of one that was won, the amount of a document
 * @param adminOnly whether it exists only for those who may see such notes
 */
public record TimelineEntry(
        LocalDate day,
        TimelineKind kind,
        Instant recordedAt,
        UuidId item,
        int number,
        @Nullable String code,
        @Nullable String title,
        @Nullable String text,
        @Nullable String state,
        @Nullable RepresentativeId representative,
        @Nullable OpportunityId opportunity,
        @Nullable Money amount,
        boolean adminOnly) {

    /** The order of a timeline: the newest day first, then by kind, by when it was recorded, by number and by id. */
    public static final Comparator<TimelineEntry> ORDER = Comparator.comparing(
                    TimelineEntry::day, Comparator.reverseOrder())
            .thenComparing(TimelineEntry::kind)
            .thenComparing(TimelineEntry::recordedAt)
            .thenComparing(TimelineEntry::number)
            .thenComparing(TimelineEntry::item, UuidId.ORDER);

    /** Makes the entry of an action. */
    public static TimelineEntry of(Action action) {
        return new TimelineEntry(
                action.schedule().first(),
                TimelineKind.ACTION,
                action.recordedAt(),
                action.id(),
                0,
                action.matter().type(),
                action.matter().subject(),
                action.matter().note(),
                action.progress().name(),
                action.representative(),
                action.opportunity(),
                null,
                false);
    }

    /** Makes the entry of a note. */
    public static TimelineEntry of(Note note) {
        return new TimelineEntry(
                note.date(),
                TimelineKind.NOTE,
                note.recordedAt(),
                note.id(),
                0,
                note.type(),
                null,
                note.text(),
                note.isDone() ? "DONE" : "REMINDER",
                note.assignee(),
                note.opportunity(),
                null,
                note.isAdminOnly());
    }

    /** Makes the entry of a follow-up about a document. */
    public static TimelineEntry of(FollowUp followUp, String number) {
        return new TimelineEntry(
                followUp.date(),
                TimelineKind.FOLLOW_UP,
                followUp.recordedAt(),
                followUp.id(),
                0,
                followUp.channel(),
                number + "/" + followUp.ordinal(),
                followUp.note(),
                null,
                followUp.by(),
                null,
                null,
                false);
    }

    /** Makes the entry of a change of status or priority. */
    public static TimelineEntry of(RelationChange change) {
        return new TimelineEntry(
                change.effectiveOn(),
                change.aspect() == Aspect.STATUS ? TimelineKind.STATUS : TimelineKind.PRIORITY,
                change.recordedAt(),
                change.relation(),
                change.number(),
                change.to(),
                null,
                null,
                change.from(),
                change.by().representative(),
                null,
                null,
                false);
    }

    /** Makes the entry of a deal that started. */
    public static TimelineEntry of(Opportunity deal) {
        return new TimelineEntry(
                deal.horizon().start(),
                TimelineKind.OPPORTUNITY,
                deal.stamp().openedAt(),
                deal.id(),
                0,
                deal.stage(),
                deal.subject(),
                null,
                null,
                deal.manager(),
                deal.id(),
                deal.value(),
                false);
    }

    /** Makes the entry of a deal that was closed, or nothing for an open one. */
    public static @Nullable TimelineEntry ofClosing(Opportunity deal) {
        Standing standing = deal.standing();
        LocalDate closedOn = standing.closedOn();
        return closedOn == null
                ? null
                : new TimelineEntry(
                        closedOn,
                        TimelineKind.CLOSING,
                        deal.stamp().openedAt(),
                        deal.id(),
                        0,
                        standing.kind().name(),
                        deal.subject(),
                        null,
                        null,
                        deal.manager(),
                        deal.id(),
                        standing.signedTotal(),
                        false);
    }

    /** Makes the entry of a document. */
    public static TimelineEntry of(BusinessDocument document) {
        return new TimelineEntry(
                document.date(),
                TimelineKind.DOCUMENT,
                document.recordedAt(),
                document.id(),
                0,
                document.kind().name(),
                document.number(),
                null,
                document.isOpen() ? null : "CLOSED",
                null,
                null,
                document.amount(),
                false);
    }

    /** Names the entry; its text stays out. */
    @Override
    public String toString() {
        return "TimelineEntry[" + day + " " + kind + " " + item + " " + code + "]";
    }
}
