package org.carnetcrm.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.carnetcrm.Desk;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.money.Money;
import org.carnetcrm.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The open quotes and orders to chase, as they stand now, seen from a day.
 *
 * @param today the day
 * @param rows the documents, the earliest due first, then by id
 */
public record DueFollowUps(LocalDate today, List<Row> rows) {

    private static final List<Column> COLUMNS = List.of(
            new Column("kind", Column.Kind.TEXT),
            new Column("document", Column.Kind.TEXT),
            new Column("relation", Column.Kind.TEXT),
            new Column(Table.CURRENCY, Column.Kind.TEXT),
            new Column("amount", Column.Kind.MONEY),
            new Column("dueOn", Column.Kind.DATE),
            new Column("urgency", Column.Kind.TEXT),
            new Column("chasedOn", Column.Kind.DATE),
            new Column("chasedBy", Column.Kind.TEXT));

    /** Keeps the rows unmodifiable. */
    public DueFollowUps {
        rows = List.copyOf(rows);
    }

    /**
     * A document to chase.
     *
     * @param document the document
     * @param urgency how soon it is to be chased
     * @param chasedByName the name of who chased it last; missing when it was never chased
     */
    public record Row(
            DocumentRow document, Urgency urgency, @Nullable String chasedByName) {

        static Row of(DocumentRow document, LocalDate today, Names people) {
            return new Row(
                    document,
                    Urgency.of(Objects.requireNonNull(document.dueOn(), "dueOn"), today),
                    document.chasedBy() == null
                            ? null
                            : people.of(document.chasedBy().text()).in(Locale.ROOT));
        }
    }

    /**
     * Lists all quotes and orders that a filter lets through, later ones too unless it says otherwise; one statement per
     * thousand and one for the names.
     *
     * @param today the day from which they are seen as overdue, due or later
     */
    public static DueFollowUps of(Desk desk, DueFilter filter, LocalDate today) {
        List<DocumentRow> documents = Page.all(request -> desk.followUps().due(filter, request));
        Names people = Names.ofRepresentatives(desk);
        return new DueFollowUps(
                today,
                documents.stream()
                        .map(document -> Row.of(document, today, people))
                        .toList());
    }

    /** Gives the table {@code due-follow-ups} in a language. */
    public Table table(Locale locale) {
        List<Urgency> urgencies = rows.stream().map(Row::urgency).toList();
        return table(
                "due-follow-ups",
                rows,
                locale,
                Remarks.in(locale).due(today, urgencies).toList());
    }

    /**
     * Gives the same table of a list of any length, which is read in pages while it is written: one statement per thousand
     * then, and one for the names now. Its note tells the day alone, for what is overdue is not counted beforehand.
     *
     * @param today the day from which they are seen as overdue, due or later
     */
    public static LongTable inPages(Desk desk, DueFilter filter, LocalDate today, Locale locale) {
        Names people = Names.ofRepresentatives(desk);
        return new LongTable(
                "due-follow-ups",
                COLUMNS,
                Remarks.in(locale).on(today).toList(),
                Paged.of(
                        request -> desk.followUps().due(filter, request),
                        document -> cells(Row.of(document, today, people), locale)));
    }

    /** Makes a table of documents to chase. */
    static Table table(String name, List<Row> rows, Locale locale, List<String> notes) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(cells(row, locale)));
        return new Table(name, COLUMNS, cells, notes);
    }

    private static List<@Nullable Object> cells(Row row, Locale locale) {
        DocumentRow document = row.document();
        Money amount = document.amount();
        return Arrays.<@Nullable Object>asList(
                Texts.text("kind." + document.kind(), locale),
                document.number(),
                document.relationName(),
                amount == null ? null : amount.currency().getCurrencyCode(),
                amount,
                document.dueOn(),
                Texts.text("urgency." + row.urgency(), locale),
                document.chasedOn(),
                row.chasedByName());
    }
}
