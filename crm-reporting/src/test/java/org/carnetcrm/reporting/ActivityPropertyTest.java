package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.page.Page;

/** What adds up in any CRM: prices from nothing to the largest, in currencies of none, two and three decimals. */
class ActivityPropertyTest {

    private static final ActionFilter ALL = ActionFilter.all();

    record Line(String currency, String product, long quantity, long price) {}

    record Deed(int parties, boolean visit, Progress progress, int day, List<Line> lines) {}

    @Property(tries = 30)
    void costs_by_anything_add_up_to_all_lines_of_planned_and_done_actions(@ForAll("deeds") List<Deed> deeds) {
        ActivityCrm crm = new ActivityCrm();
        Map<String, CrmCosts.Spent> whole = recount(filled(crm, deeds));
        if (whole.isEmpty()) {
            whole.put("EUR", CrmCosts.Spent.none(Currency.getInstance("EUR")));
        }
        for (ActionDimension dimension : ActionDimension.values()) {
            CrmCosts costs = CrmCosts.by(crm.desk, ALL, dimension);
            assertThat(costs.totals()).as("by " + dimension).containsExactlyElementsOf(whole.values());
            Map<String, CrmCosts.Spent> rows = new TreeMap<>();
            for (CrmCosts.Row row : costs.rows()) {
                rows.merge(row.spent().currency().getCurrencyCode(), row.spent(), CrmCosts.Spent::plus);
                assertThat(CrmCosts.by(crm.desk, row.filter(), dimension).rows())
                        .containsExactly(row);
                assertThat(listed(crm, row.filter())).isNotEmpty();
            }
            assertThat(rows).isEqualTo(costs.rows().isEmpty() ? Map.of() : whole);
        }
    }

    @Property(tries = 30)
    void each_action_is_counted_in_exactly_one_cell(@ForAll("deeds") List<Deed> deeds) {
        ActivityCrm crm = new ActivityCrm();
        List<Action> actions = filled(crm, deeds);
        for (ActionDimension dimension : ActionDimension.values()) {
            if (dimension.isOfLines()) {
                continue;
            }
            ActivityCounts report = ActivityCounts.by(crm.desk, ALL, dimension);
            List<ActionId> found = new ArrayList<>();
            for (ActivityCounts.Row row : report.rows()) {
                List<ActionRow> behind = listed(crm, row.filter());
                assertThat(new ActivityCounts.Counts(
                                of(behind, Progress.PLANNED),
                                of(behind, Progress.DONE),
                                of(behind, Progress.CANCELLED)))
                        .isEqualTo(row.counts());
                behind.forEach(action -> found.add(action.id()));
            }
            assertThat(found)
                    .as("by " + dimension)
                    .containsExactlyInAnyOrderElementsOf(
                            actions.stream().map(Action::id).toList());
            assertThat(report.total().all()).isEqualTo(actions.size());
        }
    }

    @Property(tries = 15)
    void b7_the_same_run_twice_gives_the_same_bytes(@ForAll("deeds") List<Deed> deeds) {
        assertThat(run(deeds)).isEqualTo(run(deeds));
    }

    private static String run(List<Deed> deeds) {
        ActivityCrm crm = new ActivityCrm();
        filled(crm, deeds);
        StringBuilder bytes = new StringBuilder();
        for (ActionDimension dimension : ActionDimension.values()) {
            bytes.append(ActivityCrm.bytes(CrmCosts.by(crm.desk, ALL, dimension)::table));
            if (!dimension.isOfLines()) {
                bytes.append(ActivityCrm.bytes(ActivityCounts.by(crm.desk, ALL, dimension)::table));
            }
        }
        LocalDate today = ActivityCrm.TODAY;
        return bytes.append(
                        ActivityCrm.bytes(ConversionReport.between(crm.desk, today.minusYears(1), today, true)::table))
                .toString();
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Line> lines = Combinators.combine(
                        Arbitraries.of("EUR", "JPY", "KWD"),
                        Arbitraries.of("", "", "SAMPLE", "=cmd"),
                        Arbitraries.longs().between(1, 999_999_999),
                        Arbitraries.longs().between(0, 999_999_999_999L))
                .as(Line::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Progress.class),
                        Arbitraries.integers().between(-70, 0),
                        lines.list().ofMaxSize(3))
                .as(Deed::new)
                .list()
                .ofMaxSize(10);
    }

    /** Quantities have three decimals and prices four, so that most amounts must be rounded. */
    private static List<Action> filled(ActivityCrm crm, List<Deed> deeds) {
        List<Action> actions = new ArrayList<>();
        for (Deed deed : deeds) {
            ActionDraft draft = crm.action(
                            deed.parties() % 2 == 0 ? crm.acme : crm.beta,
                            deed.parties() < 2 ? crm.lea : crm.bob,
                            deed.visit() ? "VISIT" : "CALL",
                            ActivityCrm.TODAY.plusDays(deed.day()).toString())
                    .newStatus(deed.visit() ? "CUSTOMER" : null)
                    .costs(deed.lines().stream().map(ActivityPropertyTest::cost).toList());
            Action action = deed.progress() == Progress.DONE ? crm.record(draft) : crm.plan(draft);
            actions.add(
                    deed.progress() == Progress.CANCELLED
                            ? crm.desk.actions().cancel(action.id(), action.version())
                            : action);
        }
        return actions;
    }

    private static CostDraft cost(Line line) {
        return CostDraft.of("Cost")
                .product(line.product().isEmpty() ? null : line.product())
                .quantity(BigDecimal.valueOf(line.quantity(), 3).toPlainString())
                .price(BigDecimal.valueOf(line.price(), 4).toPlainString())
                .currency(line.currency());
    }

    private static Map<String, CrmCosts.Spent> recount(List<Action> actions) {
        Map<String, CrmCosts.Spent> sums = new TreeMap<>();
        for (Action action : actions) {
            for (Cost line : action.costs()) {
                CrmCosts.Spent none = CrmCosts.Spent.none(line.amount().currency());
                CrmCosts.Spent one = switch (action.progress()) {
                    case PLANNED -> new CrmCosts.Spent(1, line.amount(), 0, none.doneAmount());
                    case DONE -> new CrmCosts.Spent(0, none.plannedAmount(), 1, line.amount());
                    case CANCELLED -> null;
                };
                if (one != null) {
                    sums.merge(line.amount().currency().getCurrencyCode(), one, CrmCosts.Spent::plus);
                }
            }
        }
        return sums;
    }

    private static List<ActionRow> listed(ActivityCrm crm, ActionFilter filter) {
        return Page.all(request -> crm.desk.actions().list(filter, ActionOrder.EARLIEST, request));
    }

    private static long of(List<ActionRow> rows, Progress progress) {
        return rows.stream().filter(row -> row.progress() == progress).count();
    }
}
