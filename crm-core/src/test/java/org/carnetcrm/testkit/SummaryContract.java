package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.opportunity.OpportunityDimension.MANAGER;
import static org.carnetcrm.opportunity.OpportunityDimension.STAGE;
import static org.carnetcrm.opportunity.OpportunityDimension.STANDING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.opportunity.DateRange;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDate;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.Stamp;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;

/** Sums over deals, the histories of deals and relations, and the audit. */
abstract class SummaryContract extends ListContract {

    @Property(shrinking = ShrinkingMode.OFF)
    void a_summary_is_the_plain_sum_of_the_deals_by_any_dimension(@ForAll("histories") CrmHistory history) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        List<OpportunityDimension.Subject> subjects = subjects(bench, player.present());

        List<Set<OpportunityDimension>> asked = new ArrayList<>(
                List.of(Set.of(), EnumSet.of(STAGE, STANDING, MANAGER), EnumSet.allOf(OpportunityDimension.class)));
        Arrays.stream(OpportunityDimension.values()).map(EnumSet::of).forEach(asked::add);
        for (Set<OpportunityDimension> dimensions : asked) {
            List<OpportunitySummary> rows = inUnit(s -> s.summarise(ACME, OpportunityFilter.all(), dimensions));
            assertThat(rows).as("by %s", dimensions).isEqualTo(folded(subjects, dimensions));
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void each_row_of_a_summary_lists_the_deals_that_it_counts(@ForAll("histories") CrmHistory history) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        List<OpportunityDimension.Subject> subjects = subjects(bench, player.present());

        for (OpportunityDimension dimension : OpportunityDimension.values()) {
            for (OpportunitySummary row : inUnit(s -> s.summarise(ACME, OpportunityFilter.all(), Set.of(dimension)))) {
                OpportunityFilter narrowed = row.narrow(OpportunityFilter.all());
                assertThat(deals(bench, narrowed, OpportunityOrder.NEWEST, 3))
                        .extracting(OpportunityRow::id)
                        .containsExactlyInAnyOrderElementsOf(subjects.stream()
                                .filter(narrowed::matches)
                                .map(subject -> subject.deal().id())
                                .toList())
                        .hasSize((int) row.measures().count());
            }
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_filter_lists_and_sums_the_deals_that_it_matches(
            @ForAll("histories") CrmHistory history, @ForAll Random random) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        List<OpportunityDimension.Subject> subjects = subjects(bench, player.present());

        for (int i = 0; i < 40; i++) {
            OpportunityFilter filter = filter(random, subjects);
            List<OpportunityDimension.Subject> matching =
                    subjects.stream().filter(filter::matches).toList();
            for (OpportunityOrder order : OpportunityOrder.values()) {
                assertThat(deals(bench, filter, order, 2))
                        .as("%s %s", order, filter)
                        .isEqualTo(matching.stream()
                                .filter(subject -> order.of(subject.deal()) != null)
                                .sorted(Comparator.comparing(OpportunityDimension.Subject::deal, inOrder(order)))
                                .map(OpportunityRow::of)
                                .toList());
            }
            assertThat(listed(s -> s.summarise(ACME, filter, Set.of(STANDING))))
                    .as("%s", filter)
                    .isEqualTo(folded(matching, Set.of(STANDING)));
        }
    }

    /** A filter of few conditions, each of which some of the deals meet, or none. */
    private static OpportunityFilter filter(Random random, List<OpportunityDimension.Subject> subjects) {
        OpportunityFilter filter = OpportunityFilter.all();
        OpportunityDimension[] dimensions = OpportunityDimension.values();
        for (int conditions = random.nextInt(3); conditions > 0; conditions--) {
            OpportunityDimension dimension = dimensions[random.nextInt(dimensions.length)];
            Set<String> texts = new HashSet<>();
            for (int more = random.nextInt(8); more > 0; more -= 2) {
                texts.add(
                        subjects.isEmpty() || more == 3
                                ? "' OR 1=1 --"
                                : dimension.of(subjects.get(random.nextInt(subjects.size()))));
            }
            filter = filter.where(dimension, texts);
        }
        LocalDate day = subjects.isEmpty()
                ? Workbench.FIRST_DAY
                : subjects.get(random.nextInt(subjects.size())).deal().horizon().start();
        DateRange days = new DateRange(
                random.nextInt(9) == 0 ? LocalDate.MAX : random.nextBoolean() ? day.minusDays(random.nextInt(3)) : null,
                random.nextInt(9) == 0
                        ? LocalDate.MIN
                        : random.nextBoolean() ? day.plusDays(random.nextInt(40)) : null);
        return switch (random.nextInt(4)) {
            case 0 -> filter.startedBefore(day.plusDays(random.nextInt(3)));
            case 1 -> filter.overdue(day.plusDays(random.nextInt(40)));
            case 2 -> filter.within(OpportunityDate.values()[random.nextInt(OpportunityDate.values().length)], days);
            default -> filter;
        };
    }

    private List<OpportunityDimension.Subject> subjects(Workbench bench, List<Opportunity> deals) {
        return deals.stream()
                .map(deal -> new OpportunityDimension.Subject(
                        deal,
                        find(Relation.class, deal.relation()).get(0),
                        find(Representative.class, deal.manager()).get(0)))
                .toList();
    }

    /** The fold itself, by texts and in their order, written as plainly as can be. */
    static List<OpportunitySummary> folded(
            List<OpportunityDimension.Subject> subjects, Set<OpportunityDimension> dimensions) {
        Set<OpportunityDimension> asked = EnumSet.of(OpportunityDimension.CURRENCY);
        asked.addAll(dimensions);
        Map<List<String>, List<OpportunityDimension.Subject>> groups = subjects.stream()
                .collect(Collectors.groupingBy(subject ->
                        asked.stream().map(dimension -> dimension.of(subject)).toList()));
        List<List<String>> keys = new ArrayList<>(groups.keySet());
        for (int i = asked.size() - 1; i >= 0; i--) {
            int place = i;
            keys.sort(Comparator.comparing(key -> key.get(place)));
        }
        List<OpportunitySummary> rows = new ArrayList<>();
        for (List<String> key : keys) {
            List<OpportunityDimension.Subject> group = groups.get(key);
            Map<OpportunityDimension, String> texts = new HashMap<>();
            asked.forEach(dimension -> texts.put(dimension, dimension.of(group.get(0))));
            rows.add(new OpportunitySummary(
                    texts,
                    group.stream()
                            .map(subject -> Measures.of(subject.deal()))
                            .reduce(Measures::plus)
                            .orElseThrow()));
        }
        return rows;
    }

    // History

    @Property(shrinking = ShrinkingMode.OFF)
    void the_audit_replays_to_the_present_and_counts_the_versions(@ForAll("histories") CrmHistory history) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        List<Aggregate<?>> present = new ArrayList<>(player.present());
        present.addAll(inUnit(s -> s.find(ACME, Relation.class, player.relations())));

        for (Aggregate<?> item : present) {
            List<AuditEntry> audit = inUnit(s -> s.audit(ACME, item.id()));
            assertThat(audit).hasSize(item.version());
            assertThat(audit.get(audit.size() - 1).version()).isEqualTo(item.version());
            assertThat(replay(audit)).isEqualTo(item.fields());
        }
    }

