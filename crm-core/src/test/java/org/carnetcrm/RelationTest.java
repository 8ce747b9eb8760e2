package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationKind;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

/** Relations and the people there: fields, hierarchy, lists. */
class RelationTest {

    private final Workbench bench = Workbench.inMemory();
    private final Relations relations = bench.desk().relations();

    @Test
    void relations_and_people_are_found_many_at_once_in_the_order_asked_without_those_unknown() {
        Relation acme = bench.relation("Acme");
        Relation gone = bench.relation("Gone");
        Relation archived = relations.archive(gone.id(), gone.version());
        RelationId unknown = new RelationId(new UUID(7, 7));
        assertThat(relations.findAll(List.of(archived.id(), unknown, acme.id())))
                .containsExactly(archived, acme);
        ContactPerson anna = relations.addContact(acme.id(), ContactPersonDraft.named("Anna", "P"));
        ContactPerson bob = relations.addContact(acme.id(), ContactPersonDraft.named("Bob", "P"));
        assertThat(relations.findContacts(List.of(bob.id(), new ContactPersonId(new UUID(7, 7)), anna.id())))
                .containsExactly(bob, anna);
        assertThat(relations.findAll(List.of())).isEmpty();
    }

    @Test
    void a_relation_has_all_its_fields_and_a_draft_starts_from_them() {
        Relation parent = bench.relation("Group");
        Relation acme = relations.add(RelationDraft.person(" Anna Peeters ")
                .vatNumber("BE 0123.456.789")
                .email("anna@example.org")
                .phone("+32 2 000 00 00")
                .address(Address.of("Rue Haute 1\nBte 2", "1000", "Bruxelles", "BE"))
                .sector("retail")
                .parent(parent.id())
                .accountManager(bench.lea())
                .priority("HIGH")
                .hostReference("R-1"));
        assertThat(acme.kind()).isEqualTo(RelationKind.PERSON);
        assertThat(acme.name()).isEqualTo("Anna Peeters");
        assertThat(acme.vatNumber()).isEqualTo("BE 0123.456.789");
        assertThat(acme.details().address().lines()).isEqualTo("Rue Haute 1\nBte 2");
        assertThat(acme.details().address().country()).isEqualTo("BE");
        assertThat(acme.details().phone()).isEqualTo("+32 2 000 00 00");
        assertThat(acme.details().email()).isEqualTo("anna@example.org");
        assertThat(acme.sector()).isEqualTo("retail");
        assertThat(acme.parent()).isEqualTo(parent.id());
        assertThat(acme.accountManager()).isEqualTo(bench.lea());
        assertThat(relations.findByReference("R-1")).contains(acme);
        assertThat(relations.change(acme.id(), 1, RelationDraft.from(acme)))
                .as("the same form again changes nothing")
                .isEqualTo(acme);
        assertThat(bench.desk().audit(acme.id())).hasSize(1);
        Relation cleared = relations.change(
                acme.id(), 1, RelationDraft.from(acme).sector(null).vatNumber(" "));
        assertThat(cleared.sector()).isNull();
        assertThat(cleared.vatNumber()).isNull();
        Relation bare = relations.change(acme.id(), 2, RelationDraft.company("A"));
        assertThat(bare.fields()).as("all that a form leaves out").containsOnlyKeys("kind", "name", "status");
        assertThat(bench.desk().audit(acme.id()).get(2).changes())
                .contains(
                        new FieldChange("email", "anna@example.org", null),
                        new FieldChange("name", "Anna Peeters", "A"));
    }

    @Test
    void a_relation_never_stands_above_itself() {
        Relation top = bench.relation("Top");
        Relation middle = relations.add(RelationDraft.company("Middle").parent(top.id()));
        Relation low = relations.add(RelationDraft.company("Low").parent(middle.id()));
        for (Relation parent : List.of(top, middle, low)) {
            assertThatThrownBy(() -> relations.change(
                            top.id(), 1, RelationDraft.from(top).parent(parent.id())))
                    .isInstanceOf(InvalidException.class)
                    .hasMessage("parent: it would stand above itself");
        }
        assertThat(relations
                        .change(low.id(), 1, RelationDraft.from(low).parent(top.id()))
                        .parent())
                .isEqualTo(top.id());
    }

