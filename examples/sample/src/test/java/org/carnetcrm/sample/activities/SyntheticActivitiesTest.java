package org.carnetcrm.sample.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.sample.reading.RealData.measure;
import static org.carnetcrm.sample.reading.RealData.texts;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.PriceOrigin;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.reporting.ConversionReport;
import org.carnetcrm.reporting.CostOfSales;
import org.carnetcrm.reporting.CrmCosts;
import org.carnetcrm.reporting.MonthlyTargets;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.sample.reading.RealData;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.Phrase;
import org.carnetcrm.sample.telling.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The tables of a real log of activities, compared with the figures that stand beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyntheticActivitiesTest {

    private final RealData data = RealData.find();
    private final ActivityFiles files = new ActivityFiles(data.set("synthetic-activities"));
    private final ActivitiesReader reader = new ActivitiesReader(files);
    private final Desk desk = loaded();
    private final Map<String, Sheet> sheets =
            new ActivityTables(desk, files).all().stream().collect(Collectors.toMap(Sheet::name, sheet -> sheet));

    private Desk loaded() {
        Book book = ActivitiesData.open(Storage.inMemory(), files);
        reader.load(book, loaded -> {});
        return book.unit(crm -> crm.actingAs(Actor.system(book.tenant())));
    }

    @Test
    void d15_deals_activities_and_costs_by_representative_and_by_type_equal_the_expected_ones() {
        assertThat(texts(sheet("rep"))).isEqualTo(data.table("synthetic_rep"));
        assertThat(texts(sheet("type"))).isEqualTo(data.table("synthetic_type"));
    }

    @Test
    void the_report_on_costs_agrees_with_the_expected_table() {
        Map<String, String> expected = data.table("synthetic_rep").stream()
                .skip(1)
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(7)));
        assertThat(CrmCosts.by(desk, ActionFilter.all(), ActionDimension.REPRESENTATIVE)
                        .rows())
                .hasSameSizeAs(expected.keySet())
                .allSatisfy(row -> assertThat(row.spent().doneAmount().amount().toPlainString())
                        .isEqualTo(expected.get(row.label())));
    }

    @Test
    void the_totals_equal_what_the_page_beside_the_data_says() {
        Sheet totals = sheet("totals");
        assertThat(measure(totals, "deals / their value").get(0)).isEqualTo(data.numberBefore(" deals (Lead "));
        for (String stage : List.of("Lead", "Qualified", "Demo")) {
            String first = stage.equals("Lead") ? "deals (Lead " : ", " + stage + " ";
            assertThat(measure(totals, "open at " + stage + " / value").get(0))
                    .isEqualTo(data.numbersAfter(first, 1).get(0));
        }
        assertThat(measure(totals, "won / signed")).isEqualTo(data.numbersAfter("Closed Won ", 2));
        assertThat(measure(totals, "lost / value")).isEqualTo(data.numbersAfter("Closed Lost ", 2));
        assertThat(measure(totals, "weighted open value")).isEqualTo(data.numbersAfter("Demo 30 % = ", 1));
        assertThat(measure(totals, "activities / minutes / cost").get(1))
                .isEqualTo(data.numbersAfter("total minutes ", 1).get(0));
        assertThat(measure(
                        totals, "quotas / what monthly_targets.csv calls actual, which does not follow from the deals"))
                .containsExactly(
                        data.numbersAfter("; all ", 1).get(0),
                        data.numbersAfter("Its column `actual` (", 1).get(0));
    }

    @Test
    void quotas_stand_beside_what_was_signed() {
        List<List<String>> byRepresentative = texts(sheet("quota_rep"));
        for (List<String> row : byRepresentative.subList(1, byRepresentative.size())) {
            assertThat(row.get(1)).as(row.get(0)).isEqualTo(quota(row.get(0)));
        }
        List<List<String>> byYear = texts(sheet("quota_year"));
        assertThat(byYear.stream().skip(1).map(row -> row.get(1)).toList())
                .isEqualTo(data.numbersAfter("; per year ", 3));
        assertThat(byYear.stream()
                        .skip(1)
                        .mapToLong(row -> Long.parseLong(row.get(2)))
                        .sum())
                .isEqualTo(Long.parseLong(data.numbersAfter("Closed Won ", 2).get(1)));
    }

    @Test
    void monthly_targets_are_set_against_what_was_signed() {
        Map<String, RepresentativeId> people = desk.representatives().all().stream()
                .collect(Collectors.toMap(Representative::name, Representative::id));
        List<MonthlyTargets.Target> targets = files.targets().stream()
                .map(row -> new MonthlyTargets.Target(
                        Objects.requireNonNull(people.get(row.get("rep_name"))),
                        YearMonth.from(row.requiredDate("month")),
                        Money.of("USD", row.get("quota"))))
                .toList();

        MonthlyTargets.Row total = MonthlyTargets.between(
                        desk, OpportunityFilter.all(), YearMonth.of(2022, 1), YearMonth.of(2024, 12), targets)
                .totals()
                .get(0);

        assertThat(whole(total.target()))
                .isEqualTo(data.numbersAfter("; all ", 1).get(0));
        assertThat(List.of(Long.toString(total.won().count()), whole(total.won().signedTotal())))
                .isEqualTo(data.numbersAfter("Closed Won ", 2));
    }

    @Test
    void costs_are_set_against_what_was_signed() {
        CostOfSales.Row total = CostOfSales.perRelation(desk, ActionFilter.all(), OpportunityFilter.all())
                .totals()
                .get(0);

        // 592185 minutes at 45.00 an hour
        assertThat(total.cost()).isEqualTo(Money.of("USD", "444138.75"));
        assertThat(whole(total.won().signedTotal()))
                .isEqualTo(data.numbersAfter("Closed Won ", 2).get(1));
    }

    private static String whole(Money amount) {
        return amount.amount().setScale(0).toPlainString();
    }

    // The numbers of contradictions are those of the page beside the data.
    @Test
    void what_contradicts_itself_in_the_files_is_counted_and_not_left_out() {
        Map<Phrase, Long> counts = reader.report().counts();
        assertThat(counts)
                .containsEntry(
                        Phrase.of("rule.afterClosing"), Long.valueOf(data.numberBefore(" activities dated after")));
        assertThat(counts)
                .containsEntry(
                        Phrase.of("rule.forecast").with("stage", "Lead").with("forecast", "Closed"),
                        Long.valueOf(data.numberBefore(" Lead deals are \"Closed\"")));
        assertThat(counts)
                .containsEntry(Phrase.of("rule.touches"), (long) files.deals().size());
        assertThat(counts).doesNotContainKey(Phrase.of("rule.roundedHours"));
        assertThat(reader.report().rows())
                .hasSize(Math.toIntExact(
                        counts.values().stream().mapToLong(n -> n).sum()));
    }

    @Test
    void d11_each_company_whose_deal_was_won_became_a_customer_when_it_was_closed() {
        ConversionReport report = ConversionReport.between(desk, files.firstDate(), files.lastDate(), true);
        assertThat(report.rows()).hasSize(49);
        Opportunity won = desk.opportunities()
                .findByReference(files.deals().stream()
                        .filter(row -> row.get("stage").equals("Closed Won"))
                        .findFirst()
                        .orElseThrow()
                        .get("deal_id"))
                .orElseThrow();
        assertThat(desk.relations().history(won.relation()).rows())
                .last()
                .satisfies(row ->
                        assertThat(row.effectiveOn()).isEqualTo(won.standing().closedOn()));
    }

    @Test
    void d13_d14_an_activity_is_an_action_with_hours_at_the_price_of_the_cost_module() {
        List<ActionRow> first = desk.actions()
                .list(ActionFilter.all(), ActionOrder.EARLIEST, PageRequest.first(1))
                .rows();
        assertThat(desk.actions().find(first.get(0).id()).orElseThrow().costs())
                .singleElement()
                .satisfies(cost -> {
                    assertThat(cost.origin()).isEqualTo(PriceOrigin.LOOKED_UP);
                    assertThat(cost.price().plain()).isEqualTo("45");
                    assertThat(Set.of("0.25", "0.5", "0.75", "1", "1.5")).contains(cost.plainQuantity());
                });
    }

    private Sheet sheet(String name) {
        return Objects.requireNonNull(sheets.get(name));
    }

    /** Gives the quota that the page beside the data gives a representative. */
    private String quota(String name) {
        String all = data.after("Quotas in monthly_targets.csv");
        return RealData.numbers(all.substring(all.indexOf(name))).get(0);
    }
}
