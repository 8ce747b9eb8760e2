package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

/** Lists of deals and what they add up to. */
class OpportunityListTest {

    private final Workbench bench = Workbench.inMemory();
    private final Opportunities deals = bench.desk().opportunities();

    @Test
    void q8_without_a_value_a_deal_counts_in_numbers_and_its_costs_stand_apart() {
        deals.open(bench.draft());
        deals.open(bench.draft().value(null).purchaseCosts("7"));
        Measures measures = deals.summarise(OpportunityFilter.open()).get(0).measures();
        assertThat(measures.count()).isEqualTo(2);
        assertThat(measures.withoutValue()).isEqualTo(1);
        assertThat(measures.purchaseCosts()).isEqualTo(Money.of("EUR", "2000"));
        assertThat(measures.purchaseCostsWithoutValue()).isEqualTo(Money.of("EUR", "7"));
        assertThat(measures.net()).isEqualTo(Money.of("EUR", "10000"));
        assertThat(measures.total()).isEqualTo(Money.of("EUR", "4000"));
    }

    @Test
    void q9_lists_go_by_representative_and_mine_are_my_own() {
        RepresentativeId tom =
                bench.system().representatives().ensure("user-tom", "Tom").id();
        Opportunity mine = bench.deal();
        Opportunity toms = deals.open(bench.draft().manager(tom));
        assertThat(ids(deals.mine())).containsExactly(mine.id());
        assertThat(ids(OpportunityFilter.all().managedBy(tom))).containsExactly(toms.id());
        assertThat(ids(OpportunityFilter.all().relation(mine.relation()))).containsExactly(mine.id());
        assertThat(ids(OpportunityFilter.all().stage("PROPOSAL"))).isEmpty();
        assertThatThrownBy(() -> bench.system().opportunities().mine())
                .isInstanceOf(org.carnetcrm.problem.InvalidException.class)
                .hasMessage("actor: the system has nothing of its own: ask as a representative");
    }

    @Test
    void q10_each_edge_of_a_level_belongs_to_the_upper_one_and_100_to_the_last() {
        for (String percent : List.of("0", "19.99", "20", "39.99", "40", "60", "79.99", "80", "100")) {
            deals.open(bench.draft().probability(percent));
        }
        var counts = deals.summarise(OpportunityFilter.open(), OpportunityDimension.SUCCESS_LEVEL).stream()
                .collect(Collectors.toMap(
                        row -> row.get(OpportunityDimension.SUCCESS_LEVEL),
                        row -> row.measures().count()));
        assertThat(counts)
                .containsOnly(
                        java.util.Map.entry("FROM_0", 2L),
                        java.util.Map.entry("FROM_20", 2L),
                        java.util.Map.entry("FROM_40", 1L),
                        java.util.Map.entry("FROM_60", 2L),
                        java.util.Map.entry("FROM_80", 2L));
    }

