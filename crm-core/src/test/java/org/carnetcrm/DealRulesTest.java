package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of section Z about deals, and what the letters Q and W say at their edges. */
class DealRulesTest {

    private final Workbench bench = Workbench.inMemory();
    private final Opportunities deals = bench.desk().opportunities();

    @Test
    void z_changing_the_start_later_moves_no_revision() {
        Opportunity deal = deals.open(bench.draft().start(day(-10)));
        Opportunity changed =
                deals.change(deal.id(), 1, OpportunityDraft.from(deal).start(day(-20)));
        assertThat(changed.horizon().start()).isEqualTo(day(-20));
        assertThat(deals.revisions(deal.id()))
                .extracting(OpportunityRevision::effectiveOn)
                .containsExactly(day(-10), day(0));
    }

    @Test
    void z_a_change_takes_effect_on_any_date_from_the_last_revision_to_today() {
        Opportunity deal = deals.open(bench.draft().start(day(-10)));
        Opportunity same = deals.change(
                deal.id(), 1, OpportunityDraft.from(deal).value("1").effectiveOn(day(-10)));
        Opportunity today = deals.change(
                deal.id(), 2, OpportunityDraft.from(same).value("2").effectiveOn(day(0)));
        assertThat(today.stamp().effectiveOn()).isEqualTo(day(0));
        assertRefused(
                () -> deals.change(
                        deal.id(), 3, OpportunityDraft.from(today).value("3").effectiveOn(day(-1))),
                "effectiveOn date.beforeLastRevision");
        assertRefused(
                () -> deals.change(
                        deal.id(), 3, OpportunityDraft.from(today).value("3").effectiveOn(day(1))),
                "effectiveOn date.future");
    }

    @Test
    void z_the_future_begins_after_both_today_and_the_last_revision() {
        Opportunity deal = bench.deal();
        bench.on(day(-5));
        Opportunity lost = deals.close(deal.id(), 1, ClosingDraft.lost("PRICE").on(day(0)));
        assertThat(lost.standing().closedOn()).isEqualTo(day(0));
        assertThat(deals.revisions(deal.id()).get(1).recordedAt())
                .as("the instant it was recorded never goes back either")
                .isEqualTo(deals.revisions(deal.id()).get(0).recordedAt());
    }

    @ParameterizedTest
    @EnumSource(
            value = StandingKind.class,
            names = {"LOST", "ABANDONED"})
    void z_a_deal_closes_today_by_default_or_backdated_to_its_last_revision(StandingKind outcome) {
        ClosingDraft draft = outcome == StandingKind.LOST ? ClosingDraft.lost("PRICE") : ClosingDraft.abandoned();
        Opportunity deal = deals.open(bench.draft().start(day(-10)));
        Opportunity closed = deals.close(deal.id(), 1, draft.on(day(-3)));
        assertThat(closed.standing().closedOn()).isEqualTo(day(-3));
        assertThat(closed.stamp().effectiveOn()).isEqualTo(day(-3));
        assertRefused(
                () -> deals.close(deals.open(bench.draft().start(day(-1))).id(), 1, draft.on(day(-2))),
                "on date.beforeLastRevision");
        assertThat(deals.close(bench.deal().id(), 1, draft).standing().closedOn())
                .isEqualTo(day(0));
    }

    @Test
    void w10_the_signature_is_today_by_default_and_winning_takes_effect_then() {
        Opportunity won = deals.close(
                deals.open(bench.draft().start(day(-10))).id(),
                1,
                ClosingDraft.won().signedTotal("11999.99"));
        assertThat(won.standing().closedOn()).isEqualTo(day(0));
        assertThat(won.stamp().effectiveOn()).isEqualTo(day(0));
        assertThat(won.standing().signedTotal()).isEqualTo(Money.of("EUR", "11999.99"));
        Opportunity signedBefore = deals.close(
                deals.open(bench.draft().start(day(-10))).id(),
                1,
                ClosingDraft.won().on(day(-10)));
        assertThat(signedBefore.stamp().effectiveOn()).isEqualTo(day(-10));
        assertThat(signedBefore.daysToClosing()).hasValue(0);
    }