    @Test
    void bringing_a_relation_in_twice_adds_nothing() {
        RelationDraft draft = RelationDraft.company("Acme").hostReference("R-1");
        Relation acme = relations.ensure(draft);
        assertThat(acme.version()).isEqualTo(1);
        assertThat(relations.ensure(draft.name("Acme again").hostReference(" R-1 ")))
                .isEqualTo(acme);
        assertThatThrownBy(() -> relations.add(draft)).hasMessage("hostReference: the host reference R-1 is taken");
        assertThatThrownBy(() -> relations.ensure(RelationDraft.company("None")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("hostReference: is required");
    }

    @Test
    void relations_are_listed_by_folded_name_from_a_prefix() {
        for (String name : List.of("zèbre", "École", "ecolo", "Acme", "ÉCLAIR")) {
            bench.relation(name);
        }
        assertThat(names(RelationFilter.all())).containsExactly("Acme", "ÉCLAIR", "École", "ecolo", "zèbre");
        assertThat(names(RelationFilter.all().nameStart("ÈCOL"))).containsExactly("École", "ecolo");
        assertThat(names(RelationFilter.all().nameStart("x"))).isEmpty();
        PageRequest two = PageRequest.first(2);
        Page<RelationRow> first = relations.list(RelationFilter.all(), two);
        Page<RelationRow> second =
                relations.list(RelationFilter.all(), first.next(two).orElseThrow());
        assertThat(second.rows()).extracting(RelationRow::name).containsExactly("École", "ecolo");
    }

    @Test
    void relations_are_filtered_by_status_parent_and_account_manager() {
        Relation group = bench.relation("Group");
        relations.add(RelationDraft.company("Daughter").parent(group.id()).accountManager(bench.lea()));
        relations.add(RelationDraft.company("Client").status("CUSTOMER"));
        assertThat(names(RelationFilter.all().parent(group.id()))).containsExactly("Daughter");
        assertThat(names(RelationFilter.all().accountManager(bench.lea()))).containsExactly("Daughter");
        assertThat(names(RelationFilter.all().status("CUSTOMER"))).containsExactly("Client");
        assertThat(relations
                        .list(RelationFilter.all().parent(group.id()), PageRequest.first(9))
                        .rows())
                .extracting(RelationRow::accountManagerName)
                .containsExactly("Lea");
    }

    @Test
    void an_archived_relation_is_hidden_from_choice_kept_in_figures_and_may_come_back() {
        var deal = bench.deal();
        Relation acme = relations.find(deal.relation()).orElseThrow();
        Relation archived = relations.archive(acme.id(), 1);
        assertThat(names(RelationFilter.all())).isEmpty();
        assertThat(names(RelationFilter.all().withArchived())).containsExactly("Acme");
        assertThatThrownBy(() -> bench.desk()
                        .opportunities()
                        .open(OpportunityDraft.about(acme.id()).subject("New")))
                .hasMessage("relation: Acme is no longer offered");
        assertThat(bench.desk().opportunities().moveTo(deal.id(), 1, "NEEDS").stage())
                .as("what it has goes on")
                .isEqualTo("NEEDS");
        assertThat(relations.restore(acme.id(), archived.version()).archived()).isFalse();
        assertThat(names(RelationFilter.all())).containsExactly("Acme");
    }

    @Test
    void an_account_manager_who_left_is_kept_but_not_chosen_anew() {
        RepresentativeId tom =
                bench.system().representatives().ensure("user-tom", "Tom").id();
        Relation acme = relations.add(RelationDraft.company("Acme").accountManager(tom));
        var present = bench.system().representatives().find(tom).orElseThrow();
        bench.system()
                .representatives()
                .change(
                        tom,
                        1,
                        org.carnetcrm.representative.RepresentativeDraft.from(present)
                                .active(false));
        assertThat(relations
                        .change(acme.id(), 1, RelationDraft.from(acme).name("Acme Ltd"))
                        .accountManager())
                .isEqualTo(tom);
        assertThatThrownBy(() -> relations.add(RelationDraft.company("New").accountManager(tom)))
                .hasMessage("accountManager: Tom is no longer offered");
    }

    @Test
    void every_relation_of_a_list_is_added_or_none_with_each_problem_at_its_place() {
        assertThatThrownBy(() -> relations.addAll(List.of(
                        RelationDraft.company("A").hostReference("R-1"),
                        RelationDraft.company("B").hostReference("R-1").status("NONE"),
                        RelationDraft.company("C"),
                        RelationDraft.company(" ")
                                .address(Address.of("x", "1", "y", "ZZ"))
                                .effectiveOn(day(1)))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path() + " " + problem.key())
                                .containsExactlyInAnyOrder(
                                        "[1].hostReference reference.taken",
                                        "[1].status choice.unknown",
                                        "[3].name required",
                                        "[3].details.address.country address.country",
                                        "[3].effectiveOn date.future"));
        assertThat(names(RelationFilter.all())).isEmpty();
        assertThat(relations.addAll(List.of(RelationDraft.company("A"), RelationDraft.company("B"))))
                .extracting(Relation::name)
                .containsExactly("A", "B");
    }

    @Test
    void a_contact_person_is_added_changed_and_listed_with_the_relation() {
        Relation acme = bench.relation("Acme");
        ContactPersonDraft draft = ContactPersonDraft.named("Anna", "Peeters")
                .function("Buyer")
                .email("anna@example.org")
                .phone("1")
                .mobile("2")
                .language("nl")
                .hostReference("C-1");
        ContactPerson anna = relations.addContact(acme.id(), draft);
        assertThat(anna.name()).isEqualTo("Anna Peeters");
        assertThat(anna.relation()).isEqualTo(acme.id());
        assertThat(anna.language()).isEqualTo("nl");
        ContactPerson changed = relations.changeContact(
                anna.id(),
                1,
                ContactPersonDraft.from(anna)
                        .firstName(null)
                        .lastName("Janssens")
                        .active(false));
        assertThat(changed.name()).isEqualTo("Janssens");
        assertThat(changed.active()).isFalse();
        assertThat(relations.contacts(acme.id())).containsExactly(changed);
        assertThat(relations.findContact(anna.id())).contains(changed);
        assertThatThrownBy(() -> relations.addContact(acme.id(), draft))
                .hasMessage("hostReference: the host reference C-1 is taken");
    }

    private List<String> names(RelationFilter filter) {
        return relations.list(filter, PageRequest.first(100)).rows().stream()
                .map(RelationRow::name)
                .toList();
    }

    private static LocalDate day(int days) {
        return FIRST_DAY.plusDays(days);
    }
}