    @Example
    void a_new_revision_gives_the_one_before_it_its_next_dates_and_leaves_others_alone() {
        Workbench bench = bench();
        Opportunity deal = bench.deal();
        Opportunity bystander = bench.deal();
        bench.on(Workbench.FIRST_DAY.plusDays(3));
        Opportunity moved = bench.unit(desk -> desk.opportunities().moveTo(deal.id(), 1, "PROPOSAL"));
        bench.on(Workbench.FIRST_DAY.plusDays(9));
        Opportunity again = bench.unit(desk -> desk.opportunities().moveTo(deal.id(), 2, "NEEDS"));

        List<OpportunityRevision> revisions = inUnit(s -> s.revisions(ACME, deal.id()));
        assertThat(revisions).extracting(OpportunityRevision::deal).containsExactly(deal, moved, again);
        assertThat(revisions)
                .extracting(OpportunityRevision::event)
                .containsExactly(Event.OPENED, Event.MOVED, Event.MOVED);
        assertThat(revisions)
                .extracting(OpportunityRevision::next)
                .containsExactly(next(moved.stamp()), next(again.stamp()), null);
        assertThat(listed(s -> s.revisions(ACME, bystander.id())))
                .extracting(OpportunityRevision::next)
                .containsOnlyNulls();
    }

    private static OpportunityRevision.Next next(Stamp stamp) {
        return new OpportunityRevision.Next(stamp.effectiveOn(), stamp.recordedAt());
    }

    @Example
    void the_history_of_a_relation_comes_by_number() {
        Workbench bench = bench();
        Relation relation = bench.relation("Acme");
        bench.on(Workbench.FIRST_DAY.plusDays(10));
        bench.unit(desk -> desk.relations()
                .change(
                        relation.id(),
                        1,
                        RelationDraft.from(relation).status("CUSTOMER").priority("HIGH")));
        bench.unit(desk -> desk.relations().correct(relation.id(), 2, 2, "FORMER", Workbench.FIRST_DAY.plusDays(2)));

        assertThat(listed(s -> s.relationChanges(ACME, List.of(relation.id()))))
                .extracting(row -> row.number() + " " + row.to() + " " + row.replaces())
                .containsExactly("1 PROSPECT null", "2 CUSTOMER null", "3 HIGH null", "4 FORMER 2");
    }
}
