package org.carnetcrm.reporting;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes a table for other programs, by RFC 4180. */
public final class Csv {

    /** What a spreadsheet takes for the beginning of a formula, or skips before one. */
    private static final String FORMULA = "=+-@\t\r";

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Csv() {}

    /** What a spreadsheet of some countries wants different from the standard. */
    public enum Option {
        /** Cells are parted by semicolons, as where the comma is in the numbers. */
        SEMICOLON,
        /** The mark U+FEFF stands in front, by which Excel knows that the file is in UTF-8. */
        BYTE_ORDER_MARK
    }

    /**
     * Writes the keys of the columns and the rows, but neither totals nor notes; lines end with CR LF. Numbers are plain,
     * dates as in ISO 8601, what is missing is empty. A text that a spreadsheet could take for a formula begins with an
     * apostrophe; numbers never do. Without options, commas part the cells and nothing stands in front.
     *
     * @throws UncheckedIOException when the target refuses what is written
     */
    public static void write(Tabular table, Appendable target, Option... options) {
        List<Option> chosen = List.of(options);
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(chosen.contains(Option.SEMICOLON) ? ';' : ',')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new Target(target))) {
            if (chosen.contains(Option.BYTE_ORDER_MARK)) {
                target.append(BYTE_ORDER_MARK);
            }
            writer.writeRecord(table.columns().stream().map(Column::key).toList());
            for (List<@Nullable Object> row : table.rows()) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell(cell)));
                writer.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof String text) {
            return defused(text);
        }
        if (cell instanceof Money money) {
            return money.amount().toPlainString();
        }
        return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }

    private static String defused(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
