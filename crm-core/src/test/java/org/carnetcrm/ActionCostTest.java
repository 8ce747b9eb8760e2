package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.ActionBench.day;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.action.PriceOrigin;
import org.carnetcrm.money.Money;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cost lines of actions, with a cost module of the host that knows a few products. */
class ActionCostTest {

    private final Map<String, String> catalogue = new HashMap<>(Map.of("SAMPLE-1", "3.5", "SAMPLE-2", "0.0425"));
    private final List<String> asked = new ArrayList<>();
    private final ActionBench crm = new ActionBench(setup -> setup.withProductCosts((tenant, product, currency, on) -> {
        asked.add(tenant + " " + product + " " + currency + " " + on);
        return Optional.ofNullable(catalogue.get(product)).map(BigDecimal::new);
    }));
    private final Actions actions = crm.actions();

    @Test
    void d13_a_line_has_a_description_or_a_product_a_quantity_of_1_and_a_price() {
        Cost lunch = line(CostDraft.of(" Lunch ").price("42.50"));
        assertThat(lunch.description()).isEqualTo("Lunch");
        assertThat(lunch.product()).isNull();
        assertThat(lunch.quantity()).isEqualByComparingTo("1");
        assertThat(lunch.origin()).isEqualTo(PriceOrigin.MANUAL);
        assertThat(lunch.amount()).isEqualTo(Money.of("EUR", "42.50"));
        Cost sample = line(
                CostDraft.ofProduct("SAMPLE-1").description("For the buyer").quantity("2.5"));
        assertThat(sample.product()).isEqualTo("SAMPLE-1");
        assertThat(sample.plainQuantity()).isEqualTo("2.5");
        assertThat(sample.amount()).isEqualTo(Money.of("EUR", "8.75"));
        assertThatThrownBy(() -> line(new CostDraft(" ", null, null, "1", null)))
                .hasMessage("costs[0].description: a cost line needs a description or a product");
    }

    // Worked by hand: 3 × 0.335 = 1.005; 1 × 0.5 = 0.5; 1 × 0.4 = 0.4; 0.333333 × 3 = 0.999999; 1.5 × 1.2345 = 1.85175;
    // 1 × 0.0005 = 0.0005; 0 × 9 = 0.
    @ParameterizedTest
    @CsvSource({
        "3,0.335,EUR,1.01",
        "1,0.5,JPY,1",
        "1,0.4,JPY,0",
        "0.333333,3,EUR,1.00",
        "1.5,1.2345,KWD,1.852",
        "1,0.0005,KWD,0.001",
        "1,0.000499,KWD,0.000",
        "0,9,EUR,0.00",
        "1000000,0.004999,EUR,4999.00"
    })
    void d16_an_amount_is_quantity_times_price_rounded_half_up_to_the_minor_unit(
            String quantity, String price, String currency, String amount) {
        Cost line = line(CostDraft.of("Line").quantity(quantity).price(price).currency(currency));
        assertThat(line.amount()).isEqualTo(Money.of(currency, amount));
        assertThat(line.amount()).hasToString(currency + " " + amount);
    }

