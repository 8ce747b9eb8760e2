package org.carnetcrm.reporting;

import java.util.Locale;
import java.util.Optional;

/** A report: figures, the table that shows them, and why each is what it is. */
public interface Report {

    /** Gives the table in a language. */
    Table table(Locale locale);

    /**
     * Tells why a figure of the table is what it is.
     *
     * @param row the number of the row from 0; the totals follow the rows
     * @param column the key of the column
     * @param locale the language of the texts
     * @return nothing for what is no figure, such as a name
     * @throws IllegalArgumentException when the table has no such column
     * @throws IndexOutOfBoundsException when it has no such row
     */
    Optional<Explanation> explain(int row, String column, Locale locale);
}
