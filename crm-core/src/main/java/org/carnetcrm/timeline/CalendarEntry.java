package org.carnetcrm.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.carnetcrm.action.Action;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.note.Note;
import org.carnetcrm.opportunity.Opportunity;
import org.jspecify.annotations.Nullable;

/**
 * One day of a thing in a calendar; an action of several days has an entry on each.
 *
 * @param day the day, where the reader is
 * @param kind what it is
 * @param item the thing: an action, a note, a document to chase, a deal
 * @param last the last day of the thing, where the reader is
 * @param startAt when a timed action starts; missing for whole days
 * @param endAt when a timed action ends; missing for whole days
 * @param code the type of an action or a note, the kind of a document, the stage of a deal
 * @param title the subject of an action or a deal, the number of a document; may be missing
 * @param open whether it is still to be done
 * @param cancelled whether it is an action that was cancelled
 * @param relation the relation
 * @param relationName its name
 * @param opportunity the deal that it is about
 * @param takingPart whether somebody else carries the action out
 */
public record CalendarEntry(
        LocalDate day,
        CalendarKind kind,
        UuidId item,
        LocalDate last,
        @Nullable Instant startAt,
        @Nullable Instant endAt,
        String code,
        @Nullable String title,
        boolean open,
        boolean cancelled,
        RelationId relation,
        String relationName,
        @Nullable OpportunityId opportunity,
        boolean takingPart) {

    /** The order of a calendar: by day, what has no time first, by start, by kind and by id. */
    public static final Comparator<CalendarEntry> ORDER = Comparator.comparing(CalendarEntry::day)
            .thenComparing(CalendarEntry::startAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(CalendarEntry::kind)
            .thenComparing(CalendarEntry::item, UuidId.ORDER);

    /** Makes the entry of an action on one of its days. */
    public static CalendarEntry of(Action action, LocalDate day, CalendarFilter filter, String relationName) {
        return new CalendarEntry(
                day,
                CalendarKind.ACTION,
                action.id(),
                action.schedule().lastFor(filter.zone()),
                action.schedule().startAt(),
                action.schedule().endAt(),
                action.matter().type(),
                action.matter().subject(),
                action.progress() == Progress.PLANNED,
                action.progress() == Progress.CANCELLED,
                action.relation(),
                relationName,
                action.opportunity(),
                !action.representative().equals(filter.representative()));
    }

    /** Makes the entry of a note. */
    public static CalendarEntry of(Note note, String relationName) {
        return new CalendarEntry(
                note.date(),
                CalendarKind.NOTE,
                note.id(),
                note.date(),
                null,
                null,
                note.type(),
                null,
                !note.isDone(),
                false,
                note.relation(),
                relationName,
                note.opportunity(),
                false);
    }

    /** Makes the entry of a document that is to be chased on a day. */
    public static CalendarEntry of(BusinessDocument document, LocalDate dueOn, String relationName) {
        return new CalendarEntry(
                dueOn,
                CalendarKind.FOLLOW_UP,
                document.id(),
                dueOn,
                null,
                null,
                document.kind().name(),
                document.number(),
                true,
                false,
                document.relation(),
                relationName,
                null,
                false);
    }

    /** Makes the entry of a deal that is expected to close on a day. */
    public static CalendarEntry of(Opportunity deal, LocalDate expected, String relationName) {
        return new CalendarEntry(
                expected,
                CalendarKind.CLOSING,
                deal.id(),
                expected,
                null,
                null,
                deal.stage(),
                deal.subject(),
                true,
                false,
                deal.relation(),
                relationName,
                deal.id(),
                false);
    }

    /** Tells whether it is still to be done and its last day has come. */
    public boolean isDue(LocalDate today) {
        return open && !last.isAfter(today);
    }

    /** Tells whether it is still to be done and its last day is over. */
    public boolean isOverdue(LocalDate today) {
        return open && last.isBefore(today);
    }
}
