package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.carnetcrm.money.Money;

/** Tables for the tests of the forms. */
final class Forms {

    /** Of each kind of cell there is one row, a row where nothing is there, a total and two notes. */
    static final Table EVERY_KIND = new Table(
            "every-kind",
            List.of(
                    new Column("relation", Column.Kind.TEXT),
                    new Column("text", Column.Kind.PROSE),
                    new Column("currency", Column.Kind.TEXT),
                    new Column("count", Column.Kind.COUNT),
                    new Column("meanDays", Column.Kind.DECIMAL),
                    new Column("value", Column.Kind.MONEY),
                    new Column("winRate", Column.Kind.PERCENT),
                    new Column("month", Column.Kind.PERIOD),
                    new Column("date", Column.Kind.DATE),
                    new Column("recordedAt", Column.Kind.INSTANT),
                    new Column("pinned", Column.Kind.FLAG)),
            List.of(
                    List.of(
                            "Acme",
                            "one\ntwo",
                            "EUR",
                            -1234567L,
                            new BigDecimal("1234.5"),
                            Money.of("EUR", "-1234567.5"),
                            new BigDecimal("63.15"),
                            "2017-07",
                            LocalDate.of(2017, 3, 7),
                            Instant.parse("2017-03-07T14:05:09.123456Z"),
                            true),
                    Arrays.asList(new Object[11])),
            List.of(Arrays.asList(
                    "Total",
                    null,
                    "KWD",
                    7L,
                    new BigDecimal("1E+3"),
                    Money.of("KWD", "0.125"),
                    new BigDecimal("100"),
                    "2017-Q1",
                    null,
                    null,
                    null)),
            List.of("As of a day.", "<b>&\u0007"));

    private static final Currency EUR = Currency.getInstance("EUR");

    private Forms() {}

    /** Makes a table of one row of texts, under the keys a, b, c and so on. */
    static Table texts(String... cells) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            columns.add(new Column(Character.toString('a' + i), Column.Kind.TEXT));
        }
        return new Table("t", columns, List.of(List.of((Object[]) cells)), List.of());
    }

    /** Makes a table of rows that are numbered from 1 on, each made when it is asked for. */
    static LongTable numbered(int rows) {
        List<Column> columns = List.of(
                new Column("relation", Column.Kind.TEXT),
                new Column("currency", Column.Kind.TEXT),
                new Column("amount", Column.Kind.MONEY),
                new Column("count", Column.Kind.COUNT),
                new Column("winRate", Column.Kind.PERCENT),
                new Column("date", Column.Kind.DATE),
                new Column("recordedAt", Column.Kind.INSTANT),
                new Column("text", Column.Kind.PROSE));
        return new LongTable("numbered", columns, List.of("One note."), () -> {
            Iterator<Integer> numbers = IntStream.rangeClosed(1, rows).iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return numbers.hasNext();
                }

                @Override
                public List<Object> next() {
                    int n = numbers.next();
                    return List.of(
                            "Relation " + n,
                            "EUR",
                            Money.rounded(EUR, BigDecimal.valueOf(n, 2)),
                            (long) n,
                            BigDecimal.valueOf(n % 10_001, 2),
                            LocalDate.of(2000, 1, 1).plusDays(n % 9999),
                            Instant.ofEpochSecond(1_500_000_000L + n),
                            "A note of the length that a note may have, the " + n + "th of them.");
                }
            };
        });
    }
}
