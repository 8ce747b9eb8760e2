package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as Apache POI reads them, which is not the library that writes them. */
class XlsxTest {

    @Test
    void cells_are_typed_and_shown_by_their_kind() throws IOException {
        try (XSSFWorkbook book = read(Forms.EVERY_KIND, Locale.ENGLISH)) {
            Row row = book.getSheetAt(0).getRow(1);

            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Acme");
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("one\ntwo");
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(-1234567);
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(1234.5);
            assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(-1234567.5);
            assertThat(row.getCell(6).getNumericCellValue()).isEqualTo(0.6315);
            assertThat(row.getCell(7).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2017, 7, 1, 0, 0));
            assertThat(row.getCell(8).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2017, 3, 7, 0, 0));
            assertThat(row.getCell(9).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2017, 3, 7, 14, 5, 9, 123_000_000));
            assertThat(row.getCell(10).getBooleanCellValue()).isTrue();
            assertThat(shown(row))
                    .containsExactly(
                            "Acme",
                            "one\ntwo",
                            "EUR",
                            "-1,234,567",
                            "1,234.5",
                            "-1,234,567.50",
                            "63.15%",
                            "Jul 2017",
                            "7 Mar 2017",
                            "7 Mar 2017 14:05:09",
                            "TRUE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en,    [$-409]d\\ mmm\\ yyyy",
        "en-US, '[$-409]mmm\\ d\\,\\ yyyy'",
        "fr,    [$-40C]dd\\/mm\\/yyyy",
        "fr-BE, [$-40C]d\\/mm\\/yyyy",
        "fr-CA, [$-40C]yyyy\\-mm\\-dd",
        "nl,    [$-413]dd\\-mm\\-yyyy"
    })
    void dates_are_shown_as_the_language_and_country_write_them(String tag, String format) throws IOException {
        try (XSSFWorkbook book = read(Forms.EVERY_KIND, Locale.forLanguageTag(tag))) {
            Row row = book.getSheetAt(0).getRow(1);

            assertThat(row.getCell(8).getCellStyle().getDataFormatString()).isEqualTo(format);
            assertThat(row.getCell(9).getCellStyle().getDataFormatString()).isEqualTo(format + "\\ hh:mm:ss");
        }
    }

    @Test
    void what_is_missing_is_empty_and_totals_and_notes_follow_after_empty_rows() throws IOException {
        try (XSSFWorkbook book = read(Forms.EVERY_KIND, Locale.ENGLISH)) {
            XSSFSheet sheet = book.getSheetAt(0);

            assertThat((Object) sheet.getRow(2)).isNull();
            assertThat((Object) sheet.getRow(3)).isNull();
            assertThat(shown(sheet.getRow(4)))
                    .containsExactly("Total", "", "KWD", "7", "1,000", "0.125", "100.00%", "Q1 2017");
            assertThat(sheet.getRow(4).getCell(5).getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0.000");
            for (Cell total : sheet.getRow(4)) {
                assertThat(book.getFontAt(total.getCellStyle().getFontIndex()).getBold())
                        .isTrue();
            }
            assertThat((Object) sheet.getRow(5)).isNull();
            assertThat(shown(sheet.getRow(6))).containsExactly("As of a day.");
            assertThat(shown(sheet.getRow(7))).containsExactly("<b>& ");
            assertThat(sheet.getLastRowNum()).isEqualTo(7);
        }
    }

    @Test
    void a_report_has_its_title_and_headings_in_the_language_frozen_and_with_a_filter() throws IOException {
        SmallCrm crm = SmallCrm.withDeals();
        Table table = PipelineByStage.of(crm.desk, OpportunityFilter.open()).table(Locale.FRENCH);
        try (XSSFWorkbook book = read(table, Locale.FRENCH)) {
            XSSFSheet sheet = book.getSheetAt(0);

            assertThat(book.getNumberOfSheets()).isOne();
            assertThat(sheet.getSheetName()).isEqualTo("Pipeline par étape");
            assertThat(book.getProperties().getCoreProperties().getTitle()).isEqualTo("Pipeline par étape");
            assertThat(sheet.getHeader().getCenter()).endsWith("Pipeline par étape");
            assertThat(shown(sheet.getRow(0)))
                    .startsWith("Étape", "Devise", "Affaires")
                    .endsWith("Total");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A1:H" + (table.rows().size() + 1));
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        }
    }

    @Test
    void the_heading_of_instants_tells_that_they_are_in_utc() throws IOException {
        try (XSSFWorkbook book = read(Forms.EVERY_KIND, Locale.FRENCH)) {
            assertThat(shown(book.getSheetAt(0).getRow(0)))
                    .contains("Date", new Column("recordedAt", Column.Kind.INSTANT).heading(Locale.FRENCH) + " (UTC)");
        }
    }

    @Test
    void columns_are_as_wide_as_what_they_hold_within_bounds() throws IOException {
        try (XSSFWorkbook book = read(Forms.texts("x", "y".repeat(30), "z".repeat(500)), Locale.ENGLISH)) {
            XSSFSheet sheet = book.getSheetAt(0);

            assertThat(List.of(sheet.getColumnWidth(0), sheet.getColumnWidth(1), sheet.getColumnWidth(2)))
                    .containsExactly(10 * 256, 32 * 256, 62 * 256);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"x\")", "<b>&amp;", "0123", "1E5", "'"})
    void a_text_is_a_text_whatever_it_looks_like(String hostile) throws IOException {
        Cell cell = onlyCell(hostile);

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(hostile);
    }

    @Test
    void what_xml_cannot_hold_is_a_space_or_the_replacement_character() throws IOException {
        assertThat(onlyCell("a\u0000b\u0007c\u001fd\td\u007fe").getStringCellValue())
                .isEqualTo("a b c d\td e");
        assertThat(onlyCell("a\ud800b\udc00c\uffffd\ufffe").getStringCellValue())
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffd");
        assertThat(onlyCell("a\r\nb\rc\u2028d").getStringCellValue()).isEqualTo("a\nb\nc\nd");
        assertThat(onlyCell("\ud83d\ude00").getStringCellValue()).isEqualTo("\ud83d\ude00");
    }

    @Test
    void what_looks_like_an_escape_of_the_format_is_kept() throws IOException {
        assertThat(onlyCell("_x0041_ _x005F_x0041_ _x41_").getStringCellValue())
                .isEqualTo("_x0041_ _x005F_x0041_ _x41_");
    }

    @Test
    void of_a_text_that_is_too_long_the_beginning_is_kept_and_no_pair_is_cut() throws IOException {
        String longest = "x".repeat(32_767);

        assertThat(onlyCell(longest).getStringCellValue()).isEqualTo(longest);
        assertThat(onlyCell(longest + "y").getStringCellValue()).isEqualTo("x".repeat(32_766) + "…");
        assertThat(onlyCell("x".repeat(32_765) + "😀😀").getStringCellValue()).isEqualTo("x".repeat(32_765) + "…");
    }

    @Property(tries = 100)
    void any_text_is_read_back_as_its_lines(@ForAll String text) throws IOException {
        assertThat(onlyCell("x" + text + "x").getStringCellValue()).isEqualTo(Cells.lines("x" + text + "x"));
    }

    @Test
    void a_date_on_which_spreadsheets_do_not_agree_is_a_text() throws IOException {
        List<Column> columns = List.of(new Column("a", Column.Kind.DATE), new Column("b", Column.Kind.INSTANT));
        List<List<Object>> rows = List.of(
                List.of(LocalDate.of(1900, 2, 28), Instant.parse("1900-02-28T23:59:59Z")),
                List.of(LocalDate.of(1900, 3, 1), Instant.parse("1900-03-01T00:00:00Z")),
                List.of(LocalDate.of(9999, 12, 31), Instant.parse("9999-12-31T00:00:00Z")),
                List.of(LocalDate.of(10000, 1, 1), Instant.parse("+10000-01-01T00:00:00Z")));
        try (XSSFWorkbook book = read(new Table("t", columns, rows, List.of()), Locale.ENGLISH)) {
            XSSFSheet sheet = book.getSheetAt(0);

            assertThat(shown(sheet.getRow(1))).containsExactly("28 Feb 1900", "28 Feb 1900 23:59:59 UTC");
            assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            for (int row = 2; row <= 3; row++) {
                for (Cell cell : sheet.getRow(row)) {
                    assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
                }
            }
            assertThat(sheet.getRow(2).getCell(0).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(1900, 3, 1, 0, 0));
            assertThat(shown(sheet.getRow(4))).containsExactly("1 Jan 10000", "1 Jan 10000 00:00 UTC");
        }
    }

    @Test
    void amounts_have_the_decimals_of_their_currency_and_all_their_digits() throws IOException {
        List<Column> columns = List.of(new Column("currency", Column.Kind.TEXT), new Column("a", Column.Kind.MONEY));
        List<List<Object>> rows = new ArrayList<>();
        for (String currency : List.of("EUR", "JPY", "KWD", "CLF")) {
            rows.add(List.of(currency, Money.rounded(Currency.getInstance(currency), new BigDecimal("1234.5"))));
        }
        rows.add(List.of("EUR", Money.of("EUR", "123456789012345.67")));
        try (XSSFWorkbook book = read(new Table("t", columns, rows, List.of()), Locale.ENGLISH)) {
            XSSFSheet sheet = book.getSheetAt(0);

            assertThat(List.of(1, 2, 3, 4))
                    .extracting(row -> shown(sheet.getRow(row)).get(1))
                    .containsExactly("1,234.50", "1,235", "1,234.500", "1,234.5000");
            assertThat(sheet.getRow(5).getCell(1).getRawValue()).isEqualTo("123456789012345.67");
        }
    }

    @Test
    void a_table_that_is_longer_than_a_sheet_goes_on_in_further_ones() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Xlsx.write(Forms.numbered(25), Locale.ENGLISH, bytes, 11);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.getSheetName(2)).isEqualTo("numbered (3)");
            List<Double> numbers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                assertThat(shown(sheet.getRow(0))).startsWith("Relation", "Currency", "Amount");
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getLastRowNum()).isLessThan(11);
                for (int row = 1; row <= (i < 2 ? 10 : 5); row++) {
                    numbers.add(sheet.getRow(row).getCell(3).getNumericCellValue());
                }
            }
            assertThat(numbers).hasSize(25).isSorted().doesNotHaveDuplicates();
            assertThat(book.getSheetAt(0).getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A1:H11");
            assertThat(book.getSheetAt(2).getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A1:H6");
            assertThat(shown(book.getSheetAt(2).getRow(7))).containsExactly("One note.");
        }
    }

    @Test
    void a_table_without_rows_says_so_and_one_without_columns_is_a_sheet_all_the_same() throws IOException {
        List<Column> columns = List.of(new Column("a", Column.Kind.TEXT));
        try (XSSFWorkbook book = read(new Table("t", columns, List.of(), List.of()), Locale.ENGLISH)) {
            assertThat(shown(book.getSheetAt(0).getRow(1))).containsExactly(Texts.text("label.empty", Locale.ENGLISH));
        }
        try (XSSFWorkbook book = read(new Table("t", List.of(), List.of(), List.of()), Locale.ENGLISH)) {
            assertThat(book.getNumberOfSheets()).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'it''s [a]/b\\c*?:', it’s -a--b-c---",
        "'  ', -",
        "1234567890123456789012345678901234, 1234567890123456789012345678901",
        "123456789012345678901234567890😀, 123456789012345678901234567890"
    })
    void a_sheet_has_a_name_that_spreadsheets_take(String name, String sheet) throws IOException {
        try (XSSFWorkbook book = read(new Table(name, List.of(), List.of(), List.of()), Locale.ENGLISH)) {
            assertThat(book.getSheetName(0)).isEqualTo(sheet);
        }
    }

    @Test
    void an_ampersand_in_a_title_is_printed_and_is_no_command() throws IOException {
        try (XSSFWorkbook book = read(new Table("A&D", List.of(), List.of(), List.of()), Locale.ENGLISH)) {
            assertThat(book.getSheetAt(0).getHeader().getCenter()).endsWith("A&&D");
        }
    }

    @Test
    void a_list_whose_source_fails_does_not_look_complete() {
        Iterable<List<Object>> rows = () -> IntStream.range(0, 2000)
                .mapToObj(row -> {
                    if (row == 1500) {
                        throw new IllegalStateException("the database is gone");
                    }
                    return List.<Object>of("a");
                })
                .iterator();
        LongTable failing = new LongTable("t", List.of(new Column("a", Column.Kind.TEXT)), List.of(), rows);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        assertThatThrownBy(() -> Xlsx.write(failing, Locale.ENGLISH, bytes)).hasMessage("the database is gone");
        assertThatThrownBy(() -> new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray())))
                .isInstanceOf(Exception.class);
    }

    @Test
    void a_target_that_refuses_is_not_passed_over_and_one_that_takes_is_left_open() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("full");
            }
        };
        assertThatThrownBy(() -> Xlsx.write(Forms.EVERY_KIND, Locale.ENGLISH, full))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("full");

        OutputStream open = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        Xlsx.write(Forms.EVERY_KIND, Locale.ENGLISH, open);
    }

    private static Cell onlyCell(String text) throws IOException {
        try (XSSFWorkbook book = read(Forms.texts(text), Locale.ENGLISH)) {
            return book.getSheetAt(0).getRow(1).getCell(0);
        }
    }

    private static List<String> shown(Row row) {
        DataFormatter formatter = new DataFormatter(Locale.ENGLISH);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
            cells.add(formatter.formatCellValue(row.getCell(i)));
        }
        return cells;
    }

    private static XSSFWorkbook read(Tabular table, Locale locale) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Xlsx.write(table, locale, bytes);
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
