package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a table for people to read in letters of one width: English, French or Dutch, and English for the rest. */
public final class PlainText {

    private static final String GAP = "  ";

    /** The most code points that are shown of a text of any length. */
    private static final int PROSE_WIDTH = 60;

    private final Tabular table;
    private final Locale locale;
    private final Cells cells;
    private final List<Integer> widths = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private PlainText(Tabular table, Locale locale) {
        this.table = table;
        this.locale = locale;
        this.cells = new Cells(locale);
    }

    /**
     * Gives the title with the notes below it, the headings, the rows, the totals, and an empty line that parts the table
     * from what follows, each line ended by a line feed. Columns are as
     * wide as their widest text counted in code points; numbers stand right. A missing number is {@code n/a}, a control
     * character a space. Of a long prose the first {@value #PROSE_WIDTH} characters are shown, the last an ellipsis; a
     * table without rows says so. All rows are held until the widths are known.
     */
    public static String write(Tabular table, Locale locale) {
        return new PlainText(table, locale).written();
    }

    private String written() {
        List<String> headings =
                table.columns().stream().map(column -> column.heading(locale)).toList();
        List<List<String>> rows = texts(table.rows());
        List<List<String>> totals = texts(table.totals());
        for (int i = 0; i < headings.size(); i++) {
            int width = Cells.width(headings.get(i));
            for (List<String> row : rows) {
                width = Math.max(width, Cells.width(row.get(i)));
            }
            for (List<String> row : totals) {
                width = Math.max(width, Cells.width(row.get(i)));
            }
            widths.add(width);
        }
        text.append(table.title(locale)).append('\n');
        table.notes().forEach(note -> text.append(Cells.printable(note)).append('\n'));
        text.append('\n');
        List<String> rule = widths.stream().map("-"::repeat).toList();
        line(headings);
        line(rule);
        rows.forEach(this::line);
        if (rows.isEmpty()) {
            text.append(Texts.text("label.empty", locale)).append('\n');
        }
        if (!totals.isEmpty()) {
            line(rule);
            totals.forEach(this::line);
        }
        return text.append('\n').toString();
    }

    private void line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String fill = " ".repeat(widths.get(i) - Cells.width(cell));
            boolean right = table.columns().get(i).kind().isNumber();
            line.append(i == 0 ? "" : GAP).append(right ? fill + cell : cell + fill);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private List<List<String>> texts(Iterable<List<@Nullable Object>> rows) {
        List<List<String>> texts = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Column.Kind kind = table.columns().get(i).kind();
                String cell = cells.text(row.get(i), kind);
                line.add(kind == Column.Kind.PROSE ? shortened(cell) : cell);
            }
            texts.add(line);
        }
        return texts;
    }

    private static String shortened(String text) {
        return Cells.width(text) <= PROSE_WIDTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, PROSE_WIDTH - 1)) + "…";
    }
}
