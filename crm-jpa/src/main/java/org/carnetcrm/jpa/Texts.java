package org.carnetcrm.jpa;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.carnetcrm.input.Dates;
import org.jspecify.annotations.Nullable;

/**
 * The texts of dimensions as conditions and columns. A text that no row can have, such as an id that is none, matches
 * nothing; the empty text matches what is missing.
 */
final class Texts {

    private static final String MISSING = "";

    /** The condition of what does not exist. */
    private static final String NOTHING = "1 = 0";

    private Texts() {}

    /** A column of texts. */
    static String ofTexts(Question question, String column, Set<String> texts) {
        return of(question, column, texts, text -> text);
    }

    /** A column of ids. */
    static String ofIds(Question question, String column, Set<String> texts) {
        return of(question, column, texts, text -> exact(UUID.fromString(text), text));
    }

    /** A column of an enum's constants. */
    static <E extends Enum<E>> String ofConstants(Question question, String column, Class<E> type, Set<String> texts) {
        return of(question, column, texts, text -> Enum.valueOf(type, text));
    }

    /** A column of whole numbers. */
    static String ofNumbers(Question question, String column, Set<String> texts) {
        return of(question, column, texts, text -> exact(Long.valueOf(text), text));
    }

    /** A column of dates, told by their month, such as {@code 2017-03}. */
    static String ofMonths(Question question, String column, Set<String> texts) {
        List<String> some = new ArrayList<>();
        for (String text : texts) {
            YearMonth month = month(text);
            if (text.equals(MISSING)) {
                some.add(column + " is null");
            } else if (month != null) {
                some.add("(" + column + " >= " + question.bind(month.atDay(1)) + " and " + column + " <= "
                        + question.bind(month.atEndOfMonth()) + ")");
            }
        }
        return any(some);
    }

    /** The columns by which dates are grouped by month. */
    static List<String> monthOf(String column) {
        return List.of("extract(year from " + column + ")", "extract(month from " + column + ")");
    }

    /** Reads the month from the two columns. */
    static String readMonth(Columns columns) {
        Number year = columns.find(Number.class);
        Number month = columns.find(Number.class);
        return year == null || month == null
                ? MISSING
                : YearMonth.of(year.intValue(), month.intValue()).toString();
    }

    static String readId(Columns columns) {
        UUID id = columns.find(UUID.class);
        return id == null ? MISSING : id.toString();
    }

    static String readText(Columns columns) {
        String text = columns.findText();
        return text == null ? MISSING : text;
    }

    static String readConstant(Columns columns) {
        return columns.get(Enum.class).name();
    }

    /** One of several conditions, of which there may be none. */
    static String any(Collection<String> conditions) {
        return conditions.isEmpty() ? NOTHING : "(" + String.join(" or ", conditions) + ")";
    }

    private static String of(
            Question question, String column, Set<String> texts, Function<String, @Nullable Object> parse) {
        List<Object> values = texts.stream()
                .filter(text -> !text.equals(MISSING))
                .map(text -> parsed(text, parse))
                .filter(Objects::nonNull)
                .toList();
        List<String> some = new ArrayList<>();
        if (!values.isEmpty()) {
            some.add(question.isIn(column, values));
        }
        if (texts.contains(MISSING)) {
            some.add(column + " is null");
        }
        return any(some);
    }

    private static @Nullable Object parsed(String text, Function<String, @Nullable Object> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Gives a value only when it is written just so: each value has one text. */
    private static @Nullable Object exact(Object value, String text) {
        return value.toString().equals(text) ? value : null;
    }

    private static @Nullable YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            LocalDate first = month.atDay(1);
            return Dates.flaw(first) == null && month.toString().equals(text) ? month : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
