package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts to the byte; the machine's own language is Turkish, which must not show. */
class PlainTextTest {

    private static final Locale DUTCH = new Locale("nl", "NL");
    private static final OpportunityFilter EUROS = OpportunityFilter.all().where(OpportunityDimension.CURRENCY, "EUR");

    private final SmallCrm crm = SmallCrm.withDeals();

    @Test
    void the_pipeline_reads_so_in_english() {
        assertThat(pipeline(Locale.UK)).isEqualTo("""
                        Pipeline by stage
                        EUR: deals without value: 1; their purchase costs of 12.00 stand apart.

                        Stage           Currency  Deals  Without value     Value  Purchase costs      Net   Total
                        --------------  --------  -----  -------------  --------  --------------  -------  ------
                        Qualification   EUR           1              0    100.00          400.00  -300.00  -30.00
                        Needs analysis  EUR           0              0      0.00            0.00     0.00    0.00
                        Proposal        EUR           1              0  1,000.00          200.00   800.00  400.00
                        Negotiation     EUR           1              1      0.00            0.00     0.00    0.00
                        --------------  --------  -----  -------------  --------  --------------  -------  ------
                        Total           EUR           3              1  1,100.00          600.00   500.00  370.00

                        """);
    }

    @Test
    void the_pipeline_reads_so_in_french() {
        assertThat(pipeline(Locale.FRANCE)).isEqualTo("""
                        Pipeline par étape
                        EUR : affaires sans valeur : 1 ; leurs coûts d’achat de 12,00 sont à part.

                        Étape                Devise  Affaires  Sans valeur    Valeur  Coûts d’achat      Net   Total
                        -------------------  ------  --------  -----------  --------  -------------  -------  ------
                        Qualification        EUR            1            0    100,00         400,00  -300,00  -30,00
                        Analyse des besoins  EUR            0            0      0,00           0,00     0,00    0,00
                        Proposition          EUR            1            0  1_000,00         200,00   800,00  400,00
                        Négociation          EUR            1            1      0,00           0,00     0,00    0,00
                        -------------------  ------  --------  -----------  --------  -------------  -------  ------
                        Total                EUR            3            1  1_100,00         600,00   500,00  370,00

                        """.replace('_', '\u202f'));
    }

    @Test
    void the_outcomes_read_so_in_dutch() {
        assertThat(PlainText.write(Outcomes.byQuarter(crm.desk, EUROS).table(DUTCH), DUTCH)
                        .lines())
                .containsExactly(
                        "Gewonnen en verloren per kwartaal van afsluiting",
                        "",
                        "Kwartaal van afsluiting  Valuta  Lopend  Gewonnen  Verloren  Opgegeven  Winstpercentage"
                                + "  Getekend totaal  Zonder bedrag  Gemiddeld gewonnen  Oorspronkelijke waarde",
                        "-----------------------  ------  ------  --------  --------  ---------  ---------------"
                                + "  ---------------  -------------  ------------------  ----------------------",
                        "(lopend)                 EUR          3         0         0          0           n.v.t."
                                + "             0,00              0              n.v.t.                    0,00",
                        "K4 2016                  EUR          0         1         0          0          100,00%"
                                + "           100,01              0              100,01                    0,00",
                        "K1 2017                  EUR          0         2         1          0           66,67%"
                                + "           900,00              1              900,00                1.500,00",
                        "");
    }

    @Test
    void each_kind_of_cell_is_written_as_the_language_does() {
        List<Column> columns = List.of(
                new Column("a", Column.Kind.TEXT),
                new Column("currency", Column.Kind.TEXT),
                new Column("b", Column.Kind.COUNT),
                new Column("c", Column.Kind.DECIMAL),
                new Column("d", Column.Kind.MONEY),
                new Column("e", Column.Kind.PERCENT),
                new Column("f", Column.Kind.DATE));
        Table table = new Table(
                "t",
                columns,
                List.of(
                        List.of(
                                "x",
                                "EUR",
                                1234L,
                                new BigDecimal("-1234567.5"),
                                Money.of("EUR", "-1234.5"),
                                new BigDecimal("63.15"),
                                LocalDate.of(2017, 3, 1)),
                        Arrays.asList(new Object[7])),
                List.of());

        assertThat(cells(table, Locale.ENGLISH))
                .containsExactly(
                        "x  EUR       1,234  -1,234,567.5  -1,234.50  63.15 %  1 Mar 2017",
                        "               n/a           n/a        n/a      n/a");
        assertThat(cells(table, Locale.FRENCH))
                .containsExactly(
                        "x  EUR     1\u202f234  -1\u202f234\u202f567,5  -1\u202f234,50  63,15 %  01/03/2017",
                        "            n.d.          n.d.       n.d.     n.d.");
        assertThat(cells(table, DUTCH))
                .containsExactly(
                        "x  EUR      1.234  -1.234.567,5  -1.234,50  63,15%  01-03-2017",
                        "           n.v.t.        n.v.t.     n.v.t.  n.v.t.");
    }

