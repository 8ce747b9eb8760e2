package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.carnetcrm.language.DateNotation;
import org.carnetcrm.money.Money;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The cells of a table as a spreadsheet holds them: values, and the formats that they are shown in. */
final class SheetCells {

    /** The most UTF-16 units of a cell's text. */
    static final int MOST_LETTERS = 32_767;

    private static final String WHOLE = "#,##0";

    /** What a spreadsheet would read as the escape of a character. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    /** From here on spreadsheets count days alike; one that is widespread has a 29 February 1900. */
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Cells texts;
    private final String dates;
    private final String instants;
    private final String months;

    SheetCells(Locale locale) {
        this.texts = new Cells(locale);
        // The code of the language, by which the names of months are chosen.
        String language = switch (Texts.language(locale)) {
            case "fr" -> "[$-40C]";
            case "nl" -> "[$-413]";
            default -> "[$-409]";
        };
        String date = DateNotation.of(locale).pattern().toLowerCase(Locale.ROOT).replaceAll("([^a-z])", "\\\\$1");
        this.dates = language + date;
        this.instants = language + date + "\\ hh:mm:ss";
        this.months = language + "mmm\\ yyyy";
    }

    /** Writes a cell, in bold if it is one of a total. */
    void write(Worksheet sheet, int row, int column, @Nullable Object cell, Column.Kind kind, boolean bold) {
        if (cell == null) {
            return;
        }
        String format = put(sheet, row, column, cell, kind);
        if (format == null && !bold) {
            return;
        }
        StyleSetter style = sheet.style(row, column);
        if (format != null) {
            style.format(format);
        }
        if (bold) {
            style.bold();
        }
        style.set();
    }

    /** Writes a text: inline, so that texts need not be held to the end. */
    static void write(Worksheet sheet, int row, int column, String text) {
        String lines = Cells.lines(text);
        String fitting = lines.length() <= MOST_LETTERS ? lines : cut(lines, MOST_LETTERS - 1) + "…";
        sheet.inlineString(row, column, ESCAPE.matcher(fitting).replaceAll("_x005F_"));
    }

    /** Gives the beginning of a text, of so many UTF-16 units at most, without half of a pair at its end. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Puts the value, and gives the format that it is shown in; a text and a mark have none. */
    private @Nullable String put(Worksheet sheet, int row, int column, Object cell, Column.Kind kind) {
        switch (kind) {
            case TEXT, PROSE -> write(sheet, row, column, (String) cell);
            case FLAG -> sheet.value(row, column, (Boolean) cell);
            case COUNT, DECIMAL, MONEY, PERCENT -> {
                return number(sheet, row, column, cell, kind);
            }
            case PERIOD, DATE, INSTANT -> {
                LocalDateTime time = time(cell);
                if (time == null
                        || time.toLocalDate().isBefore(FIRST)
                        || time.toLocalDate().isAfter(LAST)) {
                    write(sheet, row, column, texts.text(cell, kind));
                    return null;
                }
                sheet.value(row, column, time);
                return kind == Column.Kind.PERIOD ? months : kind == Column.Kind.DATE ? dates : instants;
            }
        }
        return null;
    }

    private static String number(Worksheet sheet, int row, int column, Object cell, Column.Kind kind) {
        if (kind == Column.Kind.PERCENT) {
            BigDecimal percent = ((BigDecimal) cell).setScale(2, RoundingMode.HALF_UP);
            sheet.value(row, column, percent.movePointLeft(2));
            return WHOLE + ".00%";
        }
        if (cell instanceof Long count) {
            sheet.value(row, column, count);
            return WHOLE;
        }
        BigDecimal number = cell instanceof Money money ? money.amount() : (BigDecimal) cell;
        sheet.value(row, column, number);
        return number.scale() <= 0 ? WHOLE : WHOLE + "." + "0".repeat(number.scale());
    }

    /** Gives the time that a cell is shown at: a date and a month at their begin; a quarter has none. */
    private static @Nullable LocalDateTime time(Object cell) {
        if (cell instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (cell instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        return MONTH.matcher((String) cell).matches()
                ? LocalDate.parse(cell + "-01").atStartOfDay()
                : null;
    }
}