    @Test
    void q11_a_summary_by_representative_counts_and_sums_and_gives_the_filter_that_lists() {
        bench.deal();
        deals.open(bench.draft().value(null));
        List<OpportunitySummary> rows = deals.summarise(OpportunityFilter.open(), OpportunityDimension.MANAGER);
        assertThat(rows).hasSize(1);
        OpportunitySummary row = rows.get(0);
        assertThat(row.get(OpportunityDimension.MANAGER)).isEqualTo(bench.lea().text());
        assertThat(row.measures().count()).isEqualTo(2);
        assertThat(ids(row.narrow(OpportunityFilter.open()))).hasSize(2);
        assertThatThrownBy(() -> row.get(OpportunityDimension.STAGE)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void w3_the_relation_is_mandatory_and_missing_contacts_are_counted() {
        assertThatThrownBy(() -> deals.open(bench.draft().relation(null)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("relation: is required");
        bench.deal();
        assertThat(ids(OpportunityFilter.all().where(OpportunityDimension.CONTACT, OpportunityDimension.MISSING)))
                .hasSize(1);
    }

    @Test
    void w4_what_is_past_its_expected_closing_and_still_open_is_overdue() {
        Opportunity late =
                deals.open(bench.draft().start(FIRST_DAY.minusDays(9)).expectedClosing(FIRST_DAY.minusDays(1)));
        deals.open(bench.draft().expectedClosing(FIRST_DAY));
        deals.open(bench.draft());
        assertThat(ids(deals.overdue())).containsExactly(late.id());
        deals.close(late.id(), 1, ClosingDraft.abandoned());
        assertThat(ids(deals.overdue())).isEmpty();
    }

    @Test
    void w4_lists_go_by_expected_closing_and_those_without_one_have_their_own() {
        Opportunity june = deals.open(bench.draft().expectedClosing(day(90)));
        Opportunity april = deals.open(bench.draft().expectedClosing(day(30)));
        Opportunity none = deals.open(bench.draft());
        PageRequest page = PageRequest.first(9);
        assertThat(deals.list(OpportunityFilter.all(), OpportunityOrder.EXPECTED_CLOSING, page)
                        .rows())
                .extracting(OpportunityRow::id)
                .startsWith(april.id(), june.id());
        assertThat(deals.list(OpportunityFilter.all().withoutExpectedClosing(), OpportunityOrder.NEWEST, page)
                        .rows())
                .extracting(OpportunityRow::id)
                .containsExactly(none.id());
        assertThat(june.isOverdue(day(90))).as("today is not overdue").isFalse();
        assertThat(june.isOverdue(day(91))).isTrue();
    }

    @Test
    void w7_deals_are_summed_by_type() {
        deals.open(bench.draft().type("RECURRING"));
        assertThat(deals.summarise(OpportunityFilter.all(), OpportunityDimension.TYPE))
                .extracting(row -> row.get(OpportunityDimension.TYPE))
                .containsExactly("RECURRING");
    }

    @Test
    void w10_a_signed_total_as_a_dimension_is_plain_with_exactly_the_decimals_of_its_currency() {
        for (String signed : List.of("EUR 12.5", "EUR 1200000", "JPY 12", "KWD 12.5")) {
            Opportunity deal = deals.open(
                    bench.draft().currency(signed.substring(0, 3)).value(null).purchaseCosts(null));
            deals.close(deal.id(), 1, ClosingDraft.won().signedTotal(signed.substring(4)));
        }
        assertThat(deals.summarise(OpportunityFilter.all(), OpportunityDimension.SIGNED_TOTAL))
                .extracting(row -> row.get(OpportunityDimension.SIGNED_TOTAL))
                .containsExactly("12.50", "1200000.00", "12", "12.500");
    }

    @Test
    void w12_the_pipe_is_the_potential_of_running_deals_by_stage() {
        bench.deal();
        deals.open(bench.draft().stage("PROPOSAL").value("500"));
        deals.close(bench.deal().id(), 1, ClosingDraft.won());
        assertThat(deals.summarise(OpportunityFilter.open(), OpportunityDimension.STAGE))
                .extracting(row -> row.get(OpportunityDimension.STAGE) + " "
                        + row.measures().value())
                .containsExactly("PROPOSAL EUR 500.00", "QUALIFICATION EUR 12000.00");
    }

    @Test
    void b15_currencies_are_never_summed_together() {
        bench.deal();
        deals.open(bench.draft().currency("JPY").value("100").purchaseCosts(null));
        assertThat(deals.summarise(OpportunityFilter.all(), OpportunityDimension.STAGE))
                .extracting(row -> row.currency() + " " + row.measures().value())
                .containsExactlyInAnyOrder("EUR EUR 12000.00", "JPY JPY 100");
    }

    private List<Object> ids(OpportunityFilter filter) {
        return deals.list(filter, OpportunityOrder.NEWEST, PageRequest.first(100)).rows().stream()
                .map(OpportunityRow::id)
                .collect(Collectors.toList());
    }

    private static LocalDate day(int days) {
        return FIRST_DAY.plusDays(days);
    }
}
