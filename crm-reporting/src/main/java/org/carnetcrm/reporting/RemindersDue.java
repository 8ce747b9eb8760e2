package org.carnetcrm.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The reminders whose date has come, as far as the actor may know of them.
 *
 * @param today the day on or before which they are due
 * @param rows the reminders, the earliest first, then by id
 */
public record RemindersDue(LocalDate today, List<Row> rows) {

    private static final List<Column> COLUMNS = List.of(
            new Column("date", Column.Kind.DATE),
            new Column("relation", Column.Kind.TEXT),
            new Column("type", Column.Kind.TEXT),
            new Column("assignee", Column.Kind.TEXT),
            new Column("text", Column.Kind.PROSE),
            new Column("pinned", Column.Kind.FLAG));

    /** Keeps the rows unmodifiable. */
    public RemindersDue {
        rows = List.copyOf(rows);
    }

    /**
     * A reminder.
     *
     * @param note the note
     * @param type the names of its type
     */
    public record Row(NoteRow note, Caption type) {}

    /**
     * Lists the reminders of a filter that are due on a day: with {@code NoteFilter.all()} those of everybody, with
     * {@code desk.notes().mine()} the actor's own. One statement per thousand and one for the types.
     */
    public static RemindersDue of(Desk desk, NoteFilter filter, LocalDate today) {
        NoteFilter due = filter.reminders().until(today);
        List<NoteRow> notes = Page.all(request -> desk.notes().list(due, NoteOrder.EARLIEST, request));
        Names types = Names.of(desk.lists(), ChoiceKind.NOTE_TYPE);
        return new RemindersDue(
                today,
                notes.stream().map(note -> new Row(note, types.of(note.type()))).toList());
    }

    /** Gives the table {@code reminders-due} in a language. */
    public Table table(Locale locale) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(cells(row, locale)));
        List<Urgency> urgencies =
                rows.stream().map(row -> Urgency.of(row.note().date(), today)).toList();
        return new Table(
                "reminders-due",
                COLUMNS,
                cells,
                Remarks.in(locale).due(today, urgencies).toList());
    }

    /**
     * Gives the same table of a list of any length, which is read in pages while it is written: one statement per thousand
     * then, and one for the types now. Its note tells the day alone, for what is overdue is not counted beforehand.
     */
    public static LongTable inPages(Desk desk, NoteFilter filter, LocalDate today, Locale locale) {
        NoteFilter due = filter.reminders().until(today);
        Names types = Names.of(desk.lists(), ChoiceKind.NOTE_TYPE);
        return new LongTable(
                "reminders-due",
                COLUMNS,
                Remarks.in(locale).on(today).toList(),
                Paged.of(
                        request -> desk.notes().list(due, NoteOrder.EARLIEST, request),
                        note -> cells(new Row(note, types.of(note.type())), locale)));
    }

    private static List<@Nullable Object> cells(Row row, Locale locale) {
        NoteRow note = row.note();
        return Arrays.<@Nullable Object>asList(
                note.date(),
                note.relationName(),
                row.type().in(locale),
                note.assigneeName(),
                note.text(),
                note.marks().pinned());
    }
}
