package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.reporting.RandomDeals.Deal;

/** What adds up in any CRM. */
class SumsPropertyTest {

    private static final OpportunityFilter ALL = OpportunityFilter.all();

    @Property(tries = 60)
    void levels_partition_the_open_deals_and_add_up_to_the_pipeline(@ForAll("deals") List<Deal> deals) {
        SmallCrm crm = filled(deals);

        SuccessLevels levels = SuccessLevels.open(crm.desk);
        PipelineByStage pipeline = PipelineByStage.of(crm.desk, ALL);
        PerRepresentative people = PerRepresentative.of(crm.desk, ALL);

        Map<String, Measures> listed = new TreeMap<>();
        for (OpportunityRow row : crm.list(OpportunityFilter.open())) {
            Measures one = Measures.of(crm.desk.opportunities().find(row.id()).orElseThrow());
            listed.merge(one.value().currency().getCurrencyCode(), one, Measures::plus);
        }
        if (listed.isEmpty()) {
            listed.put("EUR", Measures.none(Currency.getInstance("EUR")));
        }
        assertThat(levels.totals()).containsExactlyElementsOf(listed.values());
        assertThat(pipeline.totals()).containsExactlyElementsOf(listed.values());
        assertThat(people.totals()).containsExactlyElementsOf(listed.values());
        assertThat(byCurrency(levels.rows())).isEqualTo(listed);
        assertThat(byCurrency(pipeline.rows())).isEqualTo(listed);
        List<Measured> rows = new ArrayList<>(levels.rows());
        rows.addAll(pipeline.rows());
        rows.addAll(people.rows());
        for (Measured row : rows) {
            assertThat(crm.list(row.filter()))
                    .hasSize((int) row.count())
                    .allSatisfy(listedRow -> assertThat(listedRow.standing()).isEqualTo(StandingKind.IN_PROGRESS));
            assertThat(row.value().minus(row.purchaseCosts())).isEqualTo(row.net());
        }
    }

    @Property(tries = 40)
    void rows_by_anything_add_up_to_the_whole_and_list_what_they_count(@ForAll("deals") List<Deal> deals) {
        SmallCrm crm = filled(deals);
        Outcomes overall = Outcomes.overall(crm.desk, ALL);
        assertThat(overall.rows().stream().mapToLong(Outcomes.Row::count).sum()).isEqualTo(deals.size());

        List<Outcomes> reports = new ArrayList<>(List.of(overall, Outcomes.byQuarter(crm.desk, ALL)));
        for (OpportunityDimension dimension : OpportunityDimension.values()) {
            reports.add(Outcomes.by(crm.desk, ALL, dimension));
        }
        for (Outcomes report : reports) {
            if (!deals.isEmpty()) {
                assertThat(totals(report)).as(report.by()).isEqualTo(totals(overall));
            }
            for (Outcomes.Row row : report.rows()) {
                List<OpportunityRow> behind = crm.list(row.filter());
                assertThat(behind).as(report.by() + " " + row.key()).hasSize((int) row.count());
                assertThat(of(behind, StandingKind.WON)).isEqualTo(row.won());
                assertThat(of(behind, StandingKind.LOST)).isEqualTo(row.lost());
                assertThat(of(behind, StandingKind.ABANDONED)).isEqualTo(row.abandoned());
                assertThat(row.winRate() == null).isEqualTo(row.won() + row.lost() == 0);
            }
        }
    }

    @Provide
    Arbitrary<List<Deal>> deals() {
        return RandomDeals.any();
    }

    private static SmallCrm filled(List<Deal> deals) {
        return RandomDeals.into(new SmallCrm(), deals);
    }

    private static Map<String, Measures> byCurrency(List<? extends Measured> rows) {
        Map<String, Measures> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.currency().getCurrencyCode(), row.measures(), Measures::plus));
        return sums;
    }

    private static long of(List<OpportunityRow> rows, StandingKind kind) {
        return rows.stream().filter(row -> row.standing() == kind).count();
    }

    private static Map<String, List<Object>> totals(Outcomes report) {
        Map<String, List<Object>> totals = new TreeMap<>();
        for (Outcomes.Row row : report.rows()) {
            List<Object> figures = List.of(
                    row.won(),
                    row.lost(),
                    row.abandoned(),
                    new TreeMap<>(row.openByStage()),
                    row.wonValue(),
                    row.withoutAmount(),
                    row.wonList());
            totals.merge(row.currency().getCurrencyCode(), figures, SumsPropertyTest::sum);
        }
        return totals;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> sum(List<Object> one, List<Object> other) {
        List<Object> sum = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) instanceof Long number) {
                sum.add(number + (Long) other.get(i));
            } else if (one.get(i) instanceof Money money) {
                sum.add(money.plus((Money) other.get(i)));
            } else {
                Map<String, Long> stages = new TreeMap<>((Map<String, Long>) one.get(i));
                ((Map<String, Long>) other.get(i)).forEach((stage, count) -> stages.merge(stage, count, Long::sum));
                sum.add(stages);
            }
        }
        return sum;
    }
}
