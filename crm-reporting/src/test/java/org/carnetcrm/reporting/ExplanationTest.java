package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.reporting.Contributors.Contributor;
import org.carnetcrm.reporting.Explanation.LeftOut;
import org.junit.jupiter.api.Test;

/** Why figures are what they are; counted by hand from {@link SmallCrm#withDeals}. */
class ExplanationTest {

    private final SmallCrm crm = SmallCrm.withDeals();
    private final Report pipeline = PipelineByStage.of(crm.desk, OpportunityFilter.all());

    @Test
    void a_sum_names_its_rule_and_the_deals_that_give_it() {
        Explanation why = pipeline.explain(0, "total", Locale.ENGLISH).orElseThrow();

        assertThat(why.figure()).isEqualTo(Money.of("EUR", "-30"));
        assertThat(why.rule()).startsWith("The sum of (value − purchase costs) × probability");
        assertThat(why.from()).isEmpty();
        assertThat(contributors(why)).extracting(Contributor::amount).containsExactly(Money.of("EUR", "-30"));
    }

    @Test
    void a_total_is_explained_like_a_row_and_says_what_it_leaves_out() {
        Explanation why =
                pipeline.explain(rowOfEuroTotal(), "value", Locale.ENGLISH).orElseThrow();

        assertThat(why.figure()).isEqualTo(Money.of("EUR", "1100"));
        assertThat(why.leftOut()).containsExactly(new LeftOut("deals without value", 1));
        assertThat(contributors(why))
                .extracting(Contributor::amount)
                .containsExactlyInAnyOrder(Money.of("EUR", "1000"), Money.of("EUR", "100"), null);
    }

    @Test
    void a_name_is_no_figure() {
        assertThat(pipeline.explain(0, "stage", Locale.ENGLISH)).isEmpty();
        assertThat(pipeline.explain(0, "currency", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void a_column_or_a_row_that_the_table_does_not_have_is_refused() {
        assertThatThrownBy(() -> pipeline.explain(0, "margin", Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pipeline-by-stage has no column margin: [stage, currency, count, withoutValue, value,"
                        + " purchaseCosts, net, total]");
        assertThatThrownBy(() -> pipeline.explain(99, "count", Locale.ENGLISH))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private int rowOfEuroTotal() {
        return pipeline.table(Locale.ENGLISH).rows().size();
    }

    private List<Contributor> contributors(Explanation why) {
        return why.contributors().page(crm.desk, PageRequest.first(50)).rows();
    }
}
