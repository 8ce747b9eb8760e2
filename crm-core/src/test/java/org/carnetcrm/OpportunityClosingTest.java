package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.LocalDate;
import java.util.List;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a deal is closed, corrected and reopened, and what of a closed one may still change. */
class OpportunityClosingTest {

    private final Workbench bench = Workbench.inMemory();
    private final Opportunities deals = bench.desk().opportunities();

    @Test
    void w5_a_lost_deal_keeps_its_stage_and_only_an_open_deal_may_close() {
        Opportunity deal = deals.open(bench.draft().stage("PROPOSAL"));
        Opportunity lost = deals.close(deal.id(), 1, ClosingDraft.lost("PRICE"));
        assertThat(lost.stage()).isEqualTo("PROPOSAL");
        assertThatThrownBy(() -> deals.close(lost.id(), 2, ClosingDraft.won()))
                .hasMessageContaining("a deal that is lost cannot become won");
        assertThatThrownBy(() -> deals.moveTo(lost.id(), 2, "NEEDS"))
                .hasMessage("stage: the deal is lost: reopen it to change this");
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
    void w9_a_code_is_required_for_lost_optional_for_abandoned_and_refused_for_won() {
        Opportunity deal = bench.deal();
        assertThatThrownBy(() -> deals.close(deal.id(), 1, ClosingDraft.lost(null)))
                .hasMessage("code: a lost deal needs a closing code");
        assertThatThrownBy(() -> deals.close(deal.id(), 1, ClosingDraft.won().code("PRICE")))
                .hasMessage("code: a won deal has no closing code, but PRICE was given");
        assertThatThrownBy(() ->
                        deals.close(deal.id(), 1, ClosingDraft.lost("PRICE").signedTotal("1")))
                .hasMessageContaining("only a won deal has a signed total");
        Opportunity abandoned = deals.close(deal.id(), 1, ClosingDraft.abandoned());
        assertThat(abandoned.standing().closingCode()).isNull();
        Opportunity corrected =
                deals.correctClosing(deal.id(), 2, ClosingDraft.from(abandoned).code("BUDGET"));
        assertThat(corrected.standing().closingCode()).isEqualTo("BUDGET");
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
    void w10_a_deal_is_signed_today_by_default_or_before_but_not_before_its_start_nor_in_the_future() {
        Opportunity deal = deals.open(bench.draft().start(FIRST_DAY.minusDays(10)));
        bench.on(FIRST_DAY.plusDays(5));
        Opportunity changed =
                deals.change(deal.id(), 1, OpportunityDraft.from(deal).value("9000"));
        assertThatThrownBy(() -> deals.close(deal.id(), 2, ClosingDraft.won().on(FIRST_DAY.minusDays(11))))
                .hasMessageContaining("is before the start");
        assertThatThrownBy(() -> deals.close(deal.id(), 2, ClosingDraft.won().on(FIRST_DAY.plusDays(6))))
                .hasMessageContaining("is after");
        Opportunity won = deals.close(deal.id(), 2, ClosingDraft.won().on(FIRST_DAY.minusDays(2)));
        assertThat(won.standing().closedOn()).isEqualTo(FIRST_DAY.minusDays(2));
        assertThat(won.stamp().effectiveOn())
                .as("the last revision's date, which is later")
                .isEqualTo(changed.stamp().effectiveOn());
        assertThat(won.daysToClosing()).hasValue(8);
        assertThat(won.standing().signedTotal()).isNull();
        assertThat(deals.summarise(OpportunityFilter.all()).get(0).measures().withoutSignedTotal())
                .isEqualTo(1);
        Opportunity corrected =
                deals.correctClosing(won.id(), 3, ClosingDraft.from(won).signedTotal("11800"));
        assertThat(corrected.standing().signedTotal()).isEqualTo(Money.of("EUR", "11800"));
        assertThatThrownBy(() -> deals.correctClosing(
                        won.id(), 4, ClosingDraft.from(corrected).on(FIRST_DAY)))
                .hasMessageContaining("reopen it");
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
    void w11_won_counts_100_lost_and_abandoned_0_and_reopening_restores() {
        Opportunity deal = bench.deal();
        Opportunity won = deals.close(deal.id(), 1, ClosingDraft.won());
        assertThat(won.total()).isEqualTo(Money.of("EUR", "10000"));
        Opportunity reopened = deals.reopen(deal.id(), 2);
        assertThat(reopened.total()).isEqualTo(Money.of("EUR", "4000"));
        Opportunity lost = deals.close(deal.id(), 3, ClosingDraft.lost("PRICE"));
        assertThat(lost.total()).isEqualTo(Money.of("EUR", "0"));
        assertThat(deals.reopen(deal.id(), 4).standing().closingCode()).isNull();
        assertThat(deals.revisions(deal.id()))
                .extracting(OpportunityRevision::event)
                .containsExactly(Event.OPENED, Event.WON, Event.REOPENED, Event.LOST, Event.REOPENED);
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
        assertRefused(() -> deals.close(bench.deal().id(), 1, draft.on(day(1))), "on date.future");
        assertThat(deals.close(bench.deal().id(), 1, draft).standing().closedOn())
                .isEqualTo(day(0));
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
