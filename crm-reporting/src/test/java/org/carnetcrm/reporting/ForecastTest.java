package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.carnetcrm.reporting.SmallCrm.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.junit.jupiter.api.Test;

/** What is expected month by month, seen from 15 May 2017; the figures were reckoned by hand. */
class ForecastTest {

    private static final OpportunityFilter ALL = OpportunityFilter.all();
    private static final YearMonth APRIL = YearMonth.of(2017, 4);
    private static final YearMonth JULY = YearMonth.of(2017, 7);

    private final SmallCrm crm = new SmallCrm();

    ForecastTest() {
        crm.open(deal("2017-05-14").value("1000"));
        crm.open(deal("2017-05-15").value("200"));
        crm.open(deal("2017-06-30").value("300").purchaseCosts("400").probability("25"));
        crm.open(deal("2017-07-01"));
        crm.open(deal("2017-09-01").value("400"));
        crm.open(deal(null).value("800"));
        crm.open(deal("2017-06-01").currency("USD").value("10"));
        crm.close(deal(null), ClosingDraft.won().signedTotal("900").on(LocalDate.of(2017, 4, 10)));
        crm.close(deal(null), ClosingDraft.won().on(LocalDate.of(2017, 5, 2)));
        crm.close(deal(null), ClosingDraft.won().signedTotal("50").on(LocalDate.of(2017, 3, 31)));
        crm.close(deal("2017-06-30").value("7"), ClosingDraft.lost("PRICE").on(LocalDate.of(2017, 5, 2)));
    }

    @Test
    void an_open_deal_stands_in_one_row_and_a_won_one_in_the_month_in_which_it_was_signed() {
        assertThat(text(Forecast.between(crm.desk, ALL, APRIL, JULY))).isEqualTo("""
                Forecast
                As of 15 May 2017.

                Month      Currency  Open  Without value     Value     Total  Won  Without amount  Signed total  Forecast
                ---------  --------  ----  -------------  --------  --------  ---  --------------  ------------  --------
                (overdue)  EUR          1              0  1,000.00    500.00  n/a             n/a           n/a    500.00
                Apr 2017   EUR          0              0      0.00      0.00    1               0        900.00    900.00
                May 2017   EUR          1              0    200.00    100.00    1               1          0.00    100.00
                Jun 2017   EUR          1              0    300.00    -25.00    0               0          0.00    -25.00
                Jul 2017   EUR          1              1      0.00      0.00    0               0          0.00      0.00
                (later)    EUR          1              0    400.00    200.00  n/a             n/a           n/a    200.00
                (none)     EUR          1              0    800.00    400.00  n/a             n/a           n/a    400.00
                Apr 2017   USD          0              0      0.00      0.00    0               0          0.00      0.00
                May 2017   USD          0              0      0.00      0.00    0               0          0.00      0.00
                Jun 2017   USD          1              0     10.00      5.00    0               0          0.00      5.00
                Jul 2017   USD          0              0      0.00      0.00    0               0          0.00      0.00
                ---------  --------  ----  -------------  --------  --------  ---  --------------  ------------  --------
                Total      EUR          6              1  2,700.00  1,175.00    2               1        900.00  2,075.00
                Total      USD          1              0     10.00      5.00    0               0          0.00      5.00

                """);
    }

    @Test
    void what_is_expected_before_the_first_month_and_is_not_overdue_has_a_row() {
        assertThat(Forecast.between(crm.desk, ALL, JULY, JULY).rows())
                .extracting(
                        Forecast.Row::key,
                        row -> row.open().count(),
                        row -> row.open().total())
                .containsExactly(
                        row("OVERDUE", 1, "EUR 500"),
                        row("EARLIER", 2, "EUR 75"),
                        row("2017-07", 1, "EUR 0"),
                        row("LATER", 1, "EUR 200"),
                        row("", 1, "EUR 400"),
                        row("EARLIER", 1, "USD 5"),
                        row("2017-07", 0, "USD 0"));
    }

    @Test
    void in_a_view_of_the_past_its_date_is_today() {
        OpportunityFilter past = ALL.asOf(AsOf.of(LocalDate.of(2017, 5, 14), Instant.parse("2017-05-15T10:00:00Z")));

        Forecast forecast = Forecast.between(crm.desk, past, YearMonth.of(2017, 5), YearMonth.of(2017, 5));

        assertThat(forecast.today()).isEqualTo("2017-05-14");
        assertThat(forecast.rows().get(0).key()).isEqualTo("2017-05");
        assertThat(forecast.rows().get(0).open().count()).isEqualTo(2);
        assertThat(forecast.table(Locale.ENGLISH).notes())
                .containsExactly("As of 14 May 2017, as known at 15 May 2017 10:00 UTC.");
    }

    @Test
    void a_representative_who_manages_nothing_has_zeros_in_the_currency_of_the_tenant() {
        OpportunityFilter nobody = ALL.managedBy(new RepresentativeId(new UUID(0, 1)));

        Forecast forecast = Forecast.between(crm.desk, nobody, APRIL, APRIL);

        assertThat(forecast.rows()).extracting(Forecast.Row::key).containsExactly("2017-04");
        assertThat(forecast.totals()).extracting(Forecast.Row::forecast).containsExactly(Money.of("EUR", "0"));
    }

    @Test
    void months_that_end_before_they_begin_are_refused() {
        assertThatThrownBy(() -> Forecast.between(crm.desk, ALL, JULY, APRIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the months from 2017-07 to 2017-04");
    }

    private OpportunityDraft deal(String expected) {
        return crm.deal(crm.acme, crm.anna, "PROPOSAL")
                .expectedClosing(expected == null ? null : LocalDate.parse(expected));
    }

    private static Tuple row(String key, long count, String total) {
        return tuple(key, count, Money.parse(total));
    }
}
