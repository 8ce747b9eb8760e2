package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report in rows and columns, ready for any writer. Every cell is of the {@linkplain Column.Kind#type type} of its
 * column, or null where there is nothing.
 *
 * @param name the name that never changes, such as {@code pipeline-by-stage}
 * @param columns the columns, each key once; with amounts, one of them is {@code currency}
 * @param rows the rows
 * @param totals rows that sum the others, which people read and a CSV file leaves out
 * @param notes what a reader must know beside the figures
 */
public record Table(
        String name,
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        List<List<@Nullable Object>> totals,
        List<String> notes)
        implements Tabular {

    /** The key of the column that names the currency of a row's amounts. */
    public static final String CURRENCY = "currency";

    /** Refuses a row that does not fit the columns, a repeated key, and amounts without the column of the currency. */
    public Table {
        Objects.requireNonNull(name, "name");
        columns = Column.distinct(name, columns);
        notes = List.copyOf(notes);
        rows = fitting(columns, rows);
        totals = fitting(columns, totals);
    }

    /** Makes a table without totals. */
    public Table(String name, List<Column> columns, List<List<@Nullable Object>> rows, List<String> notes) {
        this(name, columns, rows, List.of(), notes);
    }

    /** Gives the table of a report by a dimension its name: {@code crm-costs-by-month}. */
    static String nameOf(String report, String by) {
        return report + "-by-" + by.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Names the table and tells its size; its cells, which may hold secrets, stay out. */
    @Override
    public String toString() {
        return "Table[" + name + ", " + rows.size() + " rows]";
    }

    private static List<List<@Nullable Object>> fitting(List<Column> columns, List<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(Column.fitting(columns, row)));
        return Collections.unmodifiableList(copy);
    }
}
