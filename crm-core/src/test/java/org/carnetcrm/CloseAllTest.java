package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Closing;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.store.ChangeSet;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

/** Many deals closed in one command. */
class CloseAllTest {

    private final List<ChangeSet> told = new ArrayList<>();
    private final Workbench bench = Workbench.with(setup -> setup.withListener(told::add));
    private final Opportunities deals = bench.desk().opportunities();

    @Test
    void a_list_of_deals_is_closed_in_its_order_by_one_change_set() {
        Opportunity won = bench.deal();
        Opportunity lost = bench.deal();
        Opportunity abandoned = bench.deal();
        told.clear();
        List<Opportunity> closed = deals.closeAll(List.of(
                Closing.of(won, ClosingDraft.won().signedTotal("11999.99")),
                Closing.of(lost, ClosingDraft.lost("PRICE").because("too dear")),
                Closing.of(abandoned, ClosingDraft.abandoned())));
        assertThat(closed)
                .extracting(deal -> deal.standing().kind())
                .containsExactly(StandingKind.WON, StandingKind.LOST, StandingKind.ABANDONED);
        assertThat(closed.get(0).standing().signedTotal()).isEqualTo(Money.of("EUR", "11999.99"));
        assertThat(told).hasSize(1);
        assertThat(told.get(0).changes()).hasSize(3);
        assertThat(told.get(0).revisions())
                .extracting(OpportunityRevision::event)
                .containsExactly(Event.WON, Event.LOST, Event.ABANDONED);
        assertThat(closed).allSatisfy(deal -> assertThat(deals.find(deal.id())).contains(deal));
    }

    @Test
    void a_deal_closed_in_a_list_is_the_deal_that_is_closed_alone() {
        ClosingDraft draft = ClosingDraft.lost("PRICE").because("too dear");
        Opportunity alone = deals.close(bench.deal().id(), 1, draft);
        Opportunity listed =
                deals.closeAll(List.of(Closing.of(bench.deal(), draft))).get(0);
        assertThat(listed.standing()).isEqualTo(alone.standing());
        assertThat(listed.stamp()).isEqualTo(alone.stamp());
        assertThat(listed.version()).isEqualTo(alone.version());
    }

    @Test
    void a_list_is_closed_whole_or_not_at_all_with_every_problem_at_its_place() {
        Opportunity good = bench.deal();
        Opportunity closed = deals.close(bench.deal().id(), 1, ClosingDraft.abandoned());
        Opportunity open = bench.deal();
        told.clear();
        assertRefused(
                List.of(
                        Closing.of(good, ClosingDraft.won()),
                        Closing.of(closed, ClosingDraft.won()),
                        Closing.of(open, ClosingDraft.lost(null).signedTotal("abc"))),
                "[1].outcome deal.transition",
                "[2].signedTotal number.notPlain",
                "[2].code deal.codeRequired",
                "[2].signedTotal deal.signedTotalOnUnsigned");
        assertThat(told).isEmpty();
        assertThat(deals.find(good.id())).contains(good);
        assertThat(deals.revisions(good.id())).hasSize(1);
    }

    @Test
    void a_deal_that_stands_in_the_list_twice_is_a_problem_of_the_second_place_whatever_its_version() {
        Opportunity deal = bench.deal();
        Closing closing = Closing.of(deal, ClosingDraft.won());
        assertRefused(List.of(closing, closing), "[1].id deal.twice");
        assertRefused(List.of(closing, new Closing(deal.id(), 2, ClosingDraft.won())), "[1].id deal.twice");
        assertThat(deals.find(deal.id())).contains(deal);
    }

    @Test
    void a_stale_version_in_a_list_is_a_conflict_that_names_the_fields_and_nothing_is_closed() {
        Opportunity good = bench.deal();
        Opportunity seen = bench.deal();
        Opportunity changed =
                deals.change(seen.id(), 1, OpportunityDraft.from(seen).value("1"));
        assertThatThrownBy(() -> deals.closeAll(
                        List.of(Closing.of(good, ClosingDraft.won()), Closing.of(seen, ClosingDraft.won()))))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.present()).contains(changed);
                    assertThat(e.fields()).containsExactly("value");
                });
        assertThat(deals.find(good.id())).contains(good);
    }

    @Test
    void an_unknown_deal_in_a_list_is_not_found_and_nothing_is_closed() {
        Opportunity good = bench.deal();
        OpportunityId unknown = new OpportunityId(new UUID(7, 7));
        assertThatThrownBy(() -> deals.closeAll(
                        List.of(Closing.of(good, ClosingDraft.won()), new Closing(unknown, 1, ClosingDraft.won()))))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(unknown.text());
        assertThat(deals.find(good.id())).contains(good);
    }

    @Test
    void an_empty_list_closes_nothing_and_tells_nobody() {
        assertThat(deals.closeAll(List.of())).isEmpty();
        assertThat(told).as("only the tenant and Lea").hasSize(2);
        assertThat(deals.summarise(OpportunityFilter.all())).isEmpty();
    }

    private void assertRefused(List<Closing> closings, String... problems) {
        assertThatThrownBy(() -> deals.closeAll(closings))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path() + " " + problem.key())
                                .containsExactly(problems));
    }
}
