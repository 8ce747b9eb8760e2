package org.carnetcrm.language;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How a language, and a country where it has its own way, writes dates, times, months and quarters. A country departs from
 * plain English, French or Dutch only where the Unicode CLDR tells its dates apart from those of its language.
 */
public enum DateNotation {
    /** {@code 7 Mar 2017}, {@code Mar 2017} and {@code Q1 2017}; serves every language that is not one of the others. */
    ENGLISH("d MMM yyyy", "Q", Months.ENGLISH),
    /** As in the United States: {@code Mar 7, 2017}, and else as English. */
    AMERICAN("MMM d, yyyy", "Q", Months.ENGLISH),
    /** {@code 07/03/2017}, {@code mars 2017} and {@code T1 2017}. */
    FRENCH("dd/MM/yyyy", "T", Months.FRENCH),
    /** As in Belgium: {@code 7/03/2017}, and else as French. */
    BELGIAN_FRENCH("d/MM/yyyy", "T", Months.FRENCH),
    /** As in Canada: {@code 2017-03-07}, {@code juill.} for July, and else as French. */
    CANADIAN_FRENCH("yyyy-MM-dd", "T", Months.FRENCH.replace("juil.", "juill.")),
    /** {@code 07-03-2017}, {@code mrt 2017} and {@code K1 2017}. */
    DUTCH("dd-MM-yyyy", "K", Months.DUTCH),
    /** As in Belgium: {@code 7/03/2017}, and else as Dutch. */
    BELGIAN_DUTCH("d/MM/yyyy", "K", Months.DUTCH);

    private static final Pattern PART = Pattern.compile("yyyy|M+|d+|[^yMd]+");

    private final String pattern;
    private final String quarter;
    private final String months;

    DateNotation(String pattern, String quarter, String months) {
        this.pattern = pattern;
        this.quarter = quarter;
        this.months = months;
    }

    /** Gives how the language of a locale writes, in its country where that has a way of its own. */
    public static DateNotation of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "fr" ->
                switch (locale.getCountry()) {
                    case "BE" -> BELGIAN_FRENCH;
                    case "CA" -> CANADIAN_FRENCH;
                    default -> FRENCH;
                };
            case "nl" -> locale.getCountry().equals("BE") ? BELGIAN_DUTCH : DUTCH;
            case "en" -> locale.getCountry().equals("US") ? AMERICAN : ENGLISH;
            default -> ENGLISH;
        };
    }

    /**
     * Gives the form of a date: {@code yyyy} for the year, {@code MM} for the month in two digits and {@code MMM} by its
     * name, {@code d} for the day and {@code dd} in two digits; other characters stand for themselves.
     */
    public String pattern() {
        return pattern;
    }

    /** Writes a date. */
    public String date(LocalDate date) {
        StringBuilder text = new StringBuilder();
        PART.matcher(pattern).results().map(MatchResult::group).forEach(part -> text.append(part(part, date)));
        return text.toString();
    }

    /** Writes a date and a time, with the seconds that it has: {@code 7 Mar 2017 14:05}. */
    public String dateTime(LocalDateTime dateTime) {
        return date(dateTime.toLocalDate()) + " " + dateTime.toLocalTime();
    }

    /** Writes a month by its name. */
    public String month(YearMonth month) {
        return name(month.getMonthValue()) + " " + padded(4, month.getYear());
    }

    /** Writes the quarter that a month lies in. */
    public String quarter(YearMonth month) {
        return quarter + month.get(IsoFields.QUARTER_OF_YEAR) + " " + padded(4, month.getYear());
    }

    private String part(String part, LocalDate date) {
        return switch (part) {
            case "yyyy" -> padded(part.length(), date.getYear());
            case "MMM" -> name(date.getMonthValue());
            case "MM" -> padded(part.length(), date.getMonthValue());
            case "dd", "d" -> padded(part.length(), date.getDayOfMonth());
            default -> part;
        };
    }

    private String name(int month) {
        return months.split(" ", -1)[month - 1];
    }

    private static String padded(int width, int number) {
        String digits = Integer.toString(Math.abs(number));
        String text = "0".repeat(Math.max(0, width - digits.length())) + digits;
        return number < 0 ? "-" + text : text;
    }

    /** The short names of the months. */
    private static final class Months {

        static final String ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
        static final String FRENCH = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.";
        static final String DUTCH = "jan feb mrt apr mei jun jul aug sep okt nov dec";

        private Months() {}
    }
}
