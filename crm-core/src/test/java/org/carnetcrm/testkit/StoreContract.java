package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.opportunity.OpportunityDimension.MANAGER;
import static org.carnetcrm.opportunity.OpportunityDimension.STAGE;
import static org.carnetcrm.opportunity.OpportunityDimension.STANDING;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.actor.Who;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.Stamp;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.store.Change;
import org.carnetcrm.store.ChangeSet;
import org.carnetcrm.store.CrmStore;

/**
 * What every store does. A host extends this with its own store, in a class whose name ends in {@code Test}.
 *
 * <p>A store that outlives every unit of work needs {@link #newStore} alone. One that lives as long as a unit overrides
 * {@link #empty} and {@link #inUnit} instead.
 */
public abstract class StoreContract {

    private static final TenantId ACME = Workbench.TENANT;

    private CrmStore store;

    /** Gives an empty store. */
    protected CrmStore newStore() {
        throw new UnsupportedOperationException("override newStore, or empty and inUnit");
    }

    /** Makes the store empty; called before each test and each try of a property. */
    protected void empty() {
        store = newStore();
    }

    /** Does work in a unit of its own, with the store of that unit; a unit whose work throws is thrown away. */
    protected <T> T inUnit(Function<CrmStore, T> work) {
        return work.apply(store);
    }

    @Provide
    Arbitrary<CrmHistory> histories() {
        return CrmArbitraries.histories(25);
    }

    // What was stored is found

    @Example
    void what_was_stored_is_found_equal_by_id_and_by_reference_in_the_order_asked() {
        Workbench bench = bench();
        Relation one = add(
                bench,
                RelationDraft.company("Épicerie Œuvre").hostReference("C-1").email("a@b.be"));
        Relation two = add(bench, RelationDraft.person("😀 \u202Eשלום").hostReference("c-1"));

        assertThat(find(Relation.class, two.id(), new RelationId(new UUID(0, 0)), one.id()))
                .containsExactly(two, one);
        assertThat(find(Opportunity.class, one.id())).as("of another type").isEmpty();
        assertThat(listed(s -> s.findByReference(ACME, Relation.class, List.of("c-1", "C-2", "C-1"))))
                .as("references are compared exactly")
                .containsExactly(two, one);
        assertThat(listed(s -> s.findByReference(ACME, Representative.class, List.of("C-1"))))
                .as("of another type")
                .isEmpty();
    }

    @Property(tries = 25)
    void a_relation_comes_back_equal_to_what_was_stored(@ForAll("relations") Relation relation) {
        bench();
        apply(new Change(null, relation, true));

        assertThat(find(Relation.class, relation.id())).containsExactly(relation);
        assertThat(listed(s -> s.audit(ACME, relation.id())))
                .singleElement()
                .satisfies(entry -> assertThat(replay(List.of(entry))).isEqualTo(relation.fields()));
    }

    @Provide
    Arbitrary<Relation> relations() {
        return CrmArbitraries.relations();
    }

    @Property(tries = 40)
    void a_deal_comes_back_equal_to_what_was_stored(@ForAll("deals") Opportunity deal) {
        Workbench bench = bench();
        Relation relation = bench.relation("Acme");
        Opportunity stored = new Opportunity(
                deal.id(),
                deal.version(),
                deal.subject(),
                deal.text(),
                new org.carnetcrm.opportunity.Parties(relation.id(), null, bench.lea(), true),
                deal.classification(),
                deal.figures(),
                deal.horizon(),
                deal.standing(),
                deal.hostReference(),
                deal.stamp());
        apply(new Change(null, stored, true));

        assertThat(find(Opportunity.class, deal.id())).containsExactly(stored);
        assertThat(listed(s -> s.summarise(ACME, OpportunityFilter.all(), Set.of())))
                .extracting(OpportunitySummary::measures)
                .containsExactly(Measures.of(stored));
    }

    @Provide
    Arbitrary<Opportunity> deals() {
        return CrmArbitraries.opportunities();
    }

    @Example
    void a_removed_thing_is_gone_and_its_audit_stays() {
        Workbench bench = bench();
        Opportunity deal = bench.deal();
        OpportunityLink link =
                bench.unit(desk -> desk.opportunities().link(deal.id(), OpportunityLink.Target.QUOTE, "Q-1"));
        bench.unit(desk -> {
            desk.opportunities().unlink(link.id(), 1);
            return link;
        });

        assertThat(find(OpportunityLink.class, link.id())).isEmpty();
        assertThat(listed(s -> s.links(ACME, deal.id()))).isEmpty();
        assertThat(listed(s -> s.audit(ACME, link.id())))
                .extracting(AuditEntry::version)
                .containsExactly(1, 2);
    }

