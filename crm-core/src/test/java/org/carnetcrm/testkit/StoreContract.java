package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.opportunity.OpportunityDimension.MANAGER;
import static org.carnetcrm.opportunity.OpportunityDimension.STAGE;
import static org.carnetcrm.opportunity.OpportunityDimension.STANDING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import org.carnetcrm.actor.Who;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.store.Change;
import org.carnetcrm.store.ChangeSet;
import org.carnetcrm.store.CrmStore;

/** What every store does. A host extends this with its own store. */
public abstract class StoreContract {

    private static final TenantId ACME = new TenantId("acme");

    /** Gives an empty store. */
    protected abstract CrmStore newStore();

    private Workbench bench() {
        return Workbench.over(newStore());
    }

    @Example
    void what_was_stored_is_found_equal_by_id_and_by_reference() {
        Workbench bench = bench();
        Relation added = bench.desk()
                .relations()
                .add(RelationDraft.company("Épicerie Œuvre")
                        .hostReference("C-1")
                        .email("a@b.be"));

        assertThat(bench.store().find(ACME, Relation.class, List.of(added.id())))
                .containsExactly(added);
        assertThat(bench.store().findByReference(ACME, Relation.class, List.of("C-1", "C-2")))
                .containsExactly(added);
        assertThat(bench.store().find(ACME, Opportunity.class, List.of(added.id())))
                .as("of another type")
                .isEmpty();
    }

    @Example
    void relations_are_listed_by_folded_name_in_pages_that_lose_and_repeat_nothing() {
        Workbench bench = bench();
        for (String name : List.of("Zwin", "épée", "Epeler", "abel", "Ábel", "ABEL", "Łódź", "\uD83D\uDE00 smile")) {
            bench.relation(name);
        }
        List<String> all = names(bench, RelationFilter.all(), 100);

        assertThat(all).startsWith("abel", "Ábel", "ABEL", "épée", "Epeler", "Łódź", "Zwin");
        for (int size = 1; size <= 9; size++) {
            assertThat(names(bench, RelationFilter.all(), size))
                    .as("pages of %s", size)
                    .isEqualTo(all);
        }
        assertThat(names(bench, RelationFilter.all().nameStart("EPÉ"), 1)).containsExactly("épée", "Epeler");
        assertThat(names(bench, RelationFilter.all().nameStart("ab"), 2)).containsExactly("abel", "Ábel", "ABEL");
    }

