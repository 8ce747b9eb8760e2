package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.carnetcrm.reporting.SmallCrm.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeMap;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.junit.jupiter.api.Test;

/** Reports on closed deals; counted by hand from {@link SmallCrm#withDeals}. */
class ClosedDealsTest {

    private static final OpportunityFilter ALL = OpportunityFilter.all();
    private static final LocalDate JANUARY = LocalDate.of(2017, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 31);

    private final SmallCrm crm = SmallCrm.withDeals();

    @Test
    void closing_codes_tell_who_was_responsible_and_a_won_deal_has_none() {
        assertThat(text(ClosingReasons.of(crm.desk, ALL))).isEqualTo("""
                Closing codes

                Closing code  Responsible   Currency  Won  Lost  Abandoned  Without value  Value lost
                ------------  ------------  --------  ---  ----  ---------  -------------  ----------
                Price         We            EUR         0     1          0              0       70.00
                (none)                      EUR         3     0          0              0        0.00
                (none)                      USD         0     0          1              0        5.00
                ------------  ------------  --------  ---  ----  ---------  -------------  ----------
                Total         We            EUR         0     1          0              0       70.00
                Total         The customer  EUR         0     0          0              0        0.00
                Total         Nobody        EUR         0     0          0              0        0.00
                Total                       EUR         3     1          0              0       70.00
                Total         We            USD         0     0          0              0        0.00
                Total         The customer  USD         0     0          0              0        0.00
                Total         Nobody        USD         0     0          0              0        0.00
                Total                       USD         0     0          1              0        5.00

                """);
    }

    @Test
    void in_one_currency_each_code_is_shown_but_a_retired_one_without_deals() {
        SmallCrm empty = new SmallCrm();
        int version = empty.desk
                .lists()
                .find(ChoiceKind.CLOSING_CODE, "OTHER")
                .orElseThrow()
                .version();
        empty.desk.choices().retire(new ChoiceId(ChoiceKind.CLOSING_CODE, "OTHER"), version);

        assertThat(ClosingReasons.of(empty.desk, ALL).rows())
                .extracting(ClosingReasons.Row::code)
                .contains("PRICE")
                .doesNotContain("OTHER", "");
    }

    @Test
    void a_deal_without_value_is_no_value_lost() {
        crm.close(crm.deal(crm.acme, crm.anna, "NEEDS"), ClosingDraft.lost("PRICE"));

        Explanation why = ClosingReasons.of(crm.desk, ALL)
                .explain(0, "lostValue", Locale.ENGLISH)
                .orElseThrow();

        assertThat(why.figure()).isEqualTo(Money.of("EUR", "70"));
        assertThat(why.leftOut()).containsExactly(new Explanation.LeftOut("deals without value", 1));
    }

    @Test
    void the_sales_cycle_has_the_days_from_start_to_signature_of_won_deals() {
        // 1 October to 10 March: 160; to 1 February: 123; to 30 November: 60
        assertThat(text(SalesCycle.by(crm.desk, ALL, OpportunityDimension.MANAGER)))
                .isEqualTo("""
                Sales cycle by representative

                Representative  Won  Days  Mean days  Median days  Fewest days  Most days
                --------------  ---  ----  ---------  -----------  -----------  ---------
                Anna              2   220     110.00        110.0           60        160
                Bob               1   123     123.00        123.0          123        123
                --------------  ---  ----  ---------  -----------  -----------  ---------
                Total             3   343     114.33        123.0           60        160

                """);
        assertThat(SalesCycle.overall(crm.desk, ALL).rows().get(0).days()).isEqualTo(343);
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
        assertThat(cycle(1, 4).medianDays()).isEqualTo(new BigDecimal("2.5"));
        assertThat(cycle(0, 0, 3, 9).medianDays()).isEqualTo(new BigDecimal("1.5"));
        assertThat(cycle(5, 1, 9).medianDays()).isEqualTo(new BigDecimal("5.0"));
        assertThat(cycle(1, 2, 2, 3).medianDays()).isEqualTo(new BigDecimal("2.0"));
    }

    @Test
    void months_go_in_the_order_of_time() {
        assertThat(SalesCycle.by(crm.desk, ALL, OpportunityDimension.MONTH_OF_CLOSING)
                        .rows())
                .extracting(SalesCycle.Row::key)
                .containsExactly("2016-11", "2017-02", "2017-03");
    }

