package org.carnetcrm.language;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** How a language writes dates, times, months and quarters. */
public enum DateNotation {
    /** {@code 7 Mar 2017}, {@code Mar 2017} and {@code Q1 2017}; serves every language that is not one of the others. */
    ENGLISH("Q", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec") {
        @Override
        public String date(LocalDate date) {
            return date.getDayOfMonth() + " " + month(YearMonth.from(date));
        }
    },
    /** {@code 07/03/2017}, {@code mars 2017} and {@code T1 2017}. */
    FRENCH("T", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.") {
        @Override
        public String date(LocalDate date) {
            return joined("/", date);
        }
    },
    /** {@code 07-03-2017}, {@code mrt 2017} and {@code K1 2017}. */
    DUTCH("K", "jan feb mrt apr mei jun jul aug sep okt nov dec") {
        @Override
        public String date(LocalDate date) {
            return joined("-", date);
        }
    };

    private final String quarter;
    private final String months;

    DateNotation(String quarter, String months) {
        this.quarter = quarter;
        this.months = months;
    }

    /** Gives how the language of a locale writes. */
    public static DateNotation of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "fr" -> FRENCH;
            case "nl" -> DUTCH;
            default -> ENGLISH;
        };
    }

    /** Writes a date. */
    public abstract String date(LocalDate date);

    /** Writes a date and a time, with the seconds that it has: {@code 7 Mar 2017 14:05}. */
    public String dateTime(LocalDateTime dateTime) {
        return date(dateTime.toLocalDate()) + " " + dateTime.toLocalTime();
    }

    /** Writes a month by its name. */
    public String month(YearMonth month) {
        return months.split(" ", -1)[month.getMonthValue() - 1] + " " + padded(4, month.getYear());
    }

    /** Writes the quarter that a month lies in. */
    public String quarter(YearMonth month) {
        return quarter + month.get(IsoFields.QUARTER_OF_YEAR) + " " + padded(4, month.getYear());
    }

    private static String joined(String separator, LocalDate date) {
        return padded(2, date.getDayOfMonth())
                + separator
                + padded(2, date.getMonthValue())
                + separator
                + padded(4, date.getYear());
    }

    private static String padded(int width, int number) {
        String digits = Integer.toString(Math.abs(number));
        String text = "0".repeat(Math.max(0, width - digits.length())) + digits;
        return number < 0 ? "-" + text : text;
    }
}
