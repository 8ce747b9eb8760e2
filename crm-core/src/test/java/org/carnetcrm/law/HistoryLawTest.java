package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.SuccessLevel;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.testkit.CrmArbitraries;
import org.carnetcrm.testkit.CrmHistory;
import org.carnetcrm.testkit.CrmPlayer;
import org.carnetcrm.testkit.Workbench;

/** What holds after every history of commands, good and bad ones mixed. */
class HistoryLawTest {

    @Provide
    Arbitrary<CrmHistory> histories() {
        return CrmArbitraries.histories(40);
    }

    private static final class Played {

        private final Workbench bench = Workbench.inMemory();
        private final CrmPlayer player = new CrmPlayer(bench);

        private Played(CrmHistory history) {
            player.play(history);
        }

        private Desk desk() {
            return bench.desk();
        }

        private List<OpportunityRow> rows(OpportunityFilter filter) {
            return CrmPlayer.deals(desk(), filter, OpportunityOrder.NEWEST, PageRequest.MOST);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void revisions_replay_to_the_present_state_and_both_dates_never_go_back(@ForAll("histories") CrmHistory history) {
        Played played = new Played(history);
        for (Opportunity deal : played.player.present()) {
            List<OpportunityRevision> revisions = played.desk().opportunities().revisions(deal.id());
            assertThat(revisions).hasSize(deal.version());
            int last = revisions.size() - 1;
            assertThat(revisions.get(last).deal()).isEqualTo(deal);
            assertThat(revisions.get(last).next()).isNull();
            assertThat(revisions.get(0).previous()).isNull();
            for (int i = 0; i < last; i++) {
                OpportunityRevision one = revisions.get(i);
                OpportunityRevision next = revisions.get(i + 1);
                assertThat(one.number()).isEqualTo(i + 1);
                assertThat(next.effectiveOn()).isAfterOrEqualTo(one.effectiveOn());
                assertThat(next.recordedAt()).isAfterOrEqualTo(one.recordedAt());
                assertThat(one.next()).isEqualTo(new OpportunityRevision.Next(next.effectiveOn(), next.recordedAt()));
                assertThat(next.previous().value()).isEqualTo(one.deal().value());
                assertThat(next.previous().total()).isEqualTo(one.deal().total());
                assertThat(next.previous().stage()).isEqualTo(one.deal().stage());
                assertThat(next.previous().standing())
                        .isEqualTo(one.deal().standing().kind());
                assertThat(next.deal().figures().probabilityAtCreation())
                        .isEqualTo(revisions.get(0).deal().figures().probability());
            }
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void differences_of_the_revisions_add_up_to_the_present_total(@ForAll("histories") CrmHistory history) {
        Played played = new Played(history);
        for (Opportunity deal : played.player.present()) {
            BigDecimal sum = BigDecimal.ZERO;
            boolean oneCurrency = true;
            for (OpportunityRevision revision : played.desk().opportunities().revisions(deal.id())) {
                Money before =
                        revision.previous() == null ? null : revision.previous().total();
                sum = sum.add(amount(revision.deal().total())).subtract(amount(before));
                oneCurrency &= revision.deal()
                        .figures()
                        .currency()
                        .equals(deal.figures().currency());
            }
            assertThat(oneCurrency).as("the histories change no currency").isTrue();
            assertThat(sum).isEqualByComparingTo(amount(deal.total()));
        }
    }

    private static BigDecimal amount(Money money) {
        return money == null ? BigDecimal.ZERO : money.amount();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void the_levels_partition_the_open_deals_and_add_up(@ForAll("histories") CrmHistory history) {
        Played played = new Played(history);
        OpportunityFilter open = OpportunityFilter.open();
        List<Object> apart = new ArrayList<>();
        for (SuccessLevel level : SuccessLevel.values()) {
            for (OpportunityRow row : played.rows(open.where(OpportunityDimension.SUCCESS_LEVEL, level.name()))) {
                BigDecimal percent = row.probability().percent();
                assertThat(percent).isGreaterThanOrEqualTo(BigDecimal.valueOf(level.from()));
                assertThat(percent.compareTo(BigDecimal.valueOf(level.to())) < 0 || level.to() == 100)
                        .as("%s %% in %s", percent, level)
                        .isTrue();
                apart.add(row.id());
            }
        }
        assertThat(apart)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        played.rows(open).stream().map(row -> (Object) row.id()).toList());
        addsUp(played, open, OpportunityDimension.SUCCESS_LEVEL);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void a_list_adds_up_to_its_summary_by_every_dimension(@ForAll("histories") CrmHistory history) {
        Played played = new Played(history);
        for (OpportunityDimension dimension : OpportunityDimension.values()) {
            addsUp(played, OpportunityFilter.all(), dimension);
            addsUp(played, OpportunityFilter.open(), dimension);
        }
    }

    /** Of each currency: the count, the value, the total and the signed total of the rows, in plain decimals. */
    private static void addsUp(Played played, OpportunityFilter filter, OpportunityDimension dimension) {
        List<OpportunityRow> rows = played.rows(filter);
        Map<String, List<OpportunitySummary>> summaries =
                played.desk().opportunities().summarise(filter, dimension).stream()
                        .collect(Collectors.groupingBy(row -> row.currency().getCurrencyCode()));
        long counted = 0;
        BigDecimal all = BigDecimal.ZERO;
        for (List<OpportunitySummary> ofCurrency : summaries.values()) {
            counted +=
                    ofCurrency.stream().mapToLong(row -> row.measures().count()).sum();
            List<OpportunityRow> listed = ofCurrency.stream()
                    .flatMap(row -> played.rows(row.narrow(filter)).stream())
                    .toList();
            BigDecimal total = sum(listed.stream().map(OpportunityRow::total).toList());
            all = all.add(total);
            assertThat(sum(ofCurrency.stream()
                            .map(row -> row.measures().total())
                            .toList()))
                    .isEqualByComparingTo(total);
            assertThat(sum(ofCurrency.stream()
                            .map(row -> row.measures().value())
                            .toList()))
                    .isEqualByComparingTo(
                            sum(listed.stream().map(OpportunityRow::value).toList()));
            assertThat(sum(ofCurrency.stream()
                            .map(row -> row.measures().signedTotal())
                            .toList()))
                    .isEqualByComparingTo(
                            sum(listed.stream().map(OpportunityRow::signedTotal).toList()));
        }
        assertThat(counted).isEqualTo(rows.size());
        assertThat(all)
                .isEqualByComparingTo(
                        sum(rows.stream().map(OpportunityRow::total).toList()));
    }

    private static BigDecimal sum(List<Money> amounts) {
        return amounts.stream().map(HistoryLawTest::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void reopening_restores_the_last_open_probability_and_clears_the_code(@ForAll("histories") CrmHistory history) {
        Played played = new Played(history);
        played.bench.on(played.bench.today().plusDays(500));
        for (Opportunity closed : played.player.present()) {
            if (closed.isOpen()) {
                continue;
            }
            List<OpportunityRevision> revisions = played.desk().opportunities().revisions(closed.id());
            Opportunity lastOpen = revisions.stream()
                    .map(OpportunityRevision::deal)
                    .filter(Opportunity::isOpen)
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            Opportunity reopened = played.desk().opportunities().reopen(closed.id(), closed.version());

            assertThat(reopened.isOpen()).isTrue();
            assertThat(reopened.probability()).isEqualTo(lastOpen.probability());
            assertThat(reopened.total()).isEqualTo(lastOpen.total());
            assertThat(reopened.stage()).isEqualTo(lastOpen.stage());
            assertThat(reopened.standing().closingCode()).isNull();
            assertThat(reopened.standing().signedTotal()).isNull();
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_command_that_changes_nothing_keeps_the_version_and_writes_nothing(@ForAll("histories") CrmHistory history) {
        Played played = new Played(history);
        List<Object> before = played.player.answers();
        Desk desk = played.desk();
        for (Opportunity deal : played.player.present()) {
            assertThat(desk.opportunities().change(deal.id(), deal.version(), OpportunityDraft.from(deal)))
                    .isEqualTo(deal);
            assertThat(desk.opportunities().moveTo(deal.id(), deal.version(), deal.stage()))
                    .isEqualTo(deal);
        }
        for (var id : played.player.relations()) {
            Relation relation = desk.relations().find(id).orElseThrow();
            assertThat(desk.relations().change(id, relation.version(), RelationDraft.from(relation)))
                    .isEqualTo(relation);
        }
        played.bench.crm().openTenant(TenantDraft.of("acme", "EUR"));
        assertThat(played.player.answers()).isEqualTo(before);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_failed_command_changes_nothing(@ForAll("histories") CrmHistory history) {
        CrmPlayer player = new CrmPlayer(Workbench.inMemory());
        for (CrmHistory.Step step : history.steps()) {
            List<Object> before = player.answers();
            CrmPlayer.Outcome outcome = player.play(step);
            if (outcome.isRefused()) {
                assertThat(outcome.refusal()).isNotEmpty();
                assertThat(player.answers()).as("after %s", outcome).isEqualTo(before);
            }
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void the_same_history_with_the_same_seeds_gives_equal_records(@ForAll("histories") CrmHistory history) {
        CrmPlayer one = new CrmPlayer(Workbench.inMemory());
        CrmPlayer other = new CrmPlayer(Workbench.inMemory());
        assertThat(one.play(history)).isEqualTo(other.play(history));
        assertThat(one.answers()).isEqualTo(other.answers());
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void the_audit_has_one_entry_for_each_version_and_none_is_empty(@ForAll("histories") CrmHistory history) {
        Played played = new Played(history);
        for (Opportunity deal : played.player.present()) {
            List<AuditEntry> audit = played.desk().audit(deal.id());
            assertThat(audit).hasSize(deal.version());
            assertThat(audit).allSatisfy(entry -> assertThat(entry.changes()).isNotEmpty());
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void a_command_that_the_listener_refuses_changes_nothing(
            @ForAll("histories") CrmHistory before, @ForAll("histories") CrmHistory refused) {
        AtomicBoolean refusing = new AtomicBoolean();
        CrmPlayer player = new CrmPlayer(Workbench.with(setup -> setup.withListener(changes -> {
            if (refusing.get()) {
                throw new IllegalStateException("refused by the host");
            }
        })));
        player.play(before);
        List<Object> answers = player.answers();
        refusing.set(true);
        for (CrmHistory.Step step : refused.steps()) {
            try {
                player.play(step);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("refused by the host");
            }
        }
        assertThat(player.answers()).isEqualTo(answers);
    }

    @Example
    void the_histories_are_worth_playing() {
        CrmPlayer player = new CrmPlayer(Workbench.inMemory());
        List<CrmPlayer.Outcome> outcomes = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            outcomes.addAll(player.play(CrmArbitraries.history(seed, 40)));
        }
        Set<CrmHistory.Deed> done = outcomes.stream()
                .filter(outcome -> !outcome.isRefused())
                .map(outcome -> outcome.step().deed())
                .collect(Collectors.toSet());
        Set<CrmHistory.Deed> refused = outcomes.stream()
                .filter(CrmPlayer.Outcome::isRefused)
                .map(outcome -> outcome.step().deed())
                .collect(Collectors.toSet());
        List<CrmHistory.Deed> deeds = Arrays.asList(CrmHistory.Deed.values());
        assertThat(done)
                .containsAll(deeds.stream()
                        .filter(deed -> deed != CrmHistory.Deed.STALE && deed != CrmHistory.Deed.UNKNOWN)
                        .toList());
        assertThat(refused)
                .contains(
                        CrmHistory.Deed.OPEN,
                        CrmHistory.Deed.CHANGE,
                        CrmHistory.Deed.MOVE,
                        CrmHistory.Deed.WIN,
                        CrmHistory.Deed.LOSE,
                        CrmHistory.Deed.STALE,
                        CrmHistory.Deed.UNKNOWN);
        assertThat(player.present())
                .extracting(deal -> deal.standing().kind())
                .contains(org.carnetcrm.opportunity.StandingKind.values());
    }
}