    @Test
    void without_won_deals_a_cycle_has_no_days() {
        SalesCycle.Row none =
                SalesCycle.overall(new SmallCrm().desk, ALL).rows().get(0);

        assertThat(none.won()).isZero();
        assertThat(none.meanDays()).isNull();
        assertThat(none.medianDays()).isNull();
        assertThat(none.fewestDays()).isNull();
        assertThat(none.mostDays()).isNull();
    }

    @Test
    void the_velocity_is_reckoned_from_exact_figures_of_the_period() {
        // 3 × 900 × 2/3 ÷ (283 ÷ 2) = 12.7208…
        assertThat(text(Velocity.between(crm.desk, ALL, JANUARY, MARCH))).isEqualTo("""
                Sales velocity
                From 1 Jan 2017 to 31 Mar 2017.

                Currency  Open  Won  Lost  Win rate  Signed total  Without amount  Average won  Days  Mean days  A day
                --------  ----  ---  ----  --------  ------------  --------------  -----------  ----  ---------  -----
                EUR          3    2     1   66.67 %        900.00               1       900.00   283     141.50  12.72
                USD          1    0     0       n/a          0.00               0          n/a     0        n/a    n/a

                """);
    }

    @Test
    void deals_won_on_the_day_on_which_they_started_have_no_velocity() {
        SmallCrm fast = new SmallCrm();
        fast.open(fast.deal(fast.acme, fast.anna, "NEEDS"));
        fast.close(
                fast.deal(fast.acme, fast.anna, "NEEDS").start(MARCH),
                ClosingDraft.won().signedTotal("9").on(MARCH));

        Velocity.Row row = Velocity.between(fast.desk, ALL, MARCH, MARCH).rows().get(0);
        assertThat(row.meanDays()).isEqualTo(new BigDecimal("0.00"));
        assertThat(row.velocity()).isNull();
    }

    @Test
    void sales_by_type_count_what_was_opened_and_what_was_closed_in_the_period() {
        crm.open(crm.deal(crm.acme, crm.anna, "NEEDS").type("UPDATE").start(JANUARY));
        crm.open(crm.deal(crm.acme, crm.anna, "NEEDS").type("UPDATE").start(MARCH.plusDays(1)));

        assertThat(text(SalesByType.between(crm.desk, ALL, JANUARY, MARCH))).isEqualTo("""
                Sales by type
                From 1 Jan 2017 to 31 Mar 2017.

                Type          Currency  Opened  Won  Lost  Abandoned  Win rate  Without amount  Signed total
                ------------  --------  ------  ---  ----  ---------  --------  --------------  ------------
                New business  EUR            0    2     1          0   66.67 %               1        900.00
                Update        EUR            1    0     0          0       n/a               0          0.00
                New business  USD            0    0     0          1       n/a               0          0.00
                ------------  --------  ------  ---  ----  ---------  --------  --------------  ------------
                Total         EUR            1    2     1          0   66.67 %               1        900.00
                Total         USD            0    0     0          1       n/a               0          0.00

                """);
    }

    @Test
    void a_period_without_deals_has_each_type_with_zeros() {
        LocalDate never = LocalDate.of(1999, 1, 1);

        assertThat(SalesByType.between(crm.desk, ALL, never, never).rows())
                .extracting(SalesByType.Row::type, row -> row.opened().count())
                .containsExactly(tuple("NEW", 0L), tuple("RECURRING", 0L), tuple("UPDATE", 0L));
    }

    @Test
    void calibration_sets_the_probability_at_creation_against_the_share_that_was_won() {
        assertThat(text(Calibration.of(crm.desk, ALL))).isEqualTo("""
                Probability at creation and share won

                Level at creation  Closed  Won  Lost  Abandoned  Share won
                -----------------  ------  ---  ----  ---------  ---------
                0 to < 20 %             0    0     0          0        n/a
                20 to < 40 %            2    1     0          1    50.00 %
                40 to < 60 %            3    2     1          0    66.67 %
                60 to < 80 %            0    0     0          0        n/a
                80 to 100 %             0    0     0          0        n/a
                -----------------  ------  ---  ----  ---------  ---------
                Total                   5    3     1          1    60.00 %

                """);
    }

    private SalesCycle.Row cycle(long... days) {
        TreeMap<Long, Long> counts = new TreeMap<>();
        for (long one : days) {
            counts.merge(one, 1L, Long::sum);
        }
        return new SalesCycle.Row("", "", Caption.of(""), counts, ALL);
    }
}