    @Test
    void z_of_a_closed_deal_only_the_text_the_signed_total_and_the_code_change() {
        Opportunity lost =
                deals.close(deals.open(bench.draft().probability(null)).id(), 1, ClosingDraft.lost("PRICE"));
        OpportunityDraft same = OpportunityDraft.from(lost);
        assertRefused(
                () -> deals.change(
                        lost.id(),
                        2,
                        same.subject("s")
                                .value("1")
                                .purchaseCosts("1")
                                .minimumTarget("1")
                                .probability("1")
                                .stage("NEEDS")
                                .type("UPDATE")
                                .start(day(-1))
                                .expectedClosing(day(1))
                                .hostReference("D-1")),
                "subject deal.closed",
                "stage deal.closed",
                "type deal.closed",
                "value deal.closed",
                "purchaseCosts deal.closed",
                "minimumTarget deal.closed",
                "probability deal.closed",
                "probabilityByHand deal.closed",
                "start deal.closed",
                "expectedClosing deal.closed",
                "hostReference deal.closed");
        assertRefused(() -> deals.reassign(lost.id(), 2, bench.lea()), "managerChosen deal.closed");
        Opportunity text = deals.change(lost.id(), 2, same.text("why"));
        Opportunity code =
                deals.correctClosing(lost.id(), 3, ClosingDraft.from(text).code("BUDGET"));
        assertThat(code.standing().closingCode()).isEqualTo("BUDGET");
        assertThat(code.text()).isEqualTo("why");
        assertThat(deals.revisions(lost.id()))
                .extracting(OpportunityRevision::event)
                .containsExactly(Event.OPENED, Event.LOST, Event.CHANGED, Event.CORRECTED);
    }

    @Test
    void z_of_a_won_deal_neither_the_currency_nor_the_start_changes_whatever_the_signature_says() {
        Opportunity won = deals.close(bench.deal().id(), 1, ClosingDraft.won().signedTotal("11800"));
        OpportunityDraft same = OpportunityDraft.from(won);
        assertRefused(
                () -> deals.change(won.id(), 2, same.currency("JPY").value("12000")),
                "value deal.closed",
                "purchaseCosts deal.closed");
        assertRefused(() -> deals.change(won.id(), 2, same.start(day(1))), "start deal.closed");
        Opportunity text = deals.change(won.id(), 2, same.text("why"));
        assertThat(text.standing()).isEqualTo(won.standing());
        assertThat(text.text()).isEqualTo("why");
    }

    @Test
    void w9_a_correction_keeps_the_outcome_and_the_code_of_a_lost_deal() {
        Opportunity lost = deals.close(bench.deal().id(), 1, ClosingDraft.lost("PRICE"));
        ClosingDraft same = ClosingDraft.from(lost);
        assertThat(deals.correctClosing(lost.id(), 2, same))
                .as("nothing changes")
                .isEqualTo(lost);
        assertRefused(() -> deals.correctClosing(lost.id(), 2, same.code(null)), "code deal.codeRequired");
        assertRefused(
                () -> deals.correctClosing(
                        lost.id(), 2, ClosingDraft.abandoned().on(day(0))),
                "outcome deal.closed");
        assertRefused(() -> deals.correctClosing(lost.id(), 2, same.on(day(-1))), "on deal.closed");
        assertRefused(
                () -> deals.correctClosing(lost.id(), 2, same.signedTotal("1")),
                "signedTotal deal.signedTotalOnUnsigned");
        assertThat(deals.close(bench.deal().id(), 1, ClosingDraft.abandoned().code("BUDGET"))
                        .standing()
                        .closingCode())
                .isEqualTo("BUDGET");
    }

    @Test
    void w9_an_open_deal_has_no_closing_to_correct() {
        Opportunity deal = bench.deal();
        for (ClosingDraft draft : List.of(
                ClosingDraft.from(deal),
                ClosingDraft.won().signedTotal("5"),
                ClosingDraft.lost("PRICE").on(day(-1)))) {
            assertRefused(() -> deals.correctClosing(deal.id(), 1, draft), "outcome deal.notClosed");
        }
        assertThatThrownBy(() -> deals.correctClosing(deal.id(), 1, ClosingDraft.won()))
                .hasMessage("outcome: the deal is still in progress: close it first");
    }

