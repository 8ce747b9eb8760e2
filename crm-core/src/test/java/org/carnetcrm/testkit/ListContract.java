package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.store.Change;

/** Lists of relations, deals and what belongs to them: orders, pages, filters, cursors. */
abstract class ListContract extends RoundTripContract {

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

    @Property(shrinking = ShrinkingMode.OFF)
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
}
