package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.RelationStatus;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationHistory;
import org.carnetcrm.relation.RelationKind;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

class RelationRulesTest {

    private final Workbench bench = Workbench.inMemory();
    private final Relations relations = bench.desk().relations();

    @Test
    void d9_a_new_status_is_in_force_from_its_date_and_not_before() {
        Relation acme = relations.add(RelationDraft.company("Acme").effectiveOn(day(-30)));
        Relation customer =
                relations.change(acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER"));
        assertThat(customer.status()).isEqualTo("CUSTOMER");
        assertThat(status(acme, day(-1))).isEqualTo("PROSPECT");
        assertThat(status(acme, day(0))).isEqualTo("CUSTOMER");
        assertThat(status(acme, day(-31))).as("before it was known at all").isEqualTo("-");
    }

    @Test
    void d10_a_priority_is_given_changed_and_cleared_each_time_on_record() {
        Relation acme = bench.relation("Acme");
        assertThat(acme.priority()).as("never filled in").isNull();
        acme = relations.change(acme.id(), 1, RelationDraft.from(acme).priority("HIGH"));
        acme = relations.change(acme.id(), 2, RelationDraft.from(acme).priority(null));
        assertThat(acme.priority()).isNull();
        assertThat(relations.history(acme.id()).rows())
                .filteredOn(row -> row.aspect() == Aspect.PRIORITY)
                .extracting(row -> row.from() + " > " + row.to())
                .containsExactly("null > HIGH", "HIGH > null");
    }

    @Test
    void d11_a_change_says_from_what_to_what_by_whom_when_it_took_effect_and_when_it_was_recorded() {
        Relation acme = bench.relation("Acme");
        bench.on(day(10));
        relations.change(
                acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER").effectiveOn(day(4)));
        RelationChange change = relations.history(acme.id()).rows().get(1);
        assertThat(change.number()).isEqualTo(2);
        assertThat(change.from()).isEqualTo("PROSPECT");
        assertThat(change.to()).isEqualTo("CUSTOMER");
        assertThat(change.by().representative()).isEqualTo(bench.lea());
        assertThat(change.effectiveOn()).isEqualTo(day(4));
        assertThat(change.recordedAt()).isEqualTo(Instant.parse("2026-03-22T09:00:00Z"));
        assertThat(change.replaces()).isNull();
    }

    @Test
    void d11_a_backdated_change_leaves_what_took_effect_later_in_force() {
        Relation acme = relations.add(RelationDraft.company("Acme").effectiveOn(day(-30)));
        acme = relations.change(acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER"));
        Relation backdated = relations.change(
                acme.id(), 2, RelationDraft.from(acme).status("FORMER").effectiveOn(day(-10)));
        assertThat(backdated.status()).isEqualTo("CUSTOMER");
        assertThat(backdated.version()).isEqualTo(3);
        assertThat(status(acme, day(-5))).isEqualTo("FORMER");
        assertThat(status(acme, day(0))).isEqualTo("CUSTOMER");
    }

    @Test
    void d11_a_correction_is_a_new_row_that_names_the_one_it_replaces() {
        Relation acme = relations.add(RelationDraft.company("Acme").effectiveOn(day(-30)));
        relations.change(acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER"));
        Relation corrected = relations.correct(acme.id(), 2, 2, "FORMER", day(-3));
        assertThat(corrected.status()).isEqualTo("FORMER");
        RelationHistory history = relations.history(acme.id());
        assertThat(history.rows()).as("nothing is taken away").hasSize(3);
        assertThat(history.rows().get(2).replaces()).isEqualTo(2);
        assertThat(status(acme, day(-3))).isEqualTo("FORMER");
        assertThatThrownBy(() -> relations.correct(acme.id(), 3, 2, "OTHER", day(0)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("number: no row 2 of the history can be corrected");
        assertThat(relations.correct(acme.id(), 3, 3, "PROSPECT", day(-3)).status())
                .as("the correction of a correction")
                .isEqualTo("PROSPECT");
    }

    @Test
    void d11_a_correction_of_the_date_alone_keeps_the_status_and_one_of_a_priority_may_clear_it() {
        Relation acme =
                relations.add(RelationDraft.company("Acme").priority("LOW").effectiveOn(day(-30)));
        Relation later = relations.correct(acme.id(), 1, 1, null, day(-20));
        assertThat(later.status()).isEqualTo("PROSPECT");
        assertThat(status(acme, day(-25))).isEqualTo("-");
        assertThat(relations.correct(acme.id(), 2, 2, null, day(-30)).priority())
                .isNull();
    }

    @Test
    void d11_the_first_conversion_and_repeated_ones_are_told_and_what_was_created_as_customer_is_none() {
        Relation acme = relations.add(RelationDraft.company("Acme").effectiveOn(day(-30)));
        String[] statuses = {"CUSTOMER", "FORMER", "PROSPECT", "CUSTOMER"};
        for (int i = 0; i < statuses.length; i++) {
            RelationDraft draft = RelationDraft.from(acme).status(statuses[i]).effectiveOn(day(-20 + i));
            acme = relations.change(acme.id(), acme.version(), draft);
        }
        assertThat(conversions(acme)).containsExactly(day(-20), day(-17));
        Relation born = relations.add(RelationDraft.company("Born a customer").status("CUSTOMER"));
        assertThat(conversions(born)).isEmpty();
    }

    @Test
    void d11_what_was_believed_on_a_day_does_not_change_with_what_is_learnt_later() {
        Relation acme = bench.relation("Acme");
        Instant then = Instant.parse("2026-03-13T00:00:00Z");
        bench.on(day(10));
        relations.change(
                acme.id(), 1, RelationDraft.from(acme).status("CUSTOMER").effectiveOn(day(0)));
        RelationHistory history = relations.history(acme.id());
        assertThat(history.asKnownAt(then).inForce(Aspect.STATUS, day(0)))
                .get()
                .extracting(RelationChange::to)
                .isEqualTo("PROSPECT");
        assertThat(history.inForce(Aspect.STATUS, day(0)))
                .get()
                .extracting(RelationChange::to)
                .isEqualTo("CUSTOMER");
        assertThat(conversions(acme)).containsExactly(day(0));
    }

    @Test
    void d11_a_status_does_not_take_effect_in_the_future() {
        Relation acme = bench.relation("Acme");
        assertThatThrownBy(() -> relations.change(
                        acme.id(),
                        1,
                        RelationDraft.from(acme).status("CUSTOMER").effectiveOn(day(1))))
                .hasMessage("effectiveOn: 2026-03-13 is after 2026-03-12");
        assertThatThrownBy(() -> relations.correct(acme.id(), 1, 1, "CUSTOMER", day(1)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void d12_statuses_and_priorities_are_configured_and_the_first_status_in_force_is_filled_in() {
        Choices choices = bench.system().choices();
        choices.add(RelationStatus.of("LEAD", "Lead", Phase.PROSPECT));
        choices.reorder(ChoiceKind.RELATION_STATUS, List.of("LEAD", "OTHER", "FORMER", "CUSTOMER", "PROSPECT"));
        Relation acme = bench.relation("Acme");
        assertThat(acme.status()).isEqualTo("LEAD");
        choices.retire(new ChoiceId(ChoiceKind.RELATION_STATUS, "LEAD"), 2);
        assertThat(bench.relation("Other").status()).isEqualTo("OTHER");
        assertThat(relations
                        .change(acme.id(), 1, RelationDraft.from(acme).name("Acme Ltd"))
                        .status())
                .as("a retired status that does not change is kept")
                .isEqualTo("LEAD");
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
                        RelationDraft.company(" ").effectiveOn(day(1)))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path() + " " + problem.key())
                                .containsExactlyInAnyOrder(
                                        "[1].hostReference reference.taken",
                                        "[1].status choice.unknown",
                                        "[3].name required",
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

    private List<LocalDate> conversions(Relation relation) {
        ChoiceLists lists = bench.desk().lists();
        return relations
                .history(relation.id())
                .conversions(code -> lists.find(ChoiceKind.RELATION_STATUS, code, RelationStatus.class)
                        .orElseThrow()
                        .phase())
                .stream()
                .map(RelationChange::effectiveOn)
                .toList();
    }

    private String status(Relation relation, LocalDate date) {
        return relations
                .history(relation.id())
                .inForce(Aspect.STATUS, date)
                .map(RelationChange::to)
                .orElse("-");
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