    @Test
    void w5_in_progress_closes_nothing() {
        Opportunity deal = bench.deal();
        ClosingDraft draft = new ClosingDraft(StandingKind.IN_PROGRESS, null, null, null, null);
        assertRefused(() -> deals.close(deal.id(), 1, draft), "outcome deal.outcome");
        assertRefused(() -> deals.reopen(deal.id(), 1), "standing deal.transition");
    }

    // W5 as a table: from each standing, to each, whether it may.
    @ParameterizedTest
    @CsvSource({
        "IN_PROGRESS, WON, true",
        "IN_PROGRESS, LOST, true",
        "IN_PROGRESS, ABANDONED, true",
        "IN_PROGRESS, IN_PROGRESS, false",
        "WON, IN_PROGRESS, true",
        "LOST, IN_PROGRESS, true",
        "ABANDONED, IN_PROGRESS, true",
        "WON, LOST, false",
        "LOST, WON, false",
        "ABANDONED, WON, false",
        "WON, WON, false"
    })
    void w5_the_legal_transitions_are_data(StandingKind from, StandingKind to, boolean legal) {
        assertThat(from.next().contains(to)).isEqualTo(legal);
    }

    @Test
    void w11_reopening_restores_the_last_open_probability_and_the_history_keeps_the_code() {
        Opportunity deal = bench.deal();
        deals.change(deal.id(), 1, OpportunityDraft.from(deal).probability("65.5"));
        Opportunity lost = deals.close(deal.id(), 2, ClosingDraft.lost("PRICE"));
        assertThat(lost.probability()).isEqualTo(Probability.NONE);
        bench.on(day(3));
        Opportunity reopened = deals.reopen(deal.id(), 3);
        assertThat(reopened.probability()).isEqualTo(Probability.of("65.5"));
        assertThat(reopened.figures().probabilityAtCreation()).isEqualTo(Probability.of("40"));
        assertThat(reopened.standing().closingCode()).isNull();
        assertThat(reopened.standing().closedOn()).isNull();
        assertThat(reopened.stamp().stageSince()).isEqualTo(day(3));
        assertThat(deals.revisions(deal.id()).get(2).deal().standing().closingCode())
                .isEqualTo("PRICE");
    }

