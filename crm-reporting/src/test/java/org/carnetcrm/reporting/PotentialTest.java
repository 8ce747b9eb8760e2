package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Locale;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.SuccessLevel;
import org.carnetcrm.representative.RepresentativeDraft;
import org.junit.jupiter.api.Test;

/** The pipeline, the levels of success and the deals per representative; the figures were reckoned by hand. */
class PotentialTest {

    private final SmallCrm crm = SmallCrm.withDeals();

    @Test
    void the_pipeline_sums_open_deals_by_stage_in_the_order_of_the_list_one_currency_after_the_other() {
        PipelineByStage pipeline = PipelineByStage.of(crm.desk, OpportunityFilter.all());

        assertThat(pipeline.rows())
                .extracting(
                        PipelineByStage.Row::stage,
                        PipelineByStage.Row::label,
                        Measured::count,
                        Measured::withoutValue,
                        Measured::value,
                        Measured::purchaseCosts,
                        Measured::net,
                        Measured::total)
                .containsExactly(
                        tuple(
                                "QUALIFICATION",
                                "Qualification",
                                1L,
                                0L,
                                eur("100"),
                                eur("400"),
                                eur("-300"),
                                eur("-30")),
                        tuple("NEEDS", "Needs analysis", 0L, 0L, eur("0"), eur("0"), eur("0"), eur("0")),
                        tuple("PROPOSAL", "Proposal", 1L, 0L, eur("1000"), eur("200"), eur("800"), eur("400")),
                        tuple("NEGOTIATION", "Negotiation", 1L, 1L, eur("0"), eur("0"), eur("0"), eur("0")),
                        tuple("QUALIFICATION", "Qualification", 0L, 0L, usd("0"), usd("0"), usd("0"), usd("0")),
                        tuple("NEEDS", "Needs analysis", 0L, 0L, usd("0"), usd("0"), usd("0"), usd("0")),
                        tuple("PROPOSAL", "Proposal", 1L, 0L, usd("2000.10"), usd("0"), usd("2000.10"), usd("666.63")),
                        tuple("NEGOTIATION", "Negotiation", 0L, 0L, usd("0"), usd("0"), usd("0"), usd("0")));
        assertThat(pipeline.totals())
                .extracting(Measures::count, Measures::purchaseCostsWithoutValue, Measures::net, Measures::total)
                .containsExactly(
                        tuple(3L, eur("12"), eur("500"), eur("370")),
                        tuple(1L, usd("0"), usd("2000.10"), usd("666.63")));
    }

    @Test
    void a_retired_stage_is_shown_with_deals_and_left_out_without() {
        retire("NEGOTIATION");
        retire("NEEDS");

        assertThat(PipelineByStage.of(crm.desk, OpportunityFilter.all()).rows())
                .extracting(row -> row.currency().getCurrencyCode(), PipelineByStage.Row::stage)
                .containsExactly(
                        tuple("EUR", "QUALIFICATION"),
                        tuple("EUR", "PROPOSAL"),
                        tuple("EUR", "NEGOTIATION"),
                        tuple("USD", "QUALIFICATION"),
                        tuple("USD", "PROPOSAL"));
    }

    @Test
    void the_pipeline_keeps_to_its_filter() {
        PipelineByStage pipeline =
                PipelineByStage.of(crm.desk, OpportunityFilter.all().managedBy(crm.bob.id()));

        assertThat(pipeline.totals())
                .extracting(Measures::count, Measures::total)
                .containsExactly(tuple(1L, eur("0")), tuple(1L, usd("666.63")));
    }