    @Test
    void d16_totals_are_sums_of_rounded_lines() {
        CostDraft third = CostDraft.of("A third").price("0.335");
        actions.record(crm.visit().costs(List.of(third, third, third)));
        actions.record(crm.visit()
                .cost(third.currency("KWD"))
                .cost(CostDraft.of("Tea").price("99.5").currency("JPY")));
        assertThat(actions.costs(ActionFilter.all()))
                .extracting(CostSummary::amount)
                .as("3 × 0.34, not 1.005 rounded; per currency")
                .containsExactly(Money.of("EUR", "1.02"), Money.of("JPY", "100"), Money.of("KWD", "0.335"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1,1,costs[0].quantity,number.negative",
        "1.0000001,1,costs[0].quantity,number.tooManyDecimals",
        "1000000000,1,costs[0].quantity,number.tooLarge",
        "'1,5',1,costs[0].quantity,number.notPlain",
        "1,-0.01,costs[0].price,number.negative",
        "1,0.0000001,costs[0].price,number.tooManyDecimals",
        "1,1000000000000000,costs[0].price,number.tooLarge",
        "1,1e3,costs[0].price,number.notPlain",
        "2,999999999999999,costs[0].price,cost.tooLarge"
    })
    void d13_a_bad_number_is_refused(String quantity, String price, String path, String key) {
        assertThatThrownBy(() -> line(CostDraft.of("Line").quantity(quantity).price(price)))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path() + " " + problem.key())
                                .containsExactly(path + " " + key));
    }

    @Test
    void d14_the_price_of_a_product_is_asked_of_the_host_with_the_day_of_the_action() {
        Cost sample = line(CostDraft.ofProduct(" SAMPLE-2 ").quantity("100"));
        assertThat(sample.origin()).isEqualTo(PriceOrigin.LOOKED_UP);
        assertThat(sample.amount()).isEqualTo(Money.of("EUR", "4.25"));
        assertThat(asked).containsExactly("acme SAMPLE-2 EUR 2026-03-13");
        Cost manual = line(CostDraft.ofProduct("SAMPLE-2").price("0.05"));
        assertThat(manual.origin()).isEqualTo(PriceOrigin.MANUAL);
        line(CostDraft.of("SAMPLE-2").price("0"));
        assertThat(asked).as("a price that is given is not asked for").hasSize(1);
    }

    @Test
    void d14_a_price_is_a_snapshot_that_stays_while_the_product_and_the_currency_do() {
        Action visit = actions.record(crm.visit().cost(CostDraft.ofProduct("SAMPLE-1")));
        catalogue.put("SAMPLE-1", "9");
        Action more = actions.change(
                visit.id(),
                1,
                ActionDraft.from(visit)
                        .costs(List.of(CostDraft.from(line(visit, 0)).quantity("4"))));
        assertThat(line(more, 0).amount()).isEqualTo(Money.of("EUR", "14.00"));
        assertThat(line(more, 0).origin()).isEqualTo(PriceOrigin.LOOKED_UP);
        Action done = actions.change(visit.id(), 2, ActionDraft.from(more).subject("Other"));
        assertThat(done.costs()).isEqualTo(more.costs());
        assertThat(asked).hasSize(1);
        Action second = actions.change(visit.id(), 3, ActionDraft.from(done).cost(CostDraft.ofProduct("SAMPLE-1")));
        assertThat(second.costs())
                .extracting(line -> line.price().plain())
                .as("a further line is asked for")
                .containsExactly("3.5", "9");
    }

    @Test
    void d14_another_product_or_currency_is_looked_up_again_only_for_a_price_that_was_looked_up() {
        Action visit = actions.record(crm.visit()
                .cost(CostDraft.ofProduct("SAMPLE-1"))
                .cost(CostDraft.ofProduct("SAMPLE-1").price("7")));
        Action other = actions.change(
                visit.id(),
                1,
                ActionDraft.from(visit)
                        .costs(visit.costs().stream()
                                .map(line -> CostDraft.from(line).product("SAMPLE-2"))
                                .toList()));
        assertThat(other.costs()).extracting(line -> line.price().plain()).containsExactly("0.0425", "7");
        assertThat(other.costs()).extracting(Cost::origin).containsExactly(PriceOrigin.LOOKED_UP, PriceOrigin.MANUAL);
        asked.clear();
        actions.change(
                visit.id(),
                2,
                ActionDraft.from(other)
                        .costs(List.of(CostDraft.from(line(other, 0)).currency("KWD"))));
        assertThat(asked).containsExactly("acme SAMPLE-2 KWD 2026-03-13");
    }

    @Test
    void d14_a_line_that_is_taken_out_does_not_leave_its_price_to_another() {
        Action visit =
                actions.record(crm.visit().cost(CostDraft.ofProduct("SAMPLE-1").description("Old")));
        catalogue.put("SAMPLE-1", "9");
        visit = actions.change(
                visit.id(),
                1,
                ActionDraft.from(visit).cost(CostDraft.ofProduct("SAMPLE-1").description("New")));
        Action rest =
                actions.change(visit.id(), 2, ActionDraft.from(visit).costs(List.of(CostDraft.from(line(visit, 1)))));
        assertThat(rest.costs()).containsExactly(line(visit, 1));
        assertThat(line(rest, 0).price().plain()).isEqualTo("9");
    }

    @Test
    void d14_where_the_host_is_silent_a_price_is_required_and_0_must_be_said() {
        assertThatThrownBy(() -> line(CostDraft.ofProduct("UNKNOWN")))
                .hasMessage("costs[0].price: is required, for the cost of the product UNKNOWN is not known");
        assertThatThrownBy(() -> line(CostDraft.of("Lunch"))).hasMessage("costs[0].price: is required");
        Cost gift = line(CostDraft.ofProduct("UNKNOWN").price("0"));
        assertThat(gift.origin()).isEqualTo(PriceOrigin.MANUAL);
        assertThat(gift.amount()).isEqualTo(Money.of("EUR", "0"));
        catalogue.put("FREE", "0");
        assertThat(line(CostDraft.ofProduct("FREE")).origin()).isEqualTo(PriceOrigin.LOOKED_UP);
    }

    @Test
    void d14_by_default_no_product_is_known() {
        ActionBench bare = new ActionBench();
        assertThatThrownBy(() -> bare.plan(bare.visit().cost(CostDraft.ofProduct("SAMPLE-1"))))
                .hasMessageContaining("is not known");
    }

    @ParameterizedTest
    @CsvSource({"-1", "0.0000001", "1000000000000000"})
    void d14_an_answer_that_is_no_price_is_refused(String answer) {
        catalogue.put("ODD", answer);
        assertThatThrownBy(() -> line(CostDraft.ofProduct("ODD")))
                .isInstanceOf(InvalidException.class)
                .hasMessage("costs[0].price: the cost of the product ODD was told as " + answer
                        + ", which is no unit price");
    }

    @Test
    void d14_the_host_is_not_asked_about_a_product_that_is_no_text() {
        for (String product : List.of("a\u0000b", "x".repeat(101))) {
            assertThatThrownBy(() -> line(CostDraft.ofProduct(product)))
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            e -> assertThat(e.problems())
                                    .extracting(Problem::path)
                                    .containsExactly("costs[0].product"));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void d14_what_the_cost_module_throws_fails_the_command_whole() {
        IllegalStateException down = new IllegalStateException("the cost module is down");
        ActionBench broken = new ActionBench(setup -> setup.withProductCosts((tenant, product, currency, on) -> {
            throw down;
        }));
        Action visit = broken.plan(broken.visit().newStatus("CUSTOMER"));
        ActionDraft draft = ActionDraft.from(visit).cost(CostDraft.ofProduct("SAMPLE-1"));
        assertThatThrownBy(() -> broken.actions().complete(visit.id(), 1, draft))
                .isSameAs(down);
        assertThat(broken.actions().find(visit.id())).contains(visit);
        assertThat(broken.present()).isEqualTo(broken.acme);
        assertThat(broken.history()).hasSize(1);
        assertThat(broken.bench.desk().audit(visit.id())).hasSize(1);
    }

    @Test
    void d13_an_action_has_at_most_200_lines() {
        CostDraft line = CostDraft.of("Line").price("1");
        assertThat(crm.plan(crm.visit().costs(java.util.Collections.nCopies(200, line)))
                        .costs())
                .hasSize(200);
        assertThatThrownBy(() -> crm.plan(crm.visit().costs(java.util.Collections.nCopies(201, line))))
                .isInstanceOf(InvalidException.class)
                .hasMessage("costs: has more than 200 entries");
    }

    @Test
    void d13_a_currency_without_minor_unit_is_refused() {
        for (String currency : List.of("XAU", "XXX", "eur")) {
            assertThatThrownBy(() -> line(CostDraft.of("Gold").price("1").currency(currency)))
                    .hasMessage("costs[0].currency: '" + currency + "' is not an ISO 4217 code of a currency");
        }
    }

    @Test
    void d13_every_bad_line_is_told_at_its_place() {
        assertThatThrownBy(() -> crm.plan(crm.visit()
                        .cost(CostDraft.of("Fine").price("1"))
                        .cost(new CostDraft(null, null, "x", null, "XXX"))
                        .cost(CostDraft.ofProduct("UNKNOWN"))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::path)
                                .containsExactlyInAnyOrder(
                                        "costs[1].description",
                                        "costs[1].quantity",
                                        "costs[1].currency",
                                        "costs[2].price"));
        assertThat(crm.plan(crm.visit().on(day(2))).costs()).isEmpty();
    }

    private Cost line(CostDraft draft) {
        return line(crm.plan(crm.visit().cost(draft)), 0);
    }

    private static Cost line(Action action, int place) {
        return action.costs().get(place);
    }
}
