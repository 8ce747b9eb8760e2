package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

/** The revisions of a deal: what each tells, and on which dates it may take effect. */
class OpportunityRevisionTest {

    private final Workbench bench = Workbench.inMemory();
    private final Opportunities deals = bench.desk().opportunities();

    @Test
    void a_revision_tells_who_why_both_dates_what_it_was_before_and_the_days_in_the_stage_left() {
        Opportunity deal = bench.deal();
        bench.on(FIRST_DAY.plusDays(7));
        deals.change(
                deal.id(),
                1,
                OpportunityDraft.from(deal)
                        .stage("NEEDS")
                        .because("they called")
                        .effectiveOn(FIRST_DAY.plusDays(4)));
        OpportunityRevision moved = deals.revisions(deal.id()).get(1);
        assertThat(moved.event()).isEqualTo(Event.MOVED);
        assertThat(moved.because()).isEqualTo("they called");
        assertThat(moved.by().representative()).isEqualTo(bench.lea());
        assertThat(moved.effectiveOn()).isEqualTo(FIRST_DAY.plusDays(4));
        assertThat(moved.recordedAt()).isEqualTo("2026-03-19T09:00:00Z");
        assertThat(moved.previous())
                .isEqualTo(new OpportunityRevision.Previous(
                        deal.value(), deal.total(), "QUALIFICATION", StandingKind.IN_PROGRESS, 4L));
    }

    @Test
    void opening_takes_effect_on_the_start_or_today_if_that_lies_ahead() {
        assertThat(deals.open(bench.draft().start(FIRST_DAY.plusDays(30)))
                        .stamp()
                        .effectiveOn())
                .isEqualTo(FIRST_DAY);
        assertThat(deals.open(bench.draft().start(LocalDate.of(2024, 2, 29)))
                        .stamp()
                        .effectiveOn())
                .isEqualTo("2024-02-29");
    }

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
        Opportunity other = bench.deal();
        bench.on(day(-8));
        assertThat(deals.moveTo(other.id(), 1, "NEEDS").stamp().effectiveOn())
                .as("the date of the last revision is the default")
                .isEqualTo(day(-5));
        Opportunity lost = deals.close(deal.id(), 1, ClosingDraft.lost("PRICE").on(day(0)));
        assertThat(lost.standing().closedOn()).isEqualTo(day(0));
        assertThat(deals.revisions(deal.id()).get(1).recordedAt())
                .as("the instant it was recorded never goes back either")
                .isEqualTo(deals.revisions(deal.id()).get(0).recordedAt());
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