    // Lists

    @Example
    void relations_are_listed_by_folded_name_in_pages_that_lose_and_repeat_nothing() {
        Workbench bench = bench();
        for (String name :
                List.of("Zwin", "épée", "Epeler", "abel", "Ábel", "ABEL", "Łódź", "1|2", "😀 smile", "\uFB01n", "中日")) {
            bench.relation(name);
        }
        List<RelationRow> all = relations(bench, RelationFilter.all(), 100);

        assertThat(all)
                .extracting(RelationRow::name)
                .startsWith("1|2", "abel", "Ábel", "ABEL", "épée", "Epeler", "\uFB01n", "Łódź", "Zwin")
                .hasSize(11);
        for (int size = 1; size <= 12; size++) {
            assertThat(relations(bench, RelationFilter.all(), size))
                    .as("pages of %s", size)
                    .isEqualTo(all);
        }
        assertThat(relations(bench, RelationFilter.all().nameStart("EPÉ"), 1))
                .extracting(RelationRow::name)
                .containsExactly("épée", "Epeler");
        assertThat(relations(bench, RelationFilter.all().nameStart("😀"), 1))
                .extracting(RelationRow::name)
                .containsExactly("😀 smile");
    }

    @Example
    void a_list_of_relations_has_those_that_its_filter_matches() {
        Workbench bench = bench();
        Relation group = bench.relation("Group");
        Relation mine = add(bench, RelationDraft.company("Mine").accountManager(bench.lea()));
        Relation below =
                add(bench, RelationDraft.company("Below").parent(group.id()).status("CUSTOMER"));
        Relation hidden = bench.relation("Hidden");
        bench.unit(desk -> desk.relations().archive(hidden.id(), 1));

        RelationFilter all = RelationFilter.all();
        assertThat(ids(relations(bench, all, 2))).containsExactly(below.id(), group.id(), mine.id());
        assertThat(ids(relations(bench, all.withArchived(), 2)))
                .containsExactly(below.id(), group.id(), hidden.id(), mine.id());
        assertThat(ids(relations(bench, all.accountManager(bench.lea()), 2))).containsExactly(mine.id());
        assertThat(ids(relations(bench, all.parent(group.id()), 2))).containsExactly(below.id());
        assertThat(ids(relations(bench, all.status("CUSTOMER"), 2))).containsExactly(below.id());
        assertThat(ids(relations(bench, all.status("CUSTOMER").accountManager(bench.lea()), 2)))
                .isEmpty();
    }

    private static List<RelationId> ids(List<RelationRow> rows) {
        return rows.stream().map(RelationRow::id).toList();
    }

    @Example
    void a_page_goes_on_where_it_ended_though_rows_come_and_go() {
        Workbench bench = bench();
        for (String name : List.of("B", "D", "F")) {
            bench.relation(name);
        }
        Page<RelationRow> first = bench.unit(desk -> desk.relations().list(RelationFilter.all(), PageRequest.first(2)));
        bench.relation("A");
        bench.relation("E");
        bench.unit(desk -> desk.relations().archive(first.rows().get(1).id(), 1));
        Page<RelationRow> second = bench.unit(desk ->
                desk.relations().list(RelationFilter.all(), PageRequest.first(2).after(first.cursor())));

        assertThat(second.rows()).extracting(RelationRow::name).containsExactly("E", "F");
        assertThat(second.cursor()).as("the last page").isNull();
    }

    @Example
    void a_cursor_of_another_list_and_a_forged_one_are_refused() {
        Workbench bench = bench();
        bench.deal();
        bench.deal();
        OpportunityFilter all = OpportunityFilter.all();
        String ofRelations = bench.unit(desk -> desk.relations()
                .list(RelationFilter.all(), PageRequest.first(1))
                .cursor());
        String ofNewest = bench.unit(desk -> desk.opportunities()
                .list(all, OpportunityOrder.NEWEST, PageRequest.first(1))
                .cursor());
        String garbled = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new String(Base64.getUrlDecoder().decode(ofNewest), StandardCharsets.UTF_8)
                        .replaceFirst("\\|[^|]*$", "|no number")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(List.of(ofRelations, ofNewest)).doesNotContainNull();

        for (String foreign : List.of(ofNewest, "", "x", "AAAA", "é", "😀", "=", " ")) {
            refusesCursor(() -> bench.unit(desk -> desk.relations()
                    .list(RelationFilter.all(), PageRequest.first(1).after(foreign))));
        }
        for (String foreign : List.of(ofRelations, garbled, ofNewest.substring(1), "x".repeat(100_000))) {
            refusesCursor(() -> bench.unit(desk -> desk.opportunities()
                    .list(all, OpportunityOrder.NEWEST, PageRequest.first(1).after(foreign))));
        }
        refusesCursor(() -> bench.unit(desk -> desk.relations()
                .list(RelationFilter.all().withArchived(), PageRequest.first(1).after(ofRelations))));
        refusesCursor(() -> bench.unit(desk -> desk.opportunities()
                .list(
                        all,
                        OpportunityOrder.EXPECTED_CLOSING,
                        PageRequest.first(1).after(ofNewest))));
        refusesCursor(() -> bench.unit(desk -> desk.opportunities()
                .list(
                        all.stage("NEEDS"),
                        OpportunityOrder.NEWEST,
                        PageRequest.first(1).after(ofNewest))));
        refusesCursor(() -> inUnit(s -> s.opportunities(
                new TenantId("other"),
                all,
                OpportunityOrder.NEWEST,
                PageRequest.first(1).after(ofNewest))));
    }

