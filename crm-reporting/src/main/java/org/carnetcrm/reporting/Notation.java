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
 * How a language, and a country where it has its own way, writes numbers and dates. The patterns are our own: those of the
 * JDK change from version to version, and with the machine's settings. A country departs from plain English, French or
 * Dutch only where the Unicode CLDR tells its numbers or dates apart from those of its language.
 */
public enum Notation {
    /** {@code 1,234.50}, {@code 50.00 %} and {@code 7 Mar 2017}; serves every language that is not one of the others. */
    ENGLISH(",", '.', " %", DateNotation.ENGLISH),
    /** As in the United States: as English, but {@code Mar 7, 2017}. */
    AMERICAN(",", '.', " %", DateNotation.AMERICAN),
    /** {@code 1 234,50}, with narrow no-break spaces, {@code 50,00 %} and {@code 07/03/2017}. */
    FRENCH("\u202f", ',', " %", DateNotation.FRENCH),
    /** As in Belgium: as French, but {@code 7/03/2017}. */
    BELGIAN_FRENCH("\u202f", ',', " %", DateNotation.BELGIAN_FRENCH),
    /** As in Canada: {@code 1 234,50}, with no-break spaces, {@code 50,00 %} and {@code 2017-03-07}. */
    CANADIAN_FRENCH("\u00a0", ',', " %", DateNotation.CANADIAN_FRENCH),
    /** {@code 1.234,50}, {@code 50,00%} and {@code 07-03-2017}. */
    DUTCH(".", ',', "%", DateNotation.DUTCH),
    /** As in Belgium: as Dutch, but {@code 7/03/2017}. */
    BELGIAN_DUTCH(".", ',', "%", DateNotation.BELGIAN_DUTCH);

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

    /** Gives how the language of a locale writes, in its country where that has a way of its own. */
    public static Notation of(Locale locale) {
        return switch (DateNotation.of(locale)) {
            case ENGLISH -> ENGLISH;
            case AMERICAN -> AMERICAN;
            case FRENCH -> FRENCH;
            case BELGIAN_FRENCH -> BELGIAN_FRENCH;
            case CANADIAN_FRENCH -> CANADIAN_FRENCH;
            case DUTCH -> DUTCH;
            case BELGIAN_DUTCH -> BELGIAN_DUTCH;
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
