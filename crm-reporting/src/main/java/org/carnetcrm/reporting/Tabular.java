package org.carnetcrm.reporting;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What writers write: columns, rows that are read once and in order, rows that sum them, and notes. A {@link Table} holds
 * its rows; a {@link LongTable} reads them while they are written.
 */
public sealed interface Tabular permits Table, LongTable {

    /** Gives the name that never changes, such as {@code pipeline-by-stage}. */
    String name();

    /** Gives the columns, each key once. */
    List<Column> columns();

    /** Gives the rows in their order; each has as many cells as there are columns, each of its column's type or null. */
    Iterable<List<@Nullable Object>> rows();

    /** Gives the rows that sum the others, which a CSV file leaves out. */
    List<List<@Nullable Object>> totals();

    /** Gives what a reader must know beside the figures. */
    List<String> notes();

    /** Gives the title in a language; the name itself where there is no text for it. */
    default String title(Locale locale) {
        String title = Texts.find("title." + name(), locale);
        return title == null ? name() : title;
    }
}
