package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carnetcrm.language.DateNotation;

/**
 * How a language writes numbers and dates. The patterns are our own: those of the JDK change from version to version,
 * and with the machine's settings.
 */
public enum Notation {
    /** {@code 1,234.50}, {@code 50.00 %} and {@code 7 Mar 2017}; serves every language that is not one of the others. */
    ENGLISH(",", '.', " %", DateNotation.ENGLISH),
    /** {@code 1 234,50}, with narrow no-break spaces, {@code 50,00 %} and {@code 07/03/2017}. */
    FRENCH("\u202f", ',', " %", DateNotation.FRENCH),
    /** {@code 1.234,50}, {@code 50,00%} and {@code 07-03-2017}. */
    DUTCH(".", ',', "%", DateNotation.DUTCH);

    private static final int GROUP = 3;

    /** How many months a quarter has. */
    private static final int MONTHS = 3;

    private static final Pattern PERIOD = Pattern.compile("([0-9]{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))");

    private final String group;
    private final char point;
    private final String percent;
    private final DateNotation dates;

    Notation(String group, char point, String percent, DateNotation dates) {
        this.group = group;
        this.point = point;
        this.percent = percent;
        this.dates = dates;
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
    public String date(LocalDate date) {
        return dates.date(date);
    }

    /** Writes a month, given as {@code 2017-03}, or a quarter, as {@code 2017-Q1}; any other text stays as it is. */
    public String period(String text) {
        Matcher period = PERIOD.matcher(text);
        if (!period.matches()) {
            return text;
        }
        int year = Integer.parseInt(period.group(1));
        return period.group(2) != null
                ? dates.month(YearMonth.of(year, Integer.parseInt(period.group(2))))
                : dates.quarter(YearMonth.of(year, MONTHS * Integer.parseInt(period.group(3))));
    }

    /** Writes an instant as it is in UTC: {@code 7 Mar 2017 14:05 UTC}, with the seconds that it has. */
    public String instant(Instant instant) {
        return dates.dateTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + " UTC";
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
        return number(percent.setScale(2, RoundingMode.HALF_UP)) + this.percent;
    }
}
