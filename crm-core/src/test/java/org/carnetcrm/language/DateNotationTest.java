package org.carnetcrm.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateNotationTest {

    /**
     * English, French and Dutch as they always were here; the countries by the Unicode CLDR (releases 39 and 47 agree):
     * the short dates of fr-BE, fr-CA and nl-BE with the year in four digits, the medium one of en-US, and the abbreviated
     * months of fr-CA. fr-FR and nl-NL have the dates of their languages.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | 7 Mar 2017  | 7 Mar 2017 02:30  | Mar 2017  | Q1 2017
            en-GB | 7 Mar 2017  | 7 Mar 2017 02:30  | Mar 2017  | Q1 2017
            en-US | Mar 7, 2017 | Mar 7, 2017 02:30 | Mar 2017  | Q1 2017
            fr    | 07/03/2017  | 07/03/2017 02:30  | mars 2017 | T1 2017
            fr-FR | 07/03/2017  | 07/03/2017 02:30  | mars 2017 | T1 2017
            fr-BE | 7/03/2017   | 7/03/2017 02:30   | mars 2017 | T1 2017
            fr-CA | 2017-03-07  | 2017-03-07 02:30  | mars 2017 | T1 2017
            nl    | 07-03-2017  | 07-03-2017 02:30  | mrt 2017  | K1 2017
            nl-NL | 07-03-2017  | 07-03-2017 02:30  | mrt 2017  | K1 2017
            nl-BE | 7/03/2017   | 7/03/2017 02:30   | mrt 2017  | K1 2017
            de    | 7 Mar 2017  | 7 Mar 2017 02:30  | Mar 2017  | Q1 2017
            de-BE | 7 Mar 2017  | 7 Mar 2017 02:30  | Mar 2017  | Q1 2017
            """)
    void each_language_writes_dates_its_own_way_and_some_countries_theirs(
            String language, String date, String dateTime, String month, String quarter) {
        DateNotation notation = DateNotation.of(Locale.forLanguageTag(language));
        LocalDate day = LocalDate.of(2017, 3, 7);
        assertThat(notation.date(day)).isEqualTo(date);
        assertThat(notation.dateTime(day.atTime(2, 30))).isEqualTo(dateTime);
        assertThat(notation.month(YearMonth.from(day))).isEqualTo(month);
        assertThat(notation.quarter(YearMonth.from(day))).isEqualTo(quarter);
    }

    @Test
    void july_is_longer_in_canada() {
        YearMonth july = YearMonth.of(2017, 7);

        assertThat(DateNotation.FRENCH.month(july)).isEqualTo("juil. 2017");
        assertThat(DateNotation.CANADIAN_FRENCH.month(july)).isEqualTo("juill. 2017");
        assertThat(DateNotation.BELGIAN_FRENCH.month(july)).isEqualTo("juil. 2017");
    }

    @Test
    void a_pattern_tells_the_form_of_a_date() {
        assertThat(DateNotation.BELGIAN_FRENCH.pattern()).isEqualTo("d/MM/yyyy");
        assertThat(DateNotation.BELGIAN_FRENCH.date(LocalDate.of(2017, 12, 31))).isEqualTo("31/12/2017");
    }

    @Test
    void every_month_has_a_name_of_its_own_and_every_quarter_its_number() {
        for (DateNotation notation : DateNotation.values()) {
            assertThat(IntStream.rangeClosed(1, 12).mapToObj(month -> notation.month(YearMonth.of(2024, month))))
                    .doesNotHaveDuplicates();
            assertThat(IntStream.rangeClosed(1, 12)
                            .mapToObj(month ->
                                    notation.quarter(YearMonth.of(2024, month)).substring(1))
                            .distinct())
                    .containsExactly("1 2024", "2 2024", "3 2024", "4 2024");
        }
    }

    @Test
    void a_year_has_four_digits_or_more_and_a_time_the_seconds_that_it_has() {
        assertThat(DateNotation.FRENCH.date(LocalDate.of(5, 1, 2))).isEqualTo("02/01/0005");
        assertThat(DateNotation.DUTCH.date(LocalDate.of(-5, 1, 2))).isEqualTo("02-01--0005");
        assertThat(DateNotation.ENGLISH.date(LocalDate.of(12345, 1, 2))).isEqualTo("2 Jan 12345");
        assertThat(DateNotation.ENGLISH.dateTime(LocalDateTime.of(2024, 2, 29, 23, 59, 59)))
                .isEqualTo("29 Feb 2024 23:59:59");
    }
}