    private static void refusesCursor(org.assertj.core.api.ThrowableAssert.ThrowingCallable list) {
        assertThatThrownBy(list)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.key())
                                .containsExactly("page.cursor"));
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void deals_come_in_each_order_in_pages_that_lose_and_repeat_nothing(@ForAll("histories") CrmHistory history) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        List<Opportunity> present = player.present();

        for (OpportunityOrder order : OpportunityOrder.values()) {
            List<OpportunityId> sorted = present.stream()
                    .filter(deal -> order.of(deal) != null)
                    .sorted(inOrder(order))
                    .map(Opportunity::id)
                    .toList();
            List<OpportunityRow> all = deals(bench, OpportunityFilter.all(), order, 1000);
            assertThat(all).extracting(OpportunityRow::id).as("%s", order).isEqualTo(sorted);
            for (int size : new int[] {1, 2, 3, 7}) {
                assertThat(deals(bench, OpportunityFilter.all(), order, size))
                        .as("%s in pages of %s", order, size)
                        .isEqualTo(all);
            }
        }
    }

    private static Comparator<Opportunity> inOrder(OpportunityOrder order) {
        Comparator<Opportunity> byDate = Comparator.comparing(order::of);
        return (order.isLatestFirst() ? byDate.reversed() : byDate).thenComparing(Opportunity::id, UuidId.ORDER);
    }

    @Example
    void representatives_come_by_folded_name_then_id() {
        Workbench bench = bench();
        bench.unit(desk -> desk.representatives().add(RepresentativeDraft.named("élan")));
        bench.unit(desk -> desk.representatives().add(RepresentativeDraft.named("Zoe")));
        bench.unit(desk -> desk.representatives().add(RepresentativeDraft.named("Élan")));

        assertThat(listed(s -> s.representatives(ACME)))
                .extracting(Representative::name)
                .containsExactly("élan", "Élan", "Lea", "Zoe");
    }

    @Example
    void people_and_links_come_in_the_order_in_which_they_were_added() {
        Workbench bench = bench();
        Opportunity deal = bench.deal();
        List<Id> people = new ArrayList<>();
        List<Id> links = new ArrayList<>();
        for (String name : List.of("Zoe", "Abel", "Mia")) {
            people.add(bench.unit(desk -> desk.relations()
                    .addContact(deal.relation(), ContactPersonDraft.named(null, name))
                    .id()));
            links.add(bench.unit(desk -> desk.opportunities()
                    .link(deal.id(), OpportunityLink.Target.PROJECT, name)
                    .id()));
        }
        assertThat(listed(s -> s.contacts(ACME, deal.relation())))
                .extracting(ContactPerson::id)
                .isEqualTo(people);
        assertThat(listed(s -> s.links(ACME, deal.id())))
                .extracting(OpportunityLink::id)
                .isEqualTo(links);
    }

    // Summaries

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
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

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
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

    private List<OpportunityDimension.Subject> subjects(Workbench bench, List<Opportunity> deals) {
        return deals.stream()
                .map(deal -> new OpportunityDimension.Subject(
                        deal,
                        find(Relation.class, deal.relation()).get(0),
                        find(Representative.class, deal.manager()).get(0)))
                .toList();
    }

    /** The fold itself, by texts and in their order, written as plainly as can be. */
    private static List<OpportunitySummary> folded(
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

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
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

    private static Map<String, String> replay(List<AuditEntry> audit) {
        Map<String, String> fields = new HashMap<>();
        for (AuditEntry entry : audit) {
            for (FieldChange change : entry.changes()) {
                assertThat(fields.get(change.field())).isEqualTo(change.from());
                if (change.to() == null) {
                    fields.remove(change.field());
                } else {
                    fields.put(change.field(), change.to());
                }
            }
        }
        return fields;
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

        assertThat(listed(s -> s.relationChanges(ACME, relation.id())))
                .extracting(row -> row.number() + " " + row.to() + " " + row.replaces())
                .containsExactly("1 PROSPECT null", "2 CUSTOMER null", "3 HIGH null", "4 FORMER 2");
    }

    // A command is taken whole or not at all

    @Example
    void a_stale_version_of_what_the_caller_saw_is_a_conflict_that_is_not_retryable() {
        conflicts(true);
    }

    @Example
    void a_stale_version_of_what_the_caller_never_saw_is_a_conflict_that_is_retryable() {
        conflicts(false);
    }

    private void conflicts(boolean seen) {
        Workbench bench = bench();
        Relation one = bench.relation("One");
        Relation other = bench.relation("Other");
        Change good = archived(one);
        Relation stale = other.withVersion(9);
        Change bad = new Change(stale, stale.withArchived(true).withVersion(10), seen);
        unchanged(
                other.id(),
                one,
                () -> apply(good, bad),
                conflict -> assertThat(conflict.retryable()).isEqualTo(!seen));
    }

    @Example
    void a_held_version_that_no_longer_holds_is_a_conflict() {
        Workbench bench = bench();
        Relation one = bench.relation("One");
        Relation other = bench.relation("Other");
        unchanged(
                other.id(),
                one,
                () -> apply(set(List.of(archived(one)), Map.of(other.id(), 2))),
                conflict -> assertThat(conflict.retryable()).isTrue());
        apply(set(List.of(archived(one)), Map.of(other.id(), 1)));
        assertThat(find(Relation.class, one.id())).extracting(Relation::version).containsExactly(2);
    }

    @Example
    void a_held_thing_that_is_gone_is_a_conflict() {
        Workbench bench = bench();
        Relation one = bench.relation("One");
        RelationId gone = new RelationId(new UUID(1, 1));
        unchanged(gone, one, () -> apply(set(List.of(archived(one)), Map.of(gone, 1))), conflict -> {});
    }

    @Example
    void a_change_of_a_thing_that_is_gone_is_a_conflict() {
        Workbench bench = bench();
        Relation one = bench.relation("One");
        Relation gone = twin(null);
        unchanged(gone.id(), one, () -> apply(archived(one), archived(gone)), conflict -> {});
    }

    @Example
    void an_id_is_taken_once() {
        Workbench bench = bench();
        Relation one = bench.relation("One");
        Relation other = bench.relation("Other");
        unchanged(other.id(), one, () -> apply(archived(one), new Change(null, other, true)), conflict -> {});
    }

    @Example
    void a_host_reference_is_taken_once_and_is_free_again_when_given_up() {
        Workbench bench = bench();
        Relation one = bench.relation("One");
        Relation holder = add(bench, RelationDraft.company("Holder").hostReference("C-1"));
        Relation twin = twin("C-1");
        unchanged(
                twin.id(),
                one,
                () -> apply(archived(one), new Change(null, twin, true)),
                conflict -> assertThat(conflict.retryable()).isTrue());

        bench.unit(desk -> desk.relations()
                .change(holder.id(), 1, RelationDraft.from(holder).hostReference(null)));
        apply(new Change(null, twin, true));
        assertThat(listed(s -> s.findByReference(ACME, Relation.class, List.of("C-1"))))
                .containsExactly(twin);
    }

    @Example
    void the_same_host_reference_twice_in_one_command_is_a_conflict() {
        Workbench bench = bench();
        Relation one = bench.relation("One");
        Relation twin = twin("C-1");
        Relation second = new Relation(
                new RelationId(new UUID(1, 3)),
                1,
                twin.kind(),
                "Second",
                null,
                twin.details(),
                twin.placement(),
                twin.rank(),
                "C-1",
                false);
        unchanged(
                twin.id(),
                one,
                () -> apply(archived(one), new Change(null, twin, true), new Change(null, second, true)),
                conflict -> {});
    }

    /** A command that fails names what was in its way, and leaves what it would have changed as it was. */
    private void unchanged(
            Id culprit,
            Relation bystander,
            org.assertj.core.api.ThrowableAssert.ThrowingCallable command,
            java.util.function.Consumer<ConflictException> conflict) {
        List<AuditEntry> ofCulprit = inUnit(s -> s.audit(ACME, culprit));
        List<AuditEntry> ofBystander = inUnit(s -> s.audit(ACME, bystander.id()));
        assertThatThrownBy(command).isInstanceOfSatisfying(ConflictException.class, e -> {
            assertThat(e.id().kind()).isEqualTo(culprit.kind());
            conflict.accept(e);
        });
        assertThat(find(Relation.class, bystander.id())).containsExactly(bystander);
        assertThat(listed(s -> s.audit(ACME, bystander.id()))).isEqualTo(ofBystander);
        assertThat(listed(s -> s.audit(ACME, culprit))).isEqualTo(ofCulprit);
    }

    // Tenants

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void tenants_never_see_each_other(
            @ForAll("histories") CrmHistory history, @ForAll("histories") CrmHistory elsewhere) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(history);
        List<Object> alone = player.answers();

        // The same seed gives the other tenant the same ids, and its name differs in case alone.
        Workbench neighbour = Workbench.within(units(), new TenantId("ACME"));
        CrmPlayer next = new CrmPlayer(neighbour);
        next.play(elsewhere);
        assertThat(player.answers()).isEqualTo(alone);

        Workbench unborn = Workbench.within(Units.of(new org.carnetcrm.store.InMemoryStore()), new TenantId("ACME"));
        CrmPlayer apart = new CrmPlayer(unborn);
        apart.play(elsewhere);
        assertThat(next.answers()).as("as if it had the store for itself").isEqualTo(apart.answers());
    }

    @Example
    void a_tenant_that_nobody_opened_has_nothing() {
        Workbench bench = bench();
        Opportunity deal = bench.deal();
        TenantId other = new TenantId("ACME");

        assertThat(listed(s -> s.find(other, Opportunity.class, List.of(deal.id()))))
                .isEmpty();
        assertThat(listed(s -> s.findByReference(other, Representative.class, List.of("user-lea"))))
                .isEmpty();
        assertThat(listed(s -> s.revisions(other, deal.id()))).isEmpty();
        assertThat(listed(s -> s.audit(other, deal.id()))).isEmpty();
        assertThat(listed(s -> s.links(other, deal.id()))).isEmpty();
        assertThat(listed(s -> s.contacts(other, deal.relation()))).isEmpty();
        assertThat(listed(s -> s.relationChanges(other, deal.relation()))).isEmpty();
        assertThat(listed(s -> s.summarise(other, OpportunityFilter.all(), Set.of())))
                .isEmpty();
        assertThat(listed(s -> s.representatives(other))).isEmpty();
        assertThat(inUnit(s -> s.choices(other)).all()).isEmpty();
        assertThat(inUnit(s -> s.relations(other, RelationFilter.all(), PageRequest.first(9)))
                        .rows())
                .isEmpty();
    }

    // What the tests above say it with

    private Workbench bench() {
        empty();
        return Workbench.within(units());
    }

    private Units units() {
        return new Units() {
            @Override
            public <T> T inUnit(Function<CrmStore, T> work) {
                return StoreContract.this.inUnit(work);
            }
        };
    }

    private static Relation add(Workbench bench, RelationDraft draft) {
        return bench.unit(desk -> desk.relations().add(draft));
    }

    private static List<RelationRow> relations(Workbench bench, RelationFilter filter, int size) {
        return bench.unit(desk -> CrmPlayer.relations(desk, filter, size));
    }

    private static List<OpportunityRow> deals(
            Workbench bench, OpportunityFilter filter, OpportunityOrder order, int size) {
        return bench.unit(desk -> CrmPlayer.deals(desk, filter, order, size));
    }

    private <A extends Aggregate<A>> List<A> find(Class<A> type, Id... ids) {
        return inUnit(s -> s.find(ACME, type, List.of(ids)));
    }

    private <T> List<T> listed(Function<CrmStore, List<T>> question) {
        return inUnit(question);
    }

    private void apply(Change... changes) {
        apply(set(List.of(changes), Map.of()));
    }

    private void apply(ChangeSet set) {
        inUnit(s -> {
            s.apply(set);
            return Optional.empty();
        });
    }

    private static Change archived(Relation relation) {
        return new Change(relation, relation.withArchived(true).withVersion(relation.version() + 1), true);
    }

    private static Relation twin(String hostReference) {
        return RelationDraft.company("Twin")
                .hostReference(hostReference)
                .build(new RelationId(new UUID(1, 2)), 1, new Relation.Rank("PROSPECT", null, 1), false);
    }

    private static ChangeSet set(List<Change> changes, Map<Id, Integer> held) {
        return new ChangeSet(ACME, Who.SYSTEM, Instant.EPOCH, changes, held, List.of(), List.of());
    }
}
