package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/** The cells of a table as people read them in a language. */
final class Cells {

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\t\n]]");
    private static final Pattern NO_CHARACTER = Pattern.compile("[\\p{Cs}\ufffe\uffff]");

    private final Locale locale;
    private final Notation notation;

    Cells(Locale locale) {
        this.locale = locale;
        this.notation = Notation.of(locale);
    }

    /** Gives a cell as one line; a missing number is {@code n/a}, any other missing cell is empty. */
    String text(@Nullable Object cell, Column.Kind kind) {
        if (cell == null) {
            return kind.isNumber() ? Texts.text("label.notApplicable", locale) : "";
        }
        return switch (kind) {
            case TEXT, PROSE -> printable((String) cell);
            case PERIOD -> notation.period(printable((String) cell));
            case COUNT -> notation.count((Long) cell);
            case DECIMAL -> notation.number((BigDecimal) cell);
            case MONEY -> notation.number(((Money) cell).amount());
            case PERCENT -> notation.percent((BigDecimal) cell);
            case DATE -> notation.date((LocalDate) cell);
            case INSTANT -> notation.instant((Instant) cell);
            case FLAG -> (Boolean) cell ? Texts.text("label.yes", locale) : "";
        };
    }

    /** Gives a text as one line: what would break it, and every other control character, is a space. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ");
    }

    /**
     * Gives a text with its lines, each ended by a line feed. Every other control character but a tab is a space, and what
     * is no character, such as half of a pair, is the replacement character, so that any XML can hold it.
     */
    static String lines(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        return NO_CHARACTER.matcher(CONTROL.matcher(lines).replaceAll(" ")).replaceAll("\ufffd");
    }

    /** Counts the code points of a text. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
