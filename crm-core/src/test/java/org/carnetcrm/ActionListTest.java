package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.ActionBench.day;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.ActionSummary;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Relation;
import org.junit.jupiter.api.Test;

/** Lists of actions, their counts and the sums of their costs. */
class ActionListTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final ActionBench crm = new ActionBench();
    private final Actions actions = crm.actions();

    @Test
    void d1_actions_are_listed_by_day_then_id_and_the_latest_first_is_the_exact_reverse() {
        List<Action> added = new ArrayList<>();
        for (int days : new int[] {3, 1, 2, 1, 3, 1}) {
            added.add(crm.plan(crm.visit().on(day(days))));
        }
        List<ActionId> expected = added.stream()
                .sorted(Comparator.<Action, java.time.LocalDate>comparing(
                                action -> action.schedule().first())
                        .thenComparing(Action::id, UuidId.ORDER))
                .map(Action::id)
                .toList();
        assertThat(ids(ActionFilter.all())).isEqualTo(expected);
        List<ActionId> reversed = new ArrayList<>(expected);
        java.util.Collections.reverse(reversed);
        assertThat(ids(ActionFilter.all(), ActionOrder.LATEST)).isEqualTo(reversed);
        assertThat(paged(ActionFilter.all(), ActionOrder.EARLIEST, 2)).isEqualTo(expected);
        assertThat(paged(ActionFilter.all(), ActionOrder.LATEST, 4)).isEqualTo(reversed);
        assertThat(paged(ActionFilter.all(), ActionOrder.LATEST, 6)).isEqualTo(reversed);
    }

    @Test
    void a_page_goes_on_after_its_last_row_though_rows_come_and_go_and_its_cursor_is_of_one_list_only() {
        Action first = crm.plan(crm.visit().on(day(1)));
        Action second = crm.plan(crm.visit().on(day(2)));
        Action third = crm.plan(crm.visit().on(day(3)));
        PageRequest two = PageRequest.first(2);
        Page<ActionRow> page = actions.list(ActionFilter.all(), ActionOrder.EARLIEST, two);
        PageRequest next = page.next(two).orElseThrow();
        crm.plan(crm.visit().on(day(0)));
        actions.discard(second.id(), 1);
        assertThat(actions.list(ActionFilter.all(), ActionOrder.EARLIEST, next).rows())
                .extracting(ActionRow::id)
                .containsExactly(third.id());
        assertThat(page.rows()).extracting(ActionRow::id).containsExactly(first.id(), second.id());
        assertThatThrownBy(() -> actions.list(ActionFilter.all(), ActionOrder.LATEST, next))
                .isInstanceOf(InvalidException.class)
                .hasMessage("cursor: the cursor is not one of this list");
        assertThatThrownBy(() -> actions.list(actions.overdue(), ActionOrder.EARLIEST, next))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void d1_actions_are_listed_by_relation_deal_attendee_kind_and_period() {
        RepresentativeId tom = crm.representative("Tom");
        Relation beta = crm.add("Beta");
        Opportunity deal = crm.bench
                .desk()
                .opportunities()
                .open(OpportunityDraft.about(crm.acme.id()).subject("Web site"));
        Action visit = crm.plan(crm.visit().opportunity(deal.id()).on(day(1), day(4)));
        Action call = crm.plan(
                ActionDraft.with(beta.id()).type("CALL").representative(tom).on(day(2)));
        Action both = actions.record(crm.visit().participants(List.of(tom)).on(day(-1)));
        assertThat(ids(ActionFilter.all().relation(crm.acme.id()))).containsExactly(both.id(), visit.id());
        assertThat(ids(ActionFilter.all().relation(beta.id()))).containsExactly(call.id());
        assertThat(ids(ActionFilter.all().opportunity(deal.id()))).containsExactly(visit.id());
        assertThat(ids(ActionFilter.all().attendedBy(tom))).containsExactly(both.id(), call.id());
        assertThat(ids(ActionFilter.all().carriedOutBy(tom))).containsExactly(call.id());
        assertThat(ids(ActionFilter.all().attendedBy(tom).progress(Progress.PLANNED)))
                .containsExactly(call.id());
        assertThat(ids(ActionFilter.all().attendedBy(tom).relation(crm.acme.id())))
                .containsExactly(both.id());
        assertThat(ids(ActionFilter.all().progress(Progress.DONE))).containsExactly(both.id());
        assertThat(ids(ActionFilter.all().between(day(-1), day(1)))).containsExactly(both.id(), visit.id());
        assertThat(ids(ActionFilter.all().between(day(-1), day(1)).between(day(0), day(9))))
                .containsExactly(visit.id());
        assertThat(ids(ActionFilter.all().between(day(2), day(1)))).isEmpty();
        assertThat(ids(ActionFilter.all().where(ActionDimension.TYPE, "CALL", "MEETING")))
                .containsExactly(call.id());
        assertThat(ids(ActionFilter.all().where(ActionDimension.OPPORTUNITY, ActionDimension.MISSING)))
                .containsExactly(both.id(), call.id());
        assertThat(ids(ActionFilter.all().where(ActionDimension.TYPE, java.util.Set.of())))
                .isEmpty();
    }

    @Test
    void a_row_shows_the_action_with_the_names_of_its_relation_and_representative_as_they_are_now() {
        Action visit = crm.plan(crm.visit().hostReference("A-1"));
        crm.relations()
                .change(
                        crm.acme.id(),
                        1,
                        org.carnetcrm.relation.RelationDraft.from(crm.acme).name("Acme Ltd"));
        Action done = crm.complete(visit);
        ActionRow row = rows(ActionFilter.all(), ActionOrder.EARLIEST).get(0);
        assertThat(row.relationName()).isEqualTo("Acme Ltd");
        assertThat(row.representativeName()).isEqualTo("Lea");
        assertThat(row.subject()).isEqualTo("First visit");
        assertThat(row.status()).isEqualTo("DONE");
        assertThat(row.progress()).isEqualTo(Progress.DONE);
        assertThat(row.doneOn()).isEqualTo(day(0));
        assertThat(row.schedule()).isEqualTo(done.schedule());
        assertThat(row.version()).isEqualTo(2);
        assertThat(row.hostReference()).isEqualTo("A-1");
    }

    @Test
    void d7_overdue_are_planned_actions_whose_last_day_is_over_where_the_reader_is() {
        Action yesterday = crm.plan(crm.visit().on(day(-1)));
        crm.plan(crm.visit().on(day(-5), day(0)));
        actions.record(crm.visit().on(day(-1)));
        Action cancelled = crm.plan(crm.visit().on(day(-1)));
        actions.cancel(cancelled.id(), 1);
        // From 14:00 to 15:00 in UTC on the day before: 23:00 to midnight in Tokyo, where it ends on that day.
        Action call = crm.plan(crm.visit().at(day(-1), LocalTime.of(14, 0), LocalTime.of(15, 0), ZoneId.of("UTC")));
        // From 15:00 to 16:00: it is today already in Tokyo.
        Action late = crm.plan(crm.visit().at(day(-1), LocalTime.of(15, 0), LocalTime.of(16, 0), ZoneId.of("UTC")));
        assertThat(ids(actions.overdue())).containsExactlyInAnyOrder(yesterday.id(), call.id(), late.id());
        Desk tokyo = crm.bench.crm().actingAs(crm.bench.desk().actor().in(TOKYO));
        assertThat(ids(tokyo.actions().overdue())).containsExactlyInAnyOrder(yesterday.id(), call.id());
        Desk nextDay = crm.bench.crm().actingAs(crm.bench.desk().actor().in(ZoneId.of("+18:00")));
        assertThat(ids(nextDay.actions().overdue())).as("tomorrow there").hasSize(4);
        assertThat(ids(actions.overdue().attendedBy(crm.representative("Tom")))).isEmpty();
    }

    @Test
    void d15_costs_are_summed_by_each_dimension_planned_and_done_apart_and_cancelled_left_out() {
        RepresentativeId tom = crm.representative("Tom");
        Action planned = crm.plan(crm.visit()
                .on(day(30))
                .cost(cost("10"))
                .cost(CostDraft.ofProduct("P").price("5")));
        actions.record(ActionDraft.with(crm.acme.id())
                .type("CALL")
                .representative(tom)
                .participants(List.of(crm.bench.lea()))
                .on(day(-20))
                .cost(cost("1.25")));
        Action cancelled = crm.plan(crm.visit().cost(cost("1000")));
        actions.cancel(cancelled.id(), 1);
        crm.plan(crm.visit());
        assertThat(sums(ActionDimension.PROGRESS)).containsExactly("DONE 1 EUR 1.25", "PLANNED 2 EUR 15.00");
        assertThat(sums(ActionDimension.REPRESENTATIVE))
                .as("attributed to who carries it out, never to participants")
                .containsExactlyInAnyOrder(tom + " 1 EUR 1.25", crm.bench.lea() + " 2 EUR 15.00");
        assertThat(sums(ActionDimension.TYPE)).containsExactly("CALL 1 EUR 1.25", "VISIT 2 EUR 15.00");
        assertThat(sums(ActionDimension.STATUS)).containsExactly("DONE 1 EUR 1.25", "PLANNED 2 EUR 15.00");
        assertThat(sums(ActionDimension.RELATION)).containsExactly(crm.acme.id() + " 3 EUR 16.25");
        assertThat(sums(ActionDimension.OPPORTUNITY)).containsExactly(" 3 EUR 16.25");
        assertThat(sums(ActionDimension.MONTH)).containsExactly("2026-02 1 EUR 1.25", "2026-04 2 EUR 15.00");
        assertThat(sums(ActionDimension.PRODUCT)).containsExactly(" 2 EUR 11.25", "P 1 EUR 5.00");
        assertThat(sums(ActionDimension.CURRENCY)).containsExactly("EUR 3 EUR 16.25");
        crm.complete(planned);
        assertThat(sums(ActionDimension.PROGRESS)).containsExactly("DONE 3 EUR 16.25");
        assertThat(actions.costs(ActionFilter.all().progress(Progress.CANCELLED)))
                .isEmpty();
        assertThat(actions.costs(ActionFilter.all().where(ActionDimension.PRODUCT, "P")))
                .extracting(CostSummary::lines)
                .containsExactly(1L);
    }

    @Test
    void d15_the_month_of_a_cost_is_that_of_the_start_in_the_entrys_own_zone() {
        // 15:30 in UTC on 31 March is 00:30 in Tokyo on 1 April.
        crm.plan(crm.visit()
                .at(day(20), LocalTime.of(0, 30), LocalTime.of(1, 0), TOKYO)
                .cost(cost("1")));
        crm.plan(crm.visit().on(day(19), day(25)).cost(cost("2")));
        assertThat(sums(ActionDimension.MONTH)).containsExactly("2026-03 1 EUR 2.00", "2026-04 1 EUR 1.00");
        assertThat(actions.costs(ActionFilter.all().between(day(20), day(20))))
                .extracting(CostSummary::lines)
                .containsExactly(1L);
    }

    @Test
    void d15_each_sum_gives_the_filter_of_the_actions_behind_it() {
        Action mixed = crm.plan(crm.visit()
                .cost(CostDraft.ofProduct("P").price("1").currency("JPY"))
                .cost(CostDraft.ofProduct("Q").price("1")));
        Action matching = crm.plan(crm.visit().cost(CostDraft.ofProduct("P").price("1")));
        Action cancelled = crm.plan(crm.visit().cost(CostDraft.ofProduct("P").price("1")));
        actions.cancel(cancelled.id(), 1);
        CostSummary row = actions.costs(ActionFilter.all(), ActionDimension.PRODUCT).stream()
                .filter(sum -> sum.get(ActionDimension.PRODUCT).equals("P")
                        && sum.get(ActionDimension.CURRENCY).equals("EUR"))
                .findFirst()
                .orElseThrow();
        assertThat(ids(row.narrow(ActionFilter.all())))
                .as("one line has both the product and the currency; a cancelled one does not count")
                .containsExactly(matching.id());
        assertThat(ids(ActionFilter.all().where(ActionDimension.PRODUCT, "P", "Q")))
                .containsExactlyInAnyOrder(mixed.id(), matching.id(), cancelled.id());
        assertThatThrownBy(() -> row.get(ActionDimension.MONTH)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void actions_are_counted_by_dimensions_and_each_count_gives_its_filter() {
        crm.plan(crm.visit().on(day(0)));
        crm.plan(crm.visit().on(day(40)).type("CALL"));
        Action done = actions.record(crm.visit().on(day(0)));
        List<ActionSummary> rows = actions.count(ActionFilter.all(), ActionDimension.PROGRESS, ActionDimension.MONTH);
        assertThat(rows)
                .extracting(row ->
                        row.get(ActionDimension.PROGRESS) + " " + row.get(ActionDimension.MONTH) + " " + row.count())
                .containsExactly("DONE 2026-03 1", "PLANNED 2026-03 1", "PLANNED 2026-04 1");
        assertThat(ids(rows.get(0).narrow(ActionFilter.all()))).containsExactly(done.id());
        assertThat(actions.count(ActionFilter.all()))
                .extracting(ActionSummary::count)
                .containsExactly(3L);
        assertThat(actions.count(actions.overdue())).isEmpty();
        assertThatThrownBy(() -> actions.count(ActionFilter.all(), ActionDimension.PRODUCT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PRODUCT tells cost lines apart, not actions");
        assertThatThrownBy(() -> ActionDimension.CURRENCY.of(done)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> sums(ActionDimension dimension) {
        return actions.costs(ActionFilter.all(), dimension).stream()
                .map(row -> row.get(dimension) + " " + row.lines() + " " + row.amount())
                .toList();
    }

    private static CostDraft cost(String price) {
        return CostDraft.of("Cost").price(price);
    }

    private List<ActionId> ids(ActionFilter filter) {
        return ids(filter, ActionOrder.EARLIEST);
    }

    private List<ActionId> ids(ActionFilter filter, ActionOrder order) {
        return rows(filter, order).stream().map(ActionRow::id).toList();
    }

    private List<ActionRow> rows(ActionFilter filter, ActionOrder order) {
        return actions.list(filter, order, PageRequest.first(100)).rows();
    }

    private List<ActionId> paged(ActionFilter filter, ActionOrder order, int size) {
        List<ActionId> all = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(size));
        while (request.isPresent()) {
            Page<ActionRow> page = actions.list(filter, order, request.get());
            assertThat(page.rows()).hasSizeBetween(1, size);
            page.rows().forEach(row -> all.add(row.id()));
            request = page.next(request.get());
        }
        return all;
    }
}
