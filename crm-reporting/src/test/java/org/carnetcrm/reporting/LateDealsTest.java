package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.reporting.SmallCrm.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.reporting.Contributors.Contributor;
import org.carnetcrm.reporting.StaleDeals.Patience;
import org.junit.jupiter.api.Test;

/** Deals that are late or stand still, on 15 May 2017, which is 226 days after 1 October 2016. */
class LateDealsTest {

    private static final OpportunityFilter ALL = OpportunityFilter.all();

    private final SmallCrm crm = new SmallCrm();

    @Test
    void a_deal_is_late_from_the_day_after_its_expected_closing() {
        expected("Today", "2017-05-15");
        expected("Yesterday", "2017-05-14");
        expected("Long ago", "2016-12-31");
        expected("Never", null);

        assertThat(text(OverdueClosings.of(crm.desk, ALL))).isEqualTo("""
                Overdue closings
                As of 15 May 2017.
                Open deals without expected closing: 1.

                Relation  Subject    Representative  Stage           Expected closing  Days late  Currency  Value  Total
                --------  ---------  --------------  --------------  ----------------  ---------  --------  -----  -----
                Acme      Long ago   Anna            Needs analysis  31 Dec 2016             135  EUR       10.00   2.50
                Acme      Yesterday  Anna            Needs analysis  14 May 2017               1  EUR       10.00   2.50
                --------  ---------  --------------  --------------  ----------------  ---------  --------  -----  -----
                Total                                                                        n/a  EUR       20.00   5.00

                """);
    }

    @Test
    void today_is_that_of_the_reader() {
        expected("Today", "2017-05-15");
        Desk farEast =
                SmallCrm.actingAs(Actor.system(crm.desk.actor().tenant().text()).in(ZoneId.of("Pacific/Kiritimati")));

        assertThat(OverdueClosings.of(crm.desk, ALL).rows()).isEmpty();
        assertThat(OverdueClosings.of(farEast, ALL).rows())
                .extracting(OverdueClosings.Row::daysLate)
                .containsExactly(1L);
    }

    @Test
    void a_total_is_explained_by_the_deals_of_its_currency() {
        expected("Yesterday", "2017-05-14");
        crm.open(crm.deal(crm.acme, crm.anna, "NEEDS").expectedClosing(LocalDate.of(2017, 1, 1)));

        Explanation why = OverdueClosings.of(crm.desk, ALL)
                .explain(2, "value", Locale.ENGLISH)
                .orElseThrow();

        assertThat(why.figure()).isEqualTo(Money.of("EUR", "10"));
        assertThat(why.leftOut()).containsExactly(new Explanation.LeftOut("deals without value", 1));
        assertThat(why.contributors().page(crm.desk, PageRequest.first(1)).rows())
                .extracting(Contributor::amount)
                .containsExactly((Object) null);
    }

    @Test
    void after_exactly_the_days_allowed_a_deal_is_not_stale_and_a_day_later_it_is() {
        crm.open(crm.deal(crm.acme, crm.anna, "NEEDS").value("10"));
        crm.open(crm.deal(crm.acme, crm.anna, "PROPOSAL").value("10"));

        assertThat(text(StaleDeals.of(crm.desk, ALL, new Patience(Map.of("NEEDS", 226), 225))))
                .isEqualTo("""
                Deals that stand still
                As of 15 May 2017.

                Relation  Subject  Representative  Stage     In stage since  Days in stage  Days allowed  Currency  Value  Total
                --------  -------  --------------  --------  --------------  -------------  ------------  --------  -----  -----
                Acme      A deal   Anna            Proposal  1 Oct 2016                226           225  EUR       10.00   5.00
                --------  -------  --------------  --------  --------------  -------------  ------------  --------  -----  -----
                Total                                                                  n/a           n/a  EUR       10.00   5.00

                """);
    }

    @Test
    void stale_deals_go_by_stage_and_the_most_days_first() {
        crm.open(crm.deal(crm.acme, crm.anna, "PROPOSAL").subject("c"));
        crm.open(crm.deal(crm.acme, crm.anna, "NEEDS").subject("b").start(LocalDate.of(2017, 1, 1)));
        crm.open(crm.deal(crm.acme, crm.anna, "NEEDS").subject("a"));

        assertThat(StaleDeals.of(crm.desk, ALL, new Patience(Map.of(), 0)).rows())
                .extracting(row -> row.deal().subject())
                .containsExactly("a", "b", "c");
    }

    @Test
    void days_below_zero_and_of_a_stage_that_there_is_not_are_refused() {
        assertThatThrownBy(() -> new Patience(Map.of(), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Patience(Map.of("NEEDS", -1), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StaleDeals.of(crm.desk, ALL, new Patience(Map.of("NEED", 1), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no stage [NEED]");
    }

    private void expected(String subject, String date) {
        crm.open(crm.deal(crm.acme, crm.anna, "NEEDS")
                .subject(subject)
                .value("10")
                .expectedClosing(date == null ? null : LocalDate.parse(date)));
    }
}
