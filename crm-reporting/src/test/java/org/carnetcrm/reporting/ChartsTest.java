package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.reporting.chart.Bars;
import org.carnetcrm.reporting.chart.Chart;
import org.carnetcrm.reporting.chart.Charts;
import org.carnetcrm.reporting.chart.Columns;
import org.carnetcrm.reporting.chart.Figures;
import org.junit.jupiter.api.Test;

/** The charts of reports; the figures are those that the reports' own tests reckon by hand. */
class ChartsTest {

    @Test
    void the_pipeline_is_a_chart_of_weighted_totals_for_each_currency() {
        PipelineByStage report = PipelineByStage.of(SmallCrm.withDeals().desk, OpportunityFilter.all());
        List<Bars> charts = Charts.pipelineByStage(report, Locale.ENGLISH);

        assertThat(charts).extracting(Bars::title).containsOnly("Pipeline by stage");
        assertThat(told(charts))
                .containsExactly(
                        "Weighted total: Qualification: EUR -30.00; Needs analysis: EUR 0.00; Proposal: EUR 400.00; "
                                + "Negotiation: EUR 0.00.",
                        "Weighted total: Qualification: USD 0.00; Needs analysis: USD 0.00; Proposal: USD 666.63; "
                                + "Negotiation: USD 0.00.");
    }

    @Test
    void success_levels_are_a_chart_in_the_readers_language() {
        SuccessLevels report = SuccessLevels.open(SmallCrm.withDeals().desk);

        assertThat(Charts.successLevels(report, Locale.FRENCH).get(0).svg("levels", Locale.FRENCH))
                .contains(">Niveaux de réussite<", "Total pondéré", ">400,00<");
    }

    @Test
    void d15_costs_lie_in_bars_done_before_planned() {
        CrmCosts report =
                CrmCosts.by(ActivityCrm.withActions().desk, ActionFilter.all(), ActionDimension.REPRESENTATIVE);
        List<Chart> charts = Charts.crmCosts(report, Locale.ENGLISH);

        assertThat(charts).hasSize(3).allMatch(Bars.class::isInstance);
        assertThat(told(charts).get(0))
                .isEqualTo("Lea: Done amount EUR 45.85, Planned amount EUR 120.00; "
                        + "Bob: Done amount EUR 10.00, Planned amount EUR 0.00.");
    }

    @Test
    void d15_costs_by_month_stand_in_columns_with_the_months_between() {
        CrmCosts report = CrmCosts.by(ActivityCrm.withActions().desk, ActionFilter.all(), ActionDimension.MONTH);
        List<Chart> charts = Charts.crmCosts(report, Locale.ENGLISH);

        assertThat(charts).allMatch(Columns.class::isInstance);
        assertThat(((Columns) charts.get(0)).figures().rows())
                .extracting(Figures.Row::label)
                .containsExactly("Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026");
        assertThat(told(charts).get(0)).contains("Mar 2026: Done amount EUR 0.00, Planned amount EUR 0.00");
    }

    @Test
    void an_empty_crm_has_a_chart_in_the_currency_of_the_tenant() {
        SmallCrm empty = new SmallCrm();

        assertThat(Charts.pipelineByStage(PipelineByStage.of(empty.desk, OpportunityFilter.all()), Locale.ENGLISH))
                .hasSize(1);
        assertThat(told(Charts.crmCosts(
                        CrmCosts.by(empty.desk, ActionFilter.all(), ActionDimension.MONTH), Locale.ENGLISH)))
                .containsExactly("(nothing to show)");
    }

    private static List<String> told(List<? extends Chart> charts) {
        return charts.stream()
                .map(chart -> chart.svg("a", Locale.ENGLISH))
                .map(svg -> svg.substring(svg.indexOf("a-desc\">") + "a-desc\">".length(), svg.indexOf("</desc>")))
                .toList();
    }
}
