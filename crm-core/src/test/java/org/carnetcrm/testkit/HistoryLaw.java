package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.id.RelationId;
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
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;

/** What holds after every history of commands, good and bad ones mixed. */
public abstract class HistoryLaw extends StoreLaw {

    @Provide
    Arbitrary<CrmHistory> histories() {
        return CrmArbitraries.histories(50);
    }

    private static final class Played {

        private final Workbench bench;
        private final CrmPlayer player;

        private Played(Workbench bench, CrmHistory history) {
            this.bench = bench;
            this.player = new CrmPlayer(bench);
            player.play(history);
        }

        private Desk desk() {
            return bench.desk();
        }

        private List<OpportunityRow> rows(OpportunityFilter filter) {
            return CrmPlayer.deals(desk(), filter, OpportunityOrder.NEWEST, PageRequest.MOST);
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void revisions_replay_to_the_present_state_and_both_dates_never_go_back(@ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
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

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void differences_of_the_revisions_add_up_to_the_present_total_in_each_currency(
            @ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
        for (Opportunity deal : played.player.present()) {
            Map<Currency, BigDecimal> sums = new HashMap<>();
            for (OpportunityRevision revision : played.desk().opportunities().revisions(deal.id())) {
                add(sums, revision.deal().total(), BigDecimal.ONE);
                if (revision.previous() != null) {
                    add(sums, revision.previous().total(), BigDecimal.ONE.negate());
                }
            }
            add(sums, deal.total(), BigDecimal.ONE.negate());
            assertThat(sums.values()).allMatch(sum -> sum.signum() == 0);
        }
    }

    private static void add(Map<Currency, BigDecimal> sums, Money money, BigDecimal sign) {
        if (money != null) {
            sums.merge(money.currency(), money.amount().multiply(sign), BigDecimal::add);
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void a_stage_that_is_left_tells_the_days_since_it_was_entered(@ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
        for (Opportunity deal : played.player.present()) {
            LocalDate entered = null;
            Opportunity before = null;
            for (OpportunityRevision revision : played.desk().opportunities().revisions(deal.id())) {
                Opportunity after = revision.deal();
                boolean moved = before == null || !before.stage().equals(after.stage());
                if (before != null) {
                    boolean left = before.isOpen() && (moved || !after.isOpen());
                    assertThat(revision.previous().daysInStage())
                            .isEqualTo(left ? ChronoUnit.DAYS.between(entered, revision.effectiveOn()) : null);
                }
                if (moved || (after.isOpen() && !before.isOpen())) {
                    entered = revision.effectiveOn();
                }
                assertThat(after.stamp().stageSince()).isEqualTo(entered);
                before = after;
            }
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void the_history_of_a_relation_replays_to_its_status_and_priority(@ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
        for (RelationId id : played.player.relations()) {
            Relation relation = played.desk().relations().find(id).orElseThrow();
            List<RelationChange> rows = played.desk().relations().history(id).rows();
            assertThat(relation.rank().changes()).isEqualTo(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i).number()).isEqualTo(i + 1);
                assertThat(rows.get(i).recordedAt())
                        .isAfterOrEqualTo(rows.get(Math.max(0, i - 1)).recordedAt());
            }
            assertThat(latest(rows, Aspect.STATUS)).isEqualTo(relation.status());
            assertThat(latest(rows, Aspect.PRIORITY)).isEqualTo(relation.priority());
        }
    }

    /** What the rows say is in force, as plainly as can be: the latest date, then the highest number, none replaced. */
    private static String latest(List<RelationChange> rows, Aspect aspect) {
        RelationChange latest = null;
        for (RelationChange row : rows) {
            boolean replaced = rows.stream().anyMatch(other -> Objects.equals(other.replaces(), row.number()));
            boolean silent = aspect == Aspect.STATUS && row.to() == null;
            if (row.aspect() == aspect
                    && !replaced
                    && !silent
                    && (latest == null || !row.effectiveOn().isBefore(latest.effectiveOn()))) {
                latest = row;
            }
        }
        return latest == null ? null : latest.to();
    }

    private static BigDecimal amount(Money money) {
        return money == null ? BigDecimal.ZERO : money.amount();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void the_levels_partition_the_open_deals_and_add_up(@ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
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
        Played played = new Played(bench(), history);
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
        return amounts.stream().map(HistoryLaw::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void reopening_restores_the_last_open_probability_and_clears_the_code(@ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
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

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void a_command_that_changes_nothing_keeps_the_version_and_writes_nothing(@ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
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

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void a_failed_command_changes_nothing(@ForAll("histories") CrmHistory history) {
        CrmPlayer player = new CrmPlayer(bench());
        List<Object> before = player.answers();
        for (CrmHistory.Step step : history.steps()) {
            CrmPlayer.Outcome outcome = player.play(step);
            List<Object> after = player.answers();
            if (outcome.isRefused()) {
                assertThat(outcome.refusal()).isNotEmpty();
                assertThat(outcome.message()).isNotBlank();
                assertThat(after).as("after %s", outcome).isEqualTo(before);
            }
            before = after;
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void the_same_history_with_the_same_seeds_gives_equal_records(@ForAll("histories") CrmHistory history) {
        CrmPlayer one = new CrmPlayer(bench());
        List<CrmPlayer.Outcome> outcomes = one.play(history);
        List<Object> answers = one.answers();
        CrmPlayer other = new CrmPlayer(bench());
        assertThat(other.play(history)).isEqualTo(outcomes);
        assertThat(other.answers()).isEqualTo(answers);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void the_audit_has_one_entry_for_each_version_and_none_is_empty(@ForAll("histories") CrmHistory history) {
        Played played = new Played(bench(), history);
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
        CrmPlayer player = new CrmPlayer(bench(setup -> setup.withListener(changes -> {
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
}