    /**
     * The countries by the Unicode CLDR (releases 39 and 47 agree); a no-break space is shown as {@code ~}, a narrow one as
     * {@code _}. Where the CLDR tells a country's numbers not apart from those of its language, nor do we.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | -1,234,567.50 | 1,266.67 % | 7 Mar 2017
            en-GB | -1,234,567.50 | 1,266.67 % | 7 Mar 2017
            en-US | -1,234,567.50 | 1,266.67 % | Mar 7, 2017
            fr    | -1_234_567,50 | 1_266,67 % | 07/03/2017
            fr-FR | -1_234_567,50 | 1_266,67 % | 07/03/2017
            fr-BE | -1_234_567,50 | 1_266,67 % | 7/03/2017
            fr-CA | -1~234~567,50 | 1~266,67 % | 2017-03-07
            nl    | -1.234.567,50 | 1.266,67%  | 07-03-2017
            nl-NL | -1.234.567,50 | 1.266,67%  | 07-03-2017
            nl-BE | -1.234.567,50 | 1.266,67%  | 7/03/2017
            ja    | -1,234,567.50 | 1,266.67 % | 7 Mar 2017
            """)
    void each_country_writes_numbers_and_dates_its_own_way(String tag, String number, String percent, String date) {
        Notation notation = Notation.of(Locale.forLanguageTag(tag));

        assertThat(notation.number(new BigDecimal("-1234567.50"))).isEqualTo(spaced(number));
        assertThat(notation.percent(new BigDecimal("1266.67"))).isEqualTo(spaced(percent));
        assertThat(notation.date(LocalDate.of(2017, 3, 7))).isEqualTo(date);
    }

    @Test
    void numbers_are_grouped_by_three_from_the_point() {
        assertThat(Notation.ENGLISH.number(new BigDecimal("999.99"))).isEqualTo("999.99");
        assertThat(Notation.ENGLISH.number(new BigDecimal("1000"))).isEqualTo("1,000");
        assertThat(Notation.ENGLISH.number(new BigDecimal("-100000.125"))).isEqualTo("-100,000.125");
        assertThat(Notation.ENGLISH.number(new BigDecimal("1E+6"))).isEqualTo("1,000,000");
        assertThat(Notation.ENGLISH.number(new BigDecimal("0.00"))).isEqualTo("0.00");
        assertThat(Notation.ENGLISH.percent(new BigDecimal("7"))).isEqualTo("7.00 %");
        assertThat(Notation.DUTCH.date(LocalDate.of(987, 12, 31))).isEqualTo("31-12-0987");
    }

    @Test
    void months_and_quarters_are_named_as_the_language_does_and_other_texts_stay() {
        List<Column> columns = List.of(Column.by("month"), Column.by("quarterOfClosing"));
        Table table = new Table(
                "t", columns, List.of(List.of("2026-02", "2026-Q1"), List.of("(open)", "2026-13")), List.of());

        assertThat(cells(table, Locale.ENGLISH)).containsExactly("Feb 2026  Q1 2026", "(open)    2026-13");
        assertThat(cells(table, Locale.FRENCH)).containsExactly("févr. 2026  T1 2026", "(open)      2026-13");
        assertThat(cells(table, DUTCH)).containsExactly("feb 2026  K1 2026", "(open)    2026-13");
        assertThat(Notation.FRENCH.period("2026-Q4")).isEqualTo("T4 2026");
    }

    @Test
    void an_instant_is_written_in_utc_with_the_seconds_that_it_has() {
        Instant whole = Instant.parse("2017-03-07T14:05:00Z");

        assertThat(Notation.ENGLISH.instant(whole)).isEqualTo("7 Mar 2017 14:05 UTC");
        assertThat(Notation.FRENCH.instant(whole.plusSeconds(9))).isEqualTo("07/03/2017 14:05:09 UTC");
        assertThat(Notation.DUTCH.instant(whole.plusNanos(1000))).isEqualTo("07-03-2017 14:05:00.000001 UTC");
    }

    @Test
    void marks_and_instants_are_written_as_the_language_does() {
        List<Column> columns = List.of(
                new Column("a", Column.Kind.FLAG),
                new Column("b", Column.Kind.INSTANT),
                new Column("c", Column.Kind.TEXT));
        Instant instant = Instant.parse("2017-03-07T14:05:00Z");
        Table table = new Table(
                "t",
                columns,
                List.of(List.of(true, instant, "x"), List.of(false, instant, "y"), Arrays.asList(null, null, "z")),
                List.of());

        assertThat(cells(table, DUTCH))
                .containsExactly(
                        "ja  07-03-2017 14:05 UTC  x", "    07-03-2017 14:05 UTC  y", "                          z");
    }

    @Test
    void of_a_prose_the_beginning_is_shown_and_a_character_is_never_cut_in_two() {
        List<Column> columns = List.of(new Column("a", Column.Kind.PROSE));
        Table table =
                new Table("t", columns, List.of(List.of("😀".repeat(60)), List.of("a\n" + "😀".repeat(59))), List.of());

        assertThat(cells(table, Locale.ENGLISH)).containsExactly("😀".repeat(60), "a " + "😀".repeat(57) + "…");
    }

    @Test
    void columns_are_as_wide_as_their_code_points_and_control_characters_are_spaces() {
        List<Column> columns = List.of(new Column("a", Column.Kind.TEXT), new Column("b", Column.Kind.COUNT));
        Table table = new Table(
                "t", columns, List.of(List.of("😀😀", 1L), List.of("a\nb\u2028c", 2L)), List.of("n\r\u0085."));

        assertThat(PlainText.write(table, Locale.ENGLISH))
                .isEqualTo("t\nn  .\n\na      b\n-----  -\n😀😀     1\na b c  2\n\n");
    }

    private static String spaced(String shown) {
        return shown.replace('~', '\u00a0').replace('_', '\u202f');
    }

    private String pipeline(Locale locale) {
        return PlainText.write(PipelineByStage.of(crm.desk, EUROS).table(locale), locale);
    }

    private static List<String> cells(Table table, Locale locale) {
        return PlainText.write(table, locale)
                .lines()
                .skip(4)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
