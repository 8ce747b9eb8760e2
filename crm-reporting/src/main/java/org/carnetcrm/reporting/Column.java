package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param key the name that never changes, by the glossary: {@code purchaseCosts}
 * @param kind what its cells hold
 */
public record Column(String key, Kind kind) {

    private static final Set<String> PERIODS =
            Set.of("month", "monthOfClosing", "monthOfExpectedClosing", "quarterOfClosing");

    /** Refuses missing parts. */
    public Column {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
    }

    /** What a cell may hold; a missing cell is null in each kind. */
    public enum Kind {
        /** A text. */
        TEXT(String.class),
        /** A text of any length, of which a table for people shows the beginning. */
        PROSE(String.class),
        /** A whole number. */
        COUNT(Long.class),
        /** A number with decimals. */
        DECIMAL(BigDecimal.class),
        /** An amount, whose currency the column {@code currency} of the same table names. */
        MONEY(Money.class),
        /** A percent, as a number with two decimals. */
        PERCENT(BigDecimal.class),
        /** A month or a quarter as in ISO 8601, {@code 2017-03} or {@code 2017-Q1}, or what stands where there is none. */
        PERIOD(String.class),
        /** A date. */
        DATE(LocalDate.class),
        /** An instant. */
        INSTANT(Instant.class),
        /** A mark that is there or not. */
        FLAG(Boolean.class);

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
        }

        /** Gives the type of a cell. */
        public Class<?> type() {
            return type;
        }

        boolean isNumber() {
            return this == COUNT || this == DECIMAL || this == MONEY || this == PERCENT;
        }
    }

    /** Makes the column that a constant of a dimension or an aspect gives its name: {@code BUSINESS_LINE} is {@code businessLine}. */
    static Column of(Enum<?> constant) {
        return by(keyOf(constant));
    }

    /** Makes the column of what a report is by: a text, or a month or quarter. */
    static Column by(String key) {
        return new Column(key, PERIODS.contains(key) ? Kind.PERIOD : Kind.TEXT);
    }

    /** Gives the name of a constant as a column's key. */
    static String keyOf(Enum<?> constant) {
        StringBuilder key = new StringBuilder();
        for (String word : constant.name().split("_", -1)) {
            String small = word.toLowerCase(Locale.ROOT);
            key.append(key.length() == 0 ? small.charAt(0) : word.charAt(0)).append(small, 1, small.length());
        }
        return key.toString();
    }

    /** Gives columns as they are; refuses a repeated key, and amounts without the column of the currency. */
    static List<Column> distinct(String table, List<Column> columns) {
        List<String> keys = columns.stream().map(Column::key).toList();
        if (keys.stream().distinct().count() != keys.size()) {
            throw new IllegalArgumentException(table + " has a column twice: " + keys);
        }
        boolean amounts = columns.stream().anyMatch(column -> column.kind() == Kind.MONEY);
        if (amounts && !keys.contains(Table.CURRENCY)) {
            throw new IllegalArgumentException(table + " has amounts, but no column " + Table.CURRENCY + ": " + keys);
        }
        return List.copyOf(columns);
    }

    /** Gives a row as an unmodifiable copy; refuses one that does not fit the columns. */
    static List<@Nullable Object> fitting(List<Column> columns, List<@Nullable Object> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + row.size() + " cells does not fit " + columns.size() + " columns");
        }
        for (int i = 0; i < row.size(); i++) {
            Object cell = row.get(i);
            Column column = columns.get(i);
            if (cell != null && !column.kind().type().isInstance(cell)) {
                throw new IllegalArgumentException("the column " + column.key() + " holds "
                        + column.kind().type().getSimpleName() + ", not "
                        + cell.getClass().getSimpleName());
            }
        }
        return Collections.unmodifiableList(new ArrayList<@Nullable Object>(row));
    }

    /** Gives the heading in a language; the key itself where there is no text for it. */
    public String heading(Locale locale) {
        String heading = Texts.find("column." + key, locale);
        return heading == null ? key : heading;
    }
}