    private static List<String> names(Workbench bench, RelationFilter filter, int size) {
        List<String> names = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(size));
        while (request.isPresent()) {
            Page<RelationRow> page = bench.desk().relations().list(filter, request.get());
            page.rows().forEach(row -> names.add(row.name()));
            request = page.next(request.get());
        }
        return names;
    }

    @Example
    void a_cursor_of_another_list_and_a_forged_one_are_refused() {
        Workbench bench = bench();
        bench.relation("A");
        bench.relation("B");
        String cursor = bench.desk()
                .relations()
                .list(RelationFilter.all(), PageRequest.first(1))
                .cursor();
        assertThat(cursor).isNotNull();

        for (String foreign : List.of(cursor, "", "x", "AAAA", "é", "😀")) {
            RelationFilter other = RelationFilter.all().withArchived();
            assertThatThrownBy(() -> bench.desk()
                            .relations()
                            .list(other, PageRequest.first(1).after(foreign)))
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            e -> assertThat(e.problems())
                                    .extracting(problem -> problem.key())
                                    .containsExactly("page.cursor"));
        }
    }

    @Example
    void deals_come_in_each_order_in_pages_that_lose_and_repeat_nothing() {
        Workbench bench = bench();
        List<Opportunity> deals = someDeals(bench);
        for (OpportunityOrder order : OpportunityOrder.values()) {
            List<OpportunityRow> all = rows(bench, OpportunityFilter.all(), order, 100);
            assertThat(all).as("%s leaves out only what has no date", order).hasSize((int)
                    deals.stream().filter(deal -> order.of(deal) != null).count());
            for (int size = 1; size < 12; size++) {
                assertThat(rows(bench, OpportunityFilter.all(), order, size)).isEqualTo(all);
            }
        }
        assertThat(rows(bench, OpportunityFilter.all(), OpportunityOrder.NEWEST, 100))
                .extracting(OpportunityRow::start)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Example
    void a_summary_is_the_plain_sum_of_what_its_filter_lists() {
        Workbench bench = bench();
        List<Opportunity> deals = someDeals(bench);
        List<OpportunitySummary> rows =
                bench.desk().opportunities().summarise(OpportunityFilter.all(), STAGE, STANDING, MANAGER);

        long counted = 0;
        for (OpportunitySummary row : rows) {
            OpportunityFilter listed = row.narrow(OpportunityFilter.all());
            Set<Object> ids = new java.util.HashSet<>();
            rows(bench, listed, OpportunityOrder.NEWEST, 3).forEach(found -> ids.add(found.id()));
            Measures sum = deals.stream()
                    .filter(deal -> ids.contains(deal.id()))
                    .map(Measures::of)
                    .reduce(Measures.none(row.currency()), Measures::plus);
            assertThat(row.measures()).isEqualTo(sum);
            counted += row.measures().count();
        }
        assertThat(counted).isEqualTo(deals.size());
    }

    private static List<Opportunity> someDeals(Workbench bench) {
        List<Opportunity> deals = new ArrayList<>();
        var opportunities = bench.desk().opportunities();
        for (int i = 0; i < 10; i++) {
            OpportunityDraft draft = bench.draft()
                    .subject("Deal " + i)
                    .start(Workbench.FIRST_DAY.minusDays(i % 4))
                    .value(i % 3 == 0 ? null : "100." + (10 + i))
                    .probability(i + "0.5")
                    .purchaseCosts(i % 2 == 0 ? "0.01" : null)
                    .currency(i % 5 == 0 ? "USD" : null)
                    .expectedClosing(i % 2 == 0 ? null : Workbench.FIRST_DAY.plusDays(i % 3));
            Opportunity deal = opportunities.open(draft);
            if (i % 4 == 1) {
                deal = opportunities.close(deal.id(), 1, ClosingDraft.won().signedTotal(i == 1 ? null : "99"));
            } else if (i % 4 == 2) {
                deal = opportunities.close(deal.id(), 1, ClosingDraft.lost("PRICE"));
            }
            deals.add(deal);
        }
        return deals;
    }

    private static List<OpportunityRow> rows(
            Workbench bench, OpportunityFilter filter, OpportunityOrder order, int size) {
        List<OpportunityRow> rows = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(size));
        while (request.isPresent()) {
            Page<OpportunityRow> page = bench.desk().opportunities().list(filter, order, request.get());
            rows.addAll(page.rows());
            request = page.next(request.get());
        }
        return rows;
    }

    @Example
    void a_change_set_with_one_stale_version_changes_nothing() {
        Workbench bench = bench();
        Relation one = bench.relation("One");
        Relation other = bench.relation("Other");
        Change good = new Change(one, one.withArchived(true).withVersion(2), true);
        Relation stale = other.withVersion(9);
        Change bad = new Change(stale, stale.withArchived(true).withVersion(10), false);

        assertThatThrownBy(() -> bench.store().apply(set(List.of(good, bad), Map.of())))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.retryable()).isTrue());
        assertThatThrownBy(() -> bench.store().apply(set(List.of(good), Map.of(other.id(), 2))))
                .isInstanceOf(ConflictException.class);
        assertThat(bench.store().find(ACME, Relation.class, List.of(one.id()))).containsExactly(one);
        assertThat(bench.store().audit(ACME, one.id())).hasSize(1);
    }

    @Example
    void an_id_and_a_host_reference_are_taken_once() {
        Workbench bench = bench();
        Relation one = bench.desk().relations().add(RelationDraft.company("One").hostReference("C-1"));
        assertThatThrownBy(() -> bench.store().apply(set(List.of(new Change(null, one, true)), Map.of())))
                .isInstanceOf(ConflictException.class);
        Relation twin = RelationDraft.company("Twin")
                .hostReference("C-1")
                .build(
                        new org.carnetcrm.id.RelationId(new java.util.UUID(1, 2)),
                        1,
                        new Relation.Rank("PROSPECT", null, 1),
                        false);
        assertThatThrownBy(() -> bench.store().apply(set(List.of(new Change(null, twin, true)), Map.of())))
                .isInstanceOf(ConflictException.class);
    }

    @Example
    void another_tenant_sees_nothing() {
        Workbench bench = bench();
        Opportunity deal = bench.deal();
        TenantId other = new TenantId("ACME");

        assertThat(bench.store().find(other, Opportunity.class, List.of(deal.id())))
                .isEmpty();
        assertThat(bench.store().revisions(other, deal.id())).isEmpty();
        assertThat(bench.store().audit(other, deal.id())).isEmpty();
        assertThat(bench.store().summarise(other, OpportunityFilter.all(), Set.of()))
                .isEmpty();
        assertThat(bench.store().representatives(other)).isEmpty();
        assertThat(bench.store().choices(other).all()).isEmpty();
    }

    private static ChangeSet set(List<Change> changes, Map<org.carnetcrm.id.Id, Integer> held) {
        return new ChangeSet(ACME, Who.SYSTEM, Instant.EPOCH, changes, held, List.of(), List.of());
    }
}
