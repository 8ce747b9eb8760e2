package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

class CostFilterTest {

    private final Workbench bench = Workbench.inMemory();

    CostFilterTest() {
        bench.system().choices().add(ActionType.of("VISIT", Labels.of("Visit")));
        bench.desk()
                .actions()
                .plan(ActionDraft.with(bench.relation("Acme").id())
                        .on(LocalDate.of(2026, 4, 1))
                        .costs(List.of(
                                CostDraft.ofProduct("SAMPLE").price("10").currency("EUR"),
                                CostDraft.of("Taxi").price("1500").currency("JPY"))));
    }

    @Test
    void conditions_on_cost_lines_must_hold_for_one_and_the_same_line() {
        ActionFilter samples = ActionFilter.all().where(ActionDimension.PRODUCT, "SAMPLE");

        assertThat(listed(samples.where(ActionDimension.CURRENCY, "EUR"))).isEqualTo(1);
        assertThat(listed(samples.where(ActionDimension.CURRENCY, "JPY"))).isZero();
    }

    @Test
    void each_row_of_a_sum_gives_the_filter_that_sums_to_the_same_row() {
        for (CostSummary row :
                bench.desk().actions().costs(ActionFilter.all(), ActionDimension.PRODUCT, ActionDimension.TYPE)) {
            assertThat(bench.desk()
                            .actions()
                            .costs(row.narrow(ActionFilter.all()), ActionDimension.PRODUCT, ActionDimension.TYPE))
                    .containsExactly(row);
        }
    }

    @Test
    void actions_are_found_at_once_in_the_order_asked() {
        var visit = bench.desk().actions().list(ActionFilter.all(), ActionOrder.EARLIEST, PageRequest.first(1));
        var id = visit.rows().get(0).id();

        assertThat(bench.desk().actions().findAll(List.of(id)))
                .containsExactly(bench.desk().actions().find(id).orElseThrow());
        assertThat(bench.desk().actions().findAll(List.of())).isEmpty();
    }

    private int listed(ActionFilter filter) {
        return bench.desk()
                .actions()
                .list(filter, ActionOrder.EARLIEST, PageRequest.first(10))
                .rows()
                .size();
    }
}
