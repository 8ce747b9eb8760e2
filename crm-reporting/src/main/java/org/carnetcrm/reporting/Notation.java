package org.carnetcrm.reporting;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * How a language writes numbers and dates. The patterns are our own: those of the JDK change from version to version,
 * and with the machine's settings.
 */
public enum Notation {
    /** {@code 1,234.50} and {@code 7 Mar 2017}; serves every language that is not one of the others. */
    ENGLISH(",", '.') {
        @Override
        public String date(LocalDate date) {
            return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + year(date);
        }
    },
    /** {@code 1 234,50}, with narrow no-break spaces, and {@code 07/03/2017}. */
    FRENCH("\u202f", ',') {
        @Override
        public String date(LocalDate date) {
            return joined("/", date);
        }
    },
    /** {@code 1.234,50} and {@code 07-03-2017}. */
    DUTCH(".", ',') {
        @Override
        public String date(LocalDate date) {
            return joined("-", date);
        }
    };

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final int GROUP = 3;

    private final String group;
    private final char point;

    Notation(String group, char point) {
        this.group = group;
        this.point = point;
    }

    /** Gives how the language of a locale writes. */
    public static Notation of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "fr" -> FRENCH;
            case "nl" -> DUTCH;
            default -> ENGLISH;
        };
    }

    /** Writes a date. */
    public abstract String date(LocalDate date);

    /** Writes an instant as it is in UTC: {@code 7 Mar 2017 14:05 UTC}, with the seconds that it has. */
    public String instant(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return date(utc.toLocalDate()) + " " + utc.toLocalTime() + " UTC";
    }

    /** Writes a whole number. */
    public String count(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** Writes a number with the decimals that it has. */
    public String number(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        StringBuilder text = new StringBuilder(whole);
        for (int at = whole.length() - GROUP; at > 0; at -= GROUP) {
            text.insert(at, group);
        }
        if (dot >= 0) {
            text.append(point).append(plain, dot + 1, plain.length());
        }
        return number.signum() < 0 ? "-" + text : text.toString();
    }

    /** Writes a percent with two decimals, HALF_UP. */
    public String percent(BigDecimal percent) {
        return number(percent.setScale(2, RoundingMode.HALF_UP)) + " %";
    }

    private static String joined(String separator, LocalDate date) {
        return padded(2, date.get(DAY_OF_MONTH))
                + separator
                + padded(2, date.get(MONTH_OF_YEAR))
                + separator
                + year(date);
    }

    private static String year(LocalDate date) {
        return padded(4, date.get(YEAR));
    }

    private static String padded(int width, int number) {
        String digits = Integer.toString(Math.abs(number));
        String text = "0".repeat(Math.max(0, width - digits.length())) + digits;
        return number < 0 ? "-" + text : text;
    }
}
