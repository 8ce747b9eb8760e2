package org.carnetcrm.reporting;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of any length in rows and columns. Its rows come from their source while a writer asks for them, and only the
 * one that is written is held; so an error of the source, such as that of a database, comes out of the writer, after the
 * rows before it were written. There are no totals.
 */
public final class LongTable implements Tabular {

    private final String name;
    private final List<Column> columns;
    private final List<String> notes;
    private final Iterable<List<@Nullable Object>> source;

    /**
     * Makes a table of the rows of a source.
     *
     * @param name the name that never changes
     * @param columns the columns, each key once; with amounts, one of them is {@code currency}
     * @param notes what a reader must know beside the rows
     * @param source gives the rows anew each time that the table is written; a row that does not fit the columns is
     *     refused when its turn comes
     */
    public LongTable(String name, List<Column> columns, List<String> notes, Iterable<List<@Nullable Object>> source) {
        this.name = Objects.requireNonNull(name, "name");
        this.columns = Column.distinct(name, columns);
        this.notes = List.copyOf(notes);
        this.source = Objects.requireNonNull(source, "source");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    /** Begins to read the source anew. */
    @Override
    public Iterable<List<@Nullable Object>> rows() {
        return () -> {
            Iterator<List<@Nullable Object>> rows = source.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public List<@Nullable Object> next() {
                    return Column.fitting(columns, rows.next());
                }
            };
        };
    }

    /** Gives none: nothing is summed of rows that are not held. */
    @Override
    public List<List<@Nullable Object>> totals() {
        return List.of();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /** Names the table; its rows, which may hold secrets, stay unread. */
    @Override
    public String toString() {
        return "LongTable[" + name + "]";
    }
}