    // W6, each row worked by hand from its two sentences and the preset's 10, 25, 50, 75.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "33, 33, NEEDS, 33, true",
                "-, -, NEEDS, 25, false",
                "-, -, NEGOTIATION, 75, false",
                "33, -, NEEDS, 25, false",
                "33, -, QUALIFICATION, 10, false",
                "-, 5, QUALIFICATION, 5, true",
                "-, -, QUALIFICATION, 10, false"
            })
    void w6_what_becomes_of_a_probability(String opened, String then, String stage, String percent, boolean byHand) {
        Opportunity deal = deals.open(bench.draft().probability(opened));
        Opportunity changed = deals.change(
                deal.id(), 1, OpportunityDraft.from(deal).probability(then).stage(stage));
        assertThat(changed.probability()).isEqualTo(Probability.of(percent));
        assertThat(changed.figures().probabilityByHand()).isEqualTo(byHand);
    }

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
    void b15_currencies_are_never_summed_together() {
        bench.deal();
        deals.open(bench.draft().currency("JPY").value("100").purchaseCosts(null));
        assertThat(deals.summarise(OpportunityFilter.all(), OpportunityDimension.STAGE))
                .extracting(row -> row.currency() + " " + row.measures().value())
                .containsExactlyInAnyOrder("EUR EUR 12000.00", "JPY JPY 100");
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
    void q7_w3_a_contact_is_a_person_of_the_relation_and_a_dimension() {
        RelationId relation = bench.relation("Acme").id();
        ContactPerson anna = bench.desk().relations().addContact(relation, ContactPersonDraft.named("Anna", "P"));
        Opportunity deal = deals.open(bench.draft().relation(relation).contact(anna.id()));
        assertThat(deal.parties().contact()).isEqualTo(anna.id());
        assertThat(deals.summarise(OpportunityFilter.all(), OpportunityDimension.CONTACT))
                .extracting(row -> row.get(OpportunityDimension.CONTACT))
                .containsExactly(anna.id().text());
        bench.desk()
                .relations()
                .changeContact(anna.id(), 1, ContactPersonDraft.from(anna).active(false));
        assertThat(deals.change(deal.id(), 1, OpportunityDraft.from(deal).subject("New"))
                        .parties()
                        .contact())
                .as("one who left is kept")
                .isEqualTo(anna.id());
        assertRefused(() -> deals.open(bench.draft().relation(relation).contact(anna.id())), "contact notActive");
    }

    @Test
    void w1_links_have_each_target_and_are_changed_and_taken_away_on_record() {
        Opportunity deal = bench.deal();
        for (OpportunityLink.Target target : OpportunityLink.Target.values()) {
            assertThat(deals.link(deal.id(), target, target + "-1").target()).isEqualTo(target);
        }
        OpportunityLink quote = deals.links(deal.id()).get(0);
        OpportunityLink done = deals.markDone(quote.id(), 1, true);
        assertThat(deals.markDone(quote.id(), 2, true))
                .as("again changes nothing")
                .isEqualTo(done);
        deals.unlink(quote.id(), 2);
        assertThat(deals.links(deal.id())).hasSize(3).doesNotContain(done);
        assertThat(bench.desk().audit(quote.id())).hasSize(3);
        assertRefused(
                () -> deals.link(deal.id(), OpportunityLink.Target.QUOTE, "x".repeat(101)), "reference text.tooLong");
        assertThat(deals.find(deal.id())).as("the deal itself is untouched").contains(deal);
    }

    @Test
    void a_move_and_a_reassignment_read_the_deal_once_and_tell_a_stale_version_by_the_one_given() {
        Opportunity deal = bench.deal();
        deals.change(deal.id(), 1, OpportunityDraft.from(deal).value("1"));
        WatchedStore store = new WatchedStore(bench);
        Opportunities watched = store.crm().actingAs(bench.desk().actor()).opportunities();
        for (Function<Integer, Opportunity> command : List.<Function<Integer, Opportunity>>of(
                version -> watched.moveTo(deal.id(), version, "NEEDS"),
                version -> watched.reassign(deal.id(), version, bench.lea()))) {
            int version = deals.find(deal.id()).orElseThrow().version();
            assertThatThrownBy(() -> command.apply(1)).isInstanceOfSatisfying(ConflictException.class, e -> {
                assertThat(e.version()).isEqualTo(1);
                assertThat(e.fields()).contains("value");
            });
            assertThat(store.during(
                            () -> assertThat(command.apply(version).version()).isEqualTo(version + 1)))
                    .containsOnlyOnce(Opportunity.class);
        }
        OpportunityId unknown = new OpportunityId(new UUID(1, 2));
        assertThatThrownBy(() -> deals.moveTo(unknown, 1, "NEEDS")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> deals.reassign(unknown, 1, bench.lea())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void z_the_whole_form_replaces_and_null_clears() {
        Opportunity deal = deals.open(bench.draft()
                .text("t")
                .minimumTarget("5")
                .expectedClosing(day(9))
                .hostReference("D-1")
                .because("they called"));
        Opportunity cleared = deals.change(
                deal.id(),
                1,
                OpportunityDraft.from(deal)
                        .text(" ")
                        .minimumTarget(null)
                        .purchaseCosts(null)
                        .expectedClosing(null)
                        .hostReference(null));
        assertThat(cleared.text()).isNull();
        assertThat(cleared.figures().minimumTarget()).isNull();
        assertThat(cleared.figures().purchaseCosts()).isEqualTo(Money.of("EUR", "0"));
        assertThat(cleared.horizon().expectedClosing()).isNull();
        assertThat(deals.findByReference("D-1")).as("free again").isEmpty();
        assertThat(deals.revisions(deal.id()).get(0).because()).isEqualTo("they called");
    }

    @Test
    void z_a_text_is_in_no_problem_and_no_printed_form() {
        String secret = "my-secret ".repeat(1100);
        OpportunityDraft draft = bench.draft().text(secret);
        assertThat(draft.toString()).doesNotContain("my-secret");
        assertThatThrownBy(() -> deals.open(draft)).isInstanceOfSatisfying(InvalidException.class, e -> {
            assertThat(e.problems()).hasSize(1);
            Problem problem = e.problems().get(0);
            assertThat(problem.path()).isEqualTo("text");
            assertThat(problem.value()).as("its length instead").isEqualTo("10999");
            assertThat(e + e.problems().toString()).doesNotContain("my-secret");
        });
        Opportunity deal = deals.open(draft.text("my-secret"));
        assertThat(deal.toString() + deals.revisions(deal.id()) + bench.desk().audit(deal.id()))
                .doesNotContain("my-secret");
        assertThat(deals.list(OpportunityFilter.all(), OpportunityOrder.NEWEST, PageRequest.first(9))
                        .toString())
                .doesNotContain("my-secret");
    }

    @Test
    void z_every_problem_of_a_draft_is_told_at_once() {
        assertRefused(
                () -> deals.open(bench.draft()
                        .subject("a\u0000b")
                        .value("1,5")
                        .purchaseCosts("-1")
                        .minimumTarget("0.001")
                        .probability("100.01")
                        .stage("NONE")
                        .expectedClosing(day(-1))
                        .because("x".repeat(201))),
                "subject text.control",
                "value number.notPlain",
                "purchaseCosts number.negative",
                "minimumTarget number.tooManyDecimals",
                "probability probability.range",
                "stage choice.unknown",
                "expectedClosing deal.expectedBeforeStart",
                "because text.tooLong");
    }

    // Minor units: ISO 4217, list one.
    @ParameterizedTest
    @CsvSource({
        "EUR, 0.001, 0.001 has more than 2 decimals",
        "EUR, 0.00001, 0.00001 has more than 2 decimals",
        "JPY, 0.00001, 0.00001 has more than 0 decimals",
        "KWD, 0.00001, 0.00001 has more than 3 decimals",
        "EUR, 1000000000000000, 1000000000000000 has more than 15 digits before the point",
        "JPY, 1000000000000000.00001, 1000000000000000.00001 has more than 15 digits before the point",
        "EUR, -0.00001, -0.00001 is below zero"
    })
    void an_amount_that_its_currency_cannot_hold_is_one_clear_problem(String currency, String number, String problem) {
        OpportunityDraft draft = bench.draft().currency(currency).value(null).purchaseCosts(null);
        assertThatThrownBy(() -> deals.open(draft.value(number)))
                .hasMessage("value: " + problem)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems().get(0).arguments()).doesNotContainValue("2147483647"));
        assertThatThrownBy(() -> deals.open(draft.purchaseCosts(number))).hasMessage("purchaseCosts: " + problem);
        assertThatThrownBy(() -> deals.open(draft.minimumTarget(number))).hasMessage("minimumTarget: " + problem);
        Opportunity deal = deals.open(draft);
        assertThatThrownBy(() -> deals.close(deal.id(), 1, ClosingDraft.won().signedTotal(number)))
                .hasMessage("signedTotal: " + problem);
    }

    @ParameterizedTest
    @CsvSource({
        "100.001, 100.001 has more than 2 decimals",
        "1000000000000000.001, 1000000000000000.001 has more than 15 digits before the point",
        "-0.001, -0.001 has more than 2 decimals",
        "1000, 1000 is not between 0 and 100"
    })
    void a_probability_that_is_none_is_one_clear_problem(String number, String problem) {
        assertThatThrownBy(() -> deals.open(bench.draft().probability(number))).hasMessage("probability: " + problem);
    }

    private static LocalDate day(int days) {
        return FIRST_DAY.plusDays(days);
    }

    private static void assertRefused(Runnable command, String... problems) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path() + " " + problem.key())
                                .containsExactlyInAnyOrder(problems));
    }
}
