package org.carnetcrm.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a table as a workbook of Office Open XML (XLSX), for spreadsheets. */
public final class Xlsx {

    /** The most rows of a sheet, the headings included. */
    public static final int MOST_ROWS = Worksheet.MAX_ROWS;

    private static final int MOST_LETTERS_OF_A_NAME = 31;

    /** How many rows the widths of the columns are taken from. */
    private static final int SAMPLE = 100;

    /** How many rows are written at once. */
    private static final int BATCH = 500;

    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;

    private final Tabular table;
    private final Locale locale;
    private final int mostRows;
    private final Workbook book;
    private final SheetCells cells;
    private final List<Integer> widths;
    private Worksheet sheet;
    private int sheets;
    private int row;

    private Xlsx(Tabular table, Locale locale, int mostRows, Workbook book, List<List<@Nullable Object>> sample) {
        this.table = table;
        this.locale = locale;
        this.mostRows = mostRows;
        this.book = book;
        this.cells = new SheetCells(locale);
        this.widths = widths(table, locale, sample);
        this.sheet = newSheet();
    }

    /**
     * Writes the headings, frozen and with a filter, the rows, an empty row and the totals, an empty row and the notes. The
     * title names the sheet and stands on top of each printed page. Numbers, dates, months, instants and marks are typed: an
     * amount shows the decimals of its currency, a percent is a share shown in percent, an instant is in UTC, as its
     * heading says, to the millisecond; what is missing is empty. All digits of a number are written, though spreadsheets reckon with fifteen.
     *
     * <p>Texts are cells of text, never formulas. Control characters are spaces, what is no character is U+FFFD, and of a
     * text of more than {@value SheetCells#MOST_LETTERS} UTF-16 units the beginning is written, then an ellipsis. A date
     * before March 1900, on which spreadsheets do not agree, is a text. When a sheet has {@value #MOST_ROWS} rows, the table
     * goes on in a further one, under the same headings.
     *
     * <p>Rows are written as they come and are not held. The file tells when it was written, so the same table gives
     * other bytes each time. The target is left open.
     *
     * @throws UncheckedIOException when the target refuses what is written
     */
    public static void write(Tabular table, Locale locale, OutputStream target) {
        write(table, locale, target, MOST_ROWS);
    }

    static void write(Tabular table, Locale locale, OutputStream target, int mostRows) {
        Iterator<List<@Nullable Object>> rows = table.rows().iterator();
        List<List<@Nullable Object>> first = new ArrayList<>();
        while (first.size() < SAMPLE && rows.hasNext()) {
            first.add(rows.next());
        }
        // Not closed when something fails: what is written then must not look complete.
        try {
            Workbook book = new Workbook(target, "Carnet", null);
            book.properties().setTitle(Cells.printable(table.title(locale)));
            new Xlsx(table, locale, mostRows, book, first).write(first, rows);
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<List<@Nullable Object>> first, Iterator<List<@Nullable Object>> rest) throws IOException {
        for (List<@Nullable Object> cells : first) {
            write(cells, false);
        }
        while (rest.hasNext()) {
            write(rest.next(), false);
        }
        filter();
        if (first.isEmpty()) {
            write(Texts.text("label.empty", locale));
        }
        // An empty row keeps what follows out of the filter, and out of what a spreadsheet takes for the table.
        row++;
        for (List<@Nullable Object> cells : table.totals()) {
            write(cells, true);
        }
        row += table.totals().isEmpty() ? 0 : 1;
        for (String note : table.notes()) {
            write(note);
        }
        sheet.finish();
    }

    private void write(List<@Nullable Object> row, boolean total) throws IOException {
        makeRoom();
        for (int i = 0; i < row.size(); i++) {
            cells.write(sheet, this.row, i, row.get(i), table.columns().get(i).kind(), total);
        }
        this.row++;
        if (this.row % BATCH == 0) {
            sheet.flush();
        }
    }

    private void write(String text) throws IOException {
        makeRoom();
        SheetCells.write(sheet, row, 0, text);
        row++;
    }

    private void makeRoom() throws IOException {
        if (row >= mostRows) {
            filter();
            sheet.finish();
            sheet = newSheet();
        }
    }

    private void filter() {
        if (row > 1 && !table.columns().isEmpty()) {
            sheet.setAutoFilter(0, 0, row - 1, table.columns().size() - 1);
        }
    }

    private Worksheet newSheet() {
        sheets++;
        Worksheet sheet = book.newWorksheet(nameOf(table.title(locale), sheets));
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        // In what is printed on top of a page, an ampersand begins a command unless it stands twice.
        sheet.header(Cells.printable(table.title(locale)).replace("&", "&&"), Position.CENTER);
        sheet.footer("&P / &N", Position.CENTER);
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.width(i, widths.get(i));
            SheetCells.write(sheet, 0, i, heading(table.columns().get(i), locale));
            sheet.style(0, i)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                    .set();
        }
        row = 1;
        return sheet;
    }

    /** Gives a name that spreadsheets take: short, and without the apostrophe that they put names between. */
    private static String nameOf(String title, int number) {
        String name =
                Cells.lines(title).replaceAll("[\n\t]", " ").replace('\'', '’').strip();
        String suffix = number == 1 ? "" : " (" + number + ")";
        int most = MOST_LETTERS_OF_A_NAME - suffix.length();
        String cut = SheetCells.cut(name.isEmpty() ? "-" : name, most);
        return cut + suffix;
    }

    private static String heading(Column column, Locale locale) {
        String heading = column.heading(locale);
        return column.kind() == Column.Kind.INSTANT ? heading + " (UTC)" : heading;
    }

    private static List<Integer> widths(Tabular table, Locale locale, List<List<@Nullable Object>> sample) {
        Cells cells = new Cells(locale);
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            int width = Math.max(NARROWEST, Cells.width(heading(column, locale)));
            for (List<List<@Nullable Object>> rows : List.of(sample, table.totals())) {
                for (List<@Nullable Object> row : rows) {
                    width = Math.max(width, Cells.width(cells.text(row.get(i), column.kind())));
                }
            }
            widths.add(Math.min(width, WIDEST) + 2);
        }
        return widths;
    }
}