    @Test
    void every_level_is_there_in_every_currency_and_counts_open_deals() {
        assertThat(SuccessLevels.open(crm.desk).rows())
                .extracting(SuccessLevels.Row::level, Measured::count, Measured::withoutValue, Measured::total)
                .containsExactly(
                        tuple(SuccessLevel.FROM_0, 1L, 0L, eur("-30")),
                        tuple(SuccessLevel.FROM_20, 0L, 0L, eur("0")),
                        tuple(SuccessLevel.FROM_40, 1L, 0L, eur("400")),
                        tuple(SuccessLevel.FROM_60, 1L, 1L, eur("0")),
                        tuple(SuccessLevel.FROM_80, 0L, 0L, eur("0")),
                        tuple(SuccessLevel.FROM_0, 0L, 0L, usd("0")),
                        tuple(SuccessLevel.FROM_20, 1L, 0L, usd("666.63")),
                        tuple(SuccessLevel.FROM_40, 0L, 0L, usd("0")),
                        tuple(SuccessLevel.FROM_60, 0L, 0L, usd("0")),
                        tuple(SuccessLevel.FROM_80, 0L, 0L, usd("0")));
    }

    @Test
    void closed_deals_count_with_100_or_0_percent_when_the_filter_lets_them_through() {
        SuccessLevels levels =
                SuccessLevels.of(crm.desk, OpportunityFilter.all().where(OpportunityDimension.CURRENCY, "EUR"));

        assertThat(levels.rows()).extracting(Measured::count).containsExactly(2L, 0L, 1L, 1L, 3L);
        assertThat(levels.rows().get(4).total()).isEqualTo(eur("1500"));
    }

    @Test
    void each_representative_has_a_row_by_name() {
        assertThat(PerRepresentative.of(crm.desk, OpportunityFilter.all()).rows())
                .extracting(
                        PerRepresentative.Row::representative,
                        PerRepresentative.Row::name,
                        Measured::count,
                        Measured::value,
                        Measured::total)
                .containsExactly(
                        tuple(crm.anna.id(), "Anna", 2L, eur("1100"), eur("370")),
                        tuple(crm.bob.id(), "Bob", 1L, eur("0"), eur("0")),
                        tuple(crm.bob.id(), "Bob", 1L, usd("2000.10"), usd("666.63")));
    }

    @Test
    void representatives_go_by_folded_name_and_not_by_id() {
        var zed = crm.desk.representatives().add(RepresentativeDraft.named("Zed"));
        var emile = crm.desk.representatives().add(RepresentativeDraft.named("émile"));
        crm.open(crm.deal(crm.acme, zed, "NEEDS"));
        crm.open(crm.deal(crm.acme, emile, "NEEDS"));

        assertThat(PerRepresentative.of(crm.desk, OpportunityFilter.all().where(OpportunityDimension.CURRENCY, "EUR"))
                        .rows())
                .extracting(PerRepresentative.Row::name)
                .containsExactly("Anna", "Bob", "émile", "Zed");
    }

    @Test
    void an_empty_crm_has_zeros_in_the_currency_of_the_tenant() {
        SmallCrm empty = new SmallCrm();
        OpportunityFilter all = OpportunityFilter.all();
        Measures none = Measures.none(eur("0").currency());

        assertThat(PipelineByStage.of(empty.desk, all).rows())
                .hasSize(4)
                .extracting(Measured::measures)
                .containsOnly(none);
        assertThat(PipelineByStage.of(empty.desk, all).totals()).containsExactly(none);
        assertThat(SuccessLevels.open(empty.desk).rows())
                .hasSize(5)
                .extracting(Measured::measures)
                .containsOnly(none);
        assertThat(PerRepresentative.of(empty.desk, all).rows()).isEmpty();
        assertThat(PerRepresentative.of(empty.desk, all).totals()).containsExactly(none);
    }

    @Test
    void deals_without_value_are_told_in_a_note_with_their_costs() {
        assertThat(PipelineByStage.of(crm.desk, OpportunityFilter.all())
                        .table(Locale.ENGLISH)
                        .notes())
                .containsExactly("EUR: deals without value: 1; their purchase costs of 12.00 stand apart.");
    }

    private void retire(String stage) {
        Choice choice = crm.desk.lists().find(ChoiceKind.STAGE, stage).orElseThrow();
        crm.desk.choices().retire(new ChoiceId(ChoiceKind.STAGE, stage), choice.version());
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    private static Money usd(String amount) {
        return Money.of("USD", amount);
    }
}
