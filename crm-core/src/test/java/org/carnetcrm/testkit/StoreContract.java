package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.opportunity.OpportunityDimension.MANAGER;
import static org.carnetcrm.opportunity.OpportunityDimension.STAGE;
import static org.carnetcrm.opportunity.OpportunityDimension.STANDING;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.actor.Tenant;
import org.carnetcrm.actor.Who;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.choice.ActionStatus;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.BusinessLine;
import org.carnetcrm.choice.Category;
import org.carnetcrm.choice.Channel;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ClosingCode;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.NoteType;
import org.carnetcrm.choice.OpportunityType;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.Priority;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.choice.RelationStatus;
import org.carnetcrm.choice.Responsibility;
import org.carnetcrm.choice.Stage;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
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
import org.carnetcrm.opportunity.Parties;
import org.carnetcrm.opportunity.Stamp;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
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

    @Property(tries = 40)
    void a_relation_comes_back_equal_to_what_was_stored(@ForAll("relations") Relation drawn, @ForAll boolean placed) {
        Workbench bench = bench();
        Relation.Placement placement = placed
                ? new Relation.Placement(drawn.sector(), bench.relation("Group").id(), bench.lea())
                : drawn.placement();
        Relation relation = new Relation(
                drawn.id(),
                drawn.version(),
                drawn.kind(),
                drawn.name(),
                drawn.vatNumber(),
                drawn.details(),
                placement,
                drawn.rank(),
                drawn.hostReference(),
                drawn.archived());
        comesBack(Relation.class, relation);
    }

    @Provide
    Arbitrary<Relation> relations() {
        return CrmArbitraries.relations();
    }

    @Property(tries = 40)
    void a_representative_comes_back_equal_to_what_was_stored(
            @ForAll("representatives") Representative drawn, @ForAll boolean below) {
        Workbench bench = bench();
        Representative representative = new Representative(
                drawn.id(),
                drawn.version(),
                drawn.name(),
                drawn.email(),
                below ? bench.lea() : null,
                drawn.region(),
                drawn.hostReference(),
                drawn.active());
        Representative stored = comesBack(Representative.class, representative);
        assertThat(listed(s -> s.representatives(ACME))).contains(stored);
    }

    @Provide
    Arbitrary<Representative> representatives() {
        return CrmArbitraries.representatives();
    }

    @Property(tries = 40)
    void a_person_comes_back_equal_to_what_was_stored(@ForAll("people") ContactPerson drawn) {
        Workbench bench = bench();
        RelationId employer = bench.relation("Acme").id();
        ContactPerson person =
                ContactPersonDraft.from(drawn).active(drawn.active()).build(drawn.id(), drawn.version(), employer);
        ContactPerson stored = comesBack(ContactPerson.class, person);
        assertThat(listed(s -> s.contacts(ACME, employer))).containsExactly(stored);
    }

    @Provide
    Arbitrary<ContactPerson> people() {
        return CrmArbitraries.contactPersons(new RelationId(new UUID(0, 0)));
    }

    @Property(tries = 60)
    void a_deal_comes_back_equal_to_what_was_stored(@ForAll("deals") Opportunity drawn) {
        Workbench bench = bench();
        bench.systemUnit(desk -> desk.choices().add(Category.of("x.y-z_9", "x")));
        bench.systemUnit(desk -> desk.choices().add(Category.of("OTHER", "Other")));
        bench.systemUnit(desk -> desk.choices().add(BusinessLine.of("x.y-z_9", "x")));
        bench.systemUnit(desk -> desk.choices().add(BusinessLine.of("OTHER", "Other")));
        RelationId relation = bench.relation("Acme").id();
        ContactPersonId person = bench.unit(desk -> desk.relations()
                .addContact(relation, ContactPersonDraft.named(null, "Ann"))
                .id());
        Opportunity deal = new Opportunity(
                drawn.id(),
                drawn.version(),
                drawn.subject(),
                drawn.text(),
                new Parties(
                        relation,
                        drawn.parties().contact() == null ? null : person,
                        bench.lea(),
                        drawn.parties().managerChosen()),
                drawn.classification(),
                drawn.figures(),
                drawn.horizon(),
                drawn.standing(),
                drawn.hostReference(),
                drawn.stamp());
        comesBack(Opportunity.class, deal);
        assertThat(listed(s -> s.summarise(ACME, OpportunityFilter.all(), Set.of())))
                .extracting(OpportunitySummary::measures)
                .containsExactly(Measures.of(deal));
    }

    @Provide
    Arbitrary<Opportunity> deals() {
        return CrmArbitraries.opportunities();
    }

    @Property(tries = 20)
    void a_link_comes_back_equal_to_what_was_stored(@ForAll("links") OpportunityLink drawn) {
        Workbench bench = bench();
        OpportunityId deal = bench.deal().id();
        OpportunityLink link =
                new OpportunityLink(drawn.id(), drawn.version(), deal, drawn.target(), drawn.reference(), drawn.done());
        OpportunityLink stored = comesBack(OpportunityLink.class, link);
        assertThat(listed(s -> s.links(ACME, deal))).containsExactly(stored);
    }

    @Provide
    Arbitrary<OpportunityLink> links() {
        return CrmArbitraries.links(new OpportunityId(new UUID(0, 0)));
    }

    /** Stored as new and then changed to a later version, a thing is found as it was last stored, which is given. */
    private <A extends Aggregate<A>> A comesBack(Class<A> type, A item) {
        apply(new Change(null, item, true));
        assertThat(find(type, item.id())).containsExactly(item);
        assertThat(listed(s -> s.audit(ACME, item.id()))).singleElement().satisfies(entry -> {
            assertThat(entry.version()).isEqualTo(item.version());
            assertThat(replay(List.of(entry))).isEqualTo(item.fields());
        });
        A later = item.withVersion(item.version() + 1);
        apply(new Change(item, later, true));
        assertThat(find(type, item.id())).containsExactly(later);
        return later;
    }

    @Example
    void a_choice_of_each_list_comes_back_equal_and_in_its_place() {
        bench();
        Labels labels = Labels.of("Name", "Nom", "Naam").with(Locale.JAPANESE, "名前");
        List<Choice> choices = List.of(
                RelationStatus.of("a.1", labels, Phase.FORMER),
                Priority.of("a.1", "One"),
                ActionType.of("a.1", labels),
                ActionStatus.of("a.1", labels, Progress.CANCELLED),
                NoteType.of("a.1", labels),
                Channel.of("a.1", labels),
                Stage.of("a.1", labels).at("12.5"),
                Stage.of("a.2", labels),
                OpportunityType.of("a.1", labels),
                Category.of("a.1", labels),
                BusinessLine.of("a.1", labels),
                ClosingCode.of("a.1", labels, Responsibility.NOBODY));
        assertThat(choices).extracting(Choice::list).contains(ChoiceKind.values());
        for (Choice choice : choices) {
            Choice first = choice.withEntry(choice.entry().withPosition(-7));
            apply(new Change(null, first, true));
            assertThat(inUnit(s -> s.choices(ACME)).of(first.list())).first().isEqualTo(first);
            assertThat(find(Choice.class, first.id())).containsExactly(first);
            Choice later = first.withEntry(
                            first.entry().withPosition(99).withRetired(true).withLabels(Labels.of("Later")))
                    .withVersion(2);
            apply(new Change(first, later, true));
            assertThat(inUnit(s -> s.choices(ACME)).of(first.list())).last().isEqualTo(later);
        }
    }

    @Example
    void a_tenant_comes_back_equal_to_what_was_stored() {
        bench();
        assertThat(find(Tenant.class, ACME)).containsExactly(new Tenant(ACME, 1, Currency.getInstance("EUR")));
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
    void what_is_equal_else_goes_by_id_unsigned_and_byte_by_byte() {
        Workbench bench = bench();
        Opportunity deal = bench.deal();
        List<UUID> inOrder = Stream.of(
                        "00000000-0000-7000-8000-000000000001",
                        "00000000-0000-7001-8000-000000000000",
                        "7fffffff-ffff-7fff-bfff-ffffffffffff",
                        "80000000-0000-7000-8000-000000000000",
                        "80000000-0000-7000-bfff-ffffffffffff",
                        "ffffffff-ffff-7fff-8000-000000000000")
                .map(UUID::fromString)
                .toList();
        for (int i : new int[] {3, 0, 5, 1, 4, 2}) {
            UUID id = inOrder.get(i);
            Relation relation = RelationDraft.company("Same")
                    .build(new RelationId(id), 1, new Relation.Rank("PROSPECT", null, 1), false);
            apply(
                    new Change(null, relation, true),
                    new Change(null, RepresentativeDraft.named("Same").build(new RepresentativeId(id), 1), true),
                    new Change(
                            null,
                            ContactPersonDraft.named(null, "Same").build(new ContactPersonId(id), 1, deal.relation()),
                            true),
                    new Change(null, copy(deal, new OpportunityId(id)), true),
                    new Change(
                            null,
                            new OpportunityLink(
                                    new LinkId(id), 1, deal.id(), OpportunityLink.Target.QUOTE, "Same", false),
                            true));
        }
        assertThat(relations(bench, RelationFilter.all().nameStart("same"), 1))
                .extracting(row -> row.id().value())
                .isEqualTo(inOrder);
        assertThat(deals(bench, OpportunityFilter.all(), OpportunityOrder.NEWEST, 1))
                .extracting(row -> row.id().value())
                .filteredOn(id -> !id.equals(deal.id().value()))
                .isEqualTo(inOrder);
        assertThat(listed(s -> s.representatives(ACME)))
                .filteredOn(representative -> representative.name().equals("Same"))
                .extracting(representative -> representative.id().value())
                .isEqualTo(inOrder);
        assertThat(listed(s -> s.contacts(ACME, deal.relation())))
                .extracting(person -> person.id().value())
                .isEqualTo(inOrder);
        assertThat(listed(s -> s.links(ACME, deal.id())))
                .extracting(link -> link.id().value())
                .isEqualTo(inOrder);
    }

    private static Opportunity copy(Opportunity deal, OpportunityId id) {
        return new Opportunity(
                id,
                1,
                deal.subject(),
                deal.text(),
                deal.parties(),
                deal.classification(),
                deal.figures(),
                deal.horizon(),
                deal.standing(),
                null,
                deal.stamp());
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

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
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
        return switch (random.nextInt(4)) {
            case 0 -> filter.startedBefore(day.plusDays(random.nextInt(3)));
            case 1 -> filter.overdue(day.plusDays(random.nextInt(40)));
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
        Relation other = bench.relation("Other");
        Relation stale = other.withVersion(9);
        Change bad = new Change(stale, stale.withArchived(true).withVersion(10), seen);
        refused(bench, List.of(bad), Map.of(), conflict -> {
            assertThat(conflict.id()).isEqualTo(other.id());
            assertThat(conflict.version()).isEqualTo(9);
            assertThat(conflict.retryable()).isEqualTo(!seen);
        });
    }

    @Example
    void a_held_version_that_no_longer_holds_is_a_conflict() {
        Workbench bench = bench();
        Relation one = bench.relation("One");
        Relation other = bench.relation("Other");
        refused(bench, List.of(), Map.of(one.id(), 1, other.id(), 2), conflict -> {
            assertThat(conflict.id()).isEqualTo(other.id());
            assertThat(conflict.retryable()).isTrue();
        });
        apply(set(List.of(archived(one)), Map.of(other.id(), 1)));
        assertThat(find(Relation.class, one.id())).extracting(Relation::version).containsExactly(2);
    }

    @Example
    void a_held_thing_that_is_gone_is_a_conflict() {
        Workbench bench = bench();
        RelationId gone = new RelationId(new UUID(1, 1));
        refused(
                bench,
                List.of(),
                Map.of(gone, 1),
                conflict -> assertThat(conflict.id()).isEqualTo(gone));
    }

    @Example
    void a_change_of_a_thing_that_is_gone_is_a_conflict() {
        Workbench bench = bench();
        Relation gone = twin(null);
        refused(
                bench,
                List.of(archived(gone)),
                Map.of(),
                conflict -> assertThat(conflict.id()).isEqualTo(gone.id()));
        assertThat(find(Relation.class, gone.id())).isEmpty();
        assertThat(listed(s -> s.audit(ACME, gone.id()))).isEmpty();
    }

    @Example
    void an_id_is_taken_once() {
        Workbench bench = bench();
        Relation other = bench.relation("Other");
        refused(bench, List.of(new Change(null, other, true)), Map.of(), conflict -> {});
    }

    @Example
    void a_host_reference_is_taken_once_and_is_free_again_when_given_up() {
        Workbench bench = bench();
        Relation holder = add(bench, RelationDraft.company("Holder").hostReference("C-1"));
        Relation twin = twin("C-1");
        refused(
                bench,
                List.of(new Change(null, twin, true)),
                Map.of(),
                conflict -> assertThat(conflict.retryable()).isTrue());
        assertThat(find(Relation.class, twin.id())).isEmpty();
        assertThat(listed(s -> s.audit(ACME, twin.id()))).isEmpty();

        bench.unit(desk -> desk.relations()
                .change(holder.id(), 1, RelationDraft.from(holder).hostReference(null)));
        apply(new Change(null, twin, true));
        assertThat(listed(s -> s.findByReference(ACME, Relation.class, List.of("C-1"))))
                .containsExactly(twin);
    }

    @Example
    void the_same_host_reference_twice_in_one_command_is_a_conflict() {
        Workbench bench = bench();
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
        refused(bench, List.of(new Change(null, twin, true), new Change(null, second, true)), Map.of(), conflict -> {});
        assertThat(find(Relation.class, twin.id(), second.id())).isEmpty();
        assertThat(listed(s -> s.findByReference(ACME, Relation.class, List.of("C-1"))))
                .isEmpty();
    }

    /** A command of which a part is bad is refused whole; its good parts alone are taken. */
    private void refused(
            Workbench bench, List<Change> bad, Map<Id, Integer> held, Consumer<ConflictException> conflict) {
        Relation relation = bench.relation("Bystander");
        Opportunity deal = bench.deal();
        List<Object> before = CrmPlayer.answers(bench);

        assertThatThrownBy(() -> apply(good(relation, deal, bad, held)))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.id().kind()).isEqualTo(relation.id().kind());
                    conflict.accept(e);
                });
        assertThat(CrmPlayer.answers(bench)).isEqualTo(before);

        apply(good(relation, deal, List.of(), Map.of()));
        assertThat(find(Relation.class, relation.id()))
                .extracting(Relation::status)
                .containsExactly("CUSTOMER");
        assertThat(listed(s -> s.relationChanges(ACME, relation.id()))).hasSize(2);
        assertThat(listed(s -> s.revisions(ACME, deal.id()))).hasSize(2);
    }

    /** Changes a relation and a deal and adds to the history of both, and then does more. */
    private static ChangeSet good(Relation relation, Opportunity deal, List<Change> more, Map<Id, Integer> held) {
        Relation customer =
                relation.withRank(new Relation.Rank("CUSTOMER", null, 2)).withVersion(2);
        RelationChange row = new RelationChange(
                relation.id(),
                2,
                Aspect.STATUS,
                "PROSPECT",
                "CUSTOMER",
                Workbench.FIRST_DAY,
                deal.stamp().recordedAt(),
                Who.SYSTEM,
                null);
        Opportunity chosen = deal.managedBy(deal.manager()).withVersion(2);
        List<Change> changes =
                new ArrayList<>(List.of(new Change(relation, customer, true), new Change(deal, chosen, true)));
        changes.addAll(more);
        return new ChangeSet(
                ACME,
                Who.SYSTEM,
                deal.stamp().recordedAt(),
                changes,
                held,
                List.of(row),
                List.of(OpportunityRevision.of(deal, chosen, Who.SYSTEM, Event.CHANGED, null)));
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
        assertThat(inUnit(s -> s.opportunities(
                                other, OpportunityFilter.all(), OpportunityOrder.NEWEST, PageRequest.first(9)))
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
