package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The follow-ups that were made: in general, of all documents of a relation, or of one document.
 *
 * @param filter which ones
 * @param rows the follow-ups, the latest first: by date, then by when they were recorded, then by id
 * @param channels the names of the channels by code
 */
public record FollowUpReport(FollowUpFilter filter, List<FollowUpRow> rows, Map<String, Caption> channels) {

    private static final List<Column> COLUMNS = List.of(
            new Column("reference", Column.Kind.TEXT),
            new Column("relation", Column.Kind.TEXT),
            new Column("kind", Column.Kind.TEXT),
            new Column("document", Column.Kind.TEXT),
            new Column("channel", Column.Kind.TEXT),
            new Column("note", Column.Kind.PROSE),
            new Column("representative", Column.Kind.TEXT),
            new Column("date", Column.Kind.DATE),
            new Column("nextOn", Column.Kind.DATE));

    /** Keeps the parts unmodifiable. */
    public FollowUpReport {
        rows = List.copyOf(rows);
        channels = Map.copyOf(channels);
    }

    /** Lists all follow-ups that a filter lets through; one statement per thousand and one for the channels. */
    public static FollowUpReport of(Desk desk, FollowUpFilter filter) {
        return new FollowUpReport(filter, Page.all(request -> desk.followUps().list(filter, request)), channels(desk));
    }

    /**
     * Gives the table {@code follow-ups} in a language; of a relation it is {@code follow-ups-of-relation}, of a document
     * {@code follow-ups-of-document}.
     */
    public Table table(Locale locale) {
        return table(name(filter), rows, channels, locale, List.of());
    }

    /**
     * Gives the same table of a list of any length, which is read in pages while it is written: one statement per thousand
     * then, and one for the channels now.
     */
    public static LongTable inPages(Desk desk, FollowUpFilter filter, Locale locale) {
        Map<String, Caption> channels = channels(desk);
        return new LongTable(
                name(filter),
                COLUMNS,
                List.of(),
                Paged.of(request -> desk.followUps().list(filter, request), row -> cells(row, channels, locale)));
    }

    private static String name(FollowUpFilter filter) {
        String narrowed = filter.relation() == null ? "follow-ups" : "follow-ups-of-relation";
        return filter.document() == null ? narrowed : "follow-ups-of-document";
    }

    /** Gives the names of all channels by code. */
    static Map<String, Caption> channels(Desk desk) {
        return desk.lists().of(ChoiceKind.CHANNEL).stream().collect(Collectors.toMap(Choice::code, Caption::of));
    }

    /** Makes a table of follow-ups. */
    static Table table(
            String name, List<FollowUpRow> rows, Map<String, Caption> channels, Locale locale, List<String> notes) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(cells(row, channels, locale)));
        return new Table(name, COLUMNS, cells, notes);
    }

    private static List<@Nullable Object> cells(FollowUpRow row, Map<String, Caption> channels, Locale locale) {
        return Arrays.<@Nullable Object>asList(
                row.reference(),
                row.relationName(),
                Texts.text("kind." + row.kind(), locale),
                row.number(),
                channel(row.channel(), channels, locale),
                row.note(),
                row.byName(),
                row.date(),
                row.nextOn());
    }

    private static @Nullable String channel(@Nullable String code, Map<String, Caption> channels, Locale locale) {
        Caption caption = code == null ? null : channels.get(code);
        return caption == null ? code : caption.in(locale);
    }
}
