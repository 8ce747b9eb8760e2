package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.choice.Priority;
import org.carnetcrm.choice.RelationStatus;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ForbiddenException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationHistory;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

class RelationTest {

    private final Workbench bench = Workbench.inMemory();
    private final Relations relations = bench.desk().relations();
    private final Function<String, Phase> phase = code -> bench.desk()
            .lists()
            .find(ChoiceKind.RELATION_STATUS, code, RelationStatus.class)
            .orElseThrow()
            .phase();

    private Relation status(Relation relation, String status, LocalDate on) {
        return relations.change(
                relation.id(),
                relation.version(),
                RelationDraft.from(relation).status(status).effectiveOn(on));
    }

    @Test
    void d9_d10_a_direct_change_of_status_and_priority_takes_effect_and_null_clears_the_priority() {
        Relation relation = bench.relation("Acme");
        relation = relations.change(
                relation.id(),
                1,
                RelationDraft.from(relation).status("CUSTOMER").priority("HIGH"));
        assertThat(relation.status()).isEqualTo("CUSTOMER");
        assertThat(relation.priority()).isEqualTo("HIGH");
        relation = relations.change(
                relation.id(), 2, RelationDraft.from(relation).priority(null).status(null));
        assertThat(relation.priority()).isNull();
        assertThat(relation.status()).as("mandatory, so it stays").isEqualTo("CUSTOMER");
    }

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
    void d11_the_history_has_two_dates_and_a_backdated_row_stands_where_it_took_effect() {
        bench.on(FIRST_DAY.minusDays(60));
        Relation relation = bench.relation("Acme");
        bench.on(FIRST_DAY);
        relation = status(relation, "CUSTOMER", FIRST_DAY);
        relation = status(relation, "FORMER", FIRST_DAY.minusDays(30));
        assertThat(relation.status()).as("the latest effective one stays").isEqualTo("CUSTOMER");
        assertThat(relation.version()).isEqualTo(3);

        RelationHistory history = relations.history(relation.id());
        assertThat(history.rows()).extracting(RelationChange::number).containsExactly(1, 2, 3);
        assertThat(at(history, FIRST_DAY.minusDays(61))).isNull();
        assertThat(at(history, FIRST_DAY.minusDays(31))).isEqualTo("PROSPECT");
        assertThat(at(history, FIRST_DAY.minusDays(30))).isEqualTo("FORMER");
        assertThat(at(history, FIRST_DAY)).isEqualTo("CUSTOMER");
        RelationHistory then = history.asKnownAt(history.rows().get(0).recordedAt());
        assertThat(at(then, FIRST_DAY)).as("what we believed before").isEqualTo("PROSPECT");
        assertThat(history.rows().get(2).by().representative()).isEqualTo(bench.lea());
        assertThat(history.rows().get(2).from()).isEqualTo("PROSPECT");
    }

    @Test
    void d11_a_correction_is_a_new_row_that_names_the_one_it_replaces() {
        bench.on(FIRST_DAY.minusDays(60));
        Relation relation = bench.relation("Acme");
        bench.on(FIRST_DAY);
        relation = status(relation, "CUSTOMER", FIRST_DAY.minusDays(1));
        relation = relations.correct(relation.id(), 2, 2, "FORMER", FIRST_DAY.minusDays(5));
        assertThat(relation.status()).isEqualTo("FORMER");
        RelationHistory history = relations.history(relation.id());
        assertThat(history.rows()).hasSize(3);
        assertThat(history.rows().get(2).replaces()).isEqualTo(2);
        assertThat(at(history, FIRST_DAY)).isEqualTo("FORMER");
        Relation present = relation;
        assertThatThrownBy(() -> relations.correct(present.id(), 3, 2, "OTHER", FIRST_DAY))
                .hasMessage("number: no row 2 of the history can be corrected");
        assertThatThrownBy(() -> relations.correct(present.id(), 3, 3, "OTHER", FIRST_DAY.plusDays(1)))
                .hasMessageContaining("is after");
    }

    @Test
    void d11_conversions_skip_former_and_a_relation_that_begins_as_a_customer_was_not_converted() {
        bench.on(FIRST_DAY.minusDays(60));
        Relation relation = bench.relation("Acme");
        Relation customer = relations.add(RelationDraft.company("Old").status("CUSTOMER"));
        bench.on(FIRST_DAY);
        int days = 50;
        for (String next : List.of("OTHER", "CUSTOMER", "FORMER", "CUSTOMER", "PROSPECT", "CUSTOMER")) {
            relation = status(relation, next, FIRST_DAY.minusDays(days--));
        }
        assertThat(relations.history(relation.id()).conversions(phase))
                .extracting(RelationChange::number)
                .containsExactly(3, 7);
        assertThat(relations.history(customer.id()).conversions(phase)).isEmpty();
    }

    @Test
    void d12_statuses_and_priorities_are_configured_lists() {
        bench.system().choices().add(RelationStatus.of("LEAD", "Lead", Phase.PROSPECT));
        bench.system().choices().add(Priority.of("TOP", "Top"));
        Relation relation =
                relations.add(RelationDraft.company("New").status("LEAD").priority("TOP"));
        assertThat(relation.status()).isEqualTo("LEAD");
        assertThat(relations
                        .list(RelationFilter.all().status("LEAD"), PageRequest.first(5))
                        .rows())
                .hasSize(1);
    }

    private static String at(RelationHistory history, LocalDate date) {
        return history.inForce(Aspect.STATUS, date).map(RelationChange::to).orElse(null);
    }

    @Test
    void choices_are_renamed_ordered_retired_and_restored_with_the_permission_only() {
        Choices choices = bench.system().choices();
        Choice high = bench.desk().lists().find(ChoiceKind.PRIORITY, "HIGH").orElseThrow();
        high = choices.rename(high.id(), 1, Labels.of("Urgent", "Urgent", "Dringend"));
        assertThat(high.label(new Locale("nl"))).isEqualTo("Dringend");
        assertThat(high.label(Locale.GERMAN)).isEqualTo("Urgent");
        choices.reorder(ChoiceKind.PRIORITY, List.of("LOW", "NORMAL", "HIGH"));
        assertThat(bench.desk().lists().of(ChoiceKind.PRIORITY))
                .extracting(Choice::code)
                .containsExactly("LOW", "NORMAL", "HIGH");
        Choice low = bench.desk().lists().find(ChoiceKind.PRIORITY, "LOW").orElseThrow();
        Relation relation = relations.add(RelationDraft.company("Acme").priority("LOW"));
        low = choices.retire(low.id(), low.version());
        assertThat(bench.desk().lists().inForce(ChoiceKind.PRIORITY)).hasSize(2);
        assertThat(relations
                        .change(relation.id(), 1, RelationDraft.from(relation).name("Acme 2"))
                        .priority())
                .as("kept when unchanged")
                .isEqualTo("LOW");
        assertThatThrownBy(() -> relations.add(RelationDraft.company("B").priority("LOW")))
                .hasMessage("priority: the choice LOW of the list PRIORITY is retired");
        choices.restore(low.id(), low.version());
        assertThat(relations.add(RelationDraft.company("B").priority("LOW")).priority())
                .isEqualTo("LOW");
        assertThatThrownBy(() -> choices.reorder(ChoiceKind.PRIORITY, List.of("LOW", "LOW", "HIGH")))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> choices.add(Priority.of("LOW", "Low"))).hasMessageContaining("already");
        assertThatThrownBy(() -> bench.desk().choices().add(Priority.of("X", "X")))
                .isInstanceOfSatisfying(
                        ForbiddenException.class,
                        e -> assertThat(e.permission()).isEqualTo("CONFIGURE_LISTS"));
        Workbench granted = Workbench.with(setup -> setup.withPermissions((tenant, who, permission) -> true));
        assertThat(granted.desk()
                        .choices()
                        .add(ActionType.of("VISIT", "Visit"))
                        .entry()
                        .position())
                .isEqualTo(1);
    }

    @Test
    void the_presets_speak_three_languages() {
        for (Choice choice : Presets.standard().all()) {
            assertThat(choice.entry().labels().byLanguage()).containsKeys("en", "fr", "nl");
        }
        assertThat(Presets.standard().of(ChoiceKind.ACTION_TYPE))
                .as("none is shipped")
                .isEmpty();
    }

    @Test
    void a_tenant_is_opened_once_and_keeps_its_currency() {
        assertThatThrownBy(() -> bench.crm().openTenant(TenantDraft.of("acme", "USD")))
                .hasMessage("currency: the tenant reckons in EUR, not in USD");
        assertThatThrownBy(() -> bench.crm().openTenant(TenantDraft.of("gold", "XAU")))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> bench.crm().openTenant(TenantDraft.of("x".repeat(41), "EUR")))
                .isInstanceOf(InvalidException.class);
        assertThat(bench.desk().tenant().currency()).hasToString("EUR");
        Desk nowhere = bench.crm().actingAs(Actor.system("nobody"));
        assertThatThrownBy(() -> nowhere.representatives().ensure("a", "A")).isInstanceOf(NotFoundException.class);
        Desk stranger = bench.crm().actingAs(Actor.of("acme", new RepresentativeId(new java.util.UUID(1, 1))));
        assertThatThrownBy(() -> stranger.relations().add(RelationDraft.company("Acme")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_relation_keeps_all_that_a_form_says_and_clears_what_it_leaves_out() {
        Relation relation = relations.add(RelationDraft.person(" Éloïse ")
                .email("e@x.be")
                .phone("+32 2")
                .vatNumber("BE0")
                .sector("retail")
                .hostReference("C-9")
                .address(Address.of("Rue Haute 1\nBte 2", "1000", "Bruxelles", "BE")));
        assertThat(relation.name()).isEqualTo("Éloïse");
        assertThat(relation.details().address().country()).isEqualTo("BE");
        assertThat(relations.findByReference("C-9")).contains(relation);
        assertThat(relations.ensure(RelationDraft.company("Other").hostReference("C-9")))
                .isEqualTo(relation);
        Relation cleared = relations.change(relation.id(), 1, RelationDraft.company("E"));
        assertThat(cleared.fields()).containsOnlyKeys("kind", "name", "status");
        assertThat(bench.desk().audit(relation.id()).get(1).changes())
                .contains(new FieldChange("email", "e@x.be", null), new FieldChange("name", "Éloïse", "E"));
        assertThat(relations
                        .ensure(RelationDraft.company("New").hostReference("C-10"))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void a_relation_is_never_above_itself_and_neither_is_a_representative() {
        Relation top = bench.relation("Top");
        Relation low = relations.add(RelationDraft.company("Low").parent(top.id()));
        assertThatThrownBy(() ->
                        relations.change(top.id(), 1, RelationDraft.from(top).parent(low.id())))
                .hasMessage("parent: it would stand above itself");
        assertThatThrownBy(() ->
                        relations.change(top.id(), 1, RelationDraft.from(top).parent(top.id())))
                .isInstanceOf(InvalidException.class);
        Representatives people = bench.system().representatives();
        Representative boss =
                people.add(RepresentativeDraft.named("Boss").email("b@x.be").region("West"));
        Representative tom = people.add(RepresentativeDraft.named("Tom").manager(boss.id()));
        assertThatThrownBy(() -> people.change(
                        boss.id(), 1, RepresentativeDraft.from(boss).manager(tom.id())))
                .hasMessage("manager: it would stand above itself");
        assertThat(people.all()).extracting(Representative::name).containsExactly("Boss", "Lea", "Tom");
        Representative gone = people.change(
                tom.id(), 1, RepresentativeDraft.from(tom).active(false).name("Tom V"));
        assertThat(people.find(tom.id())).contains(gone);
        assertThatThrownBy(() -> relations.add(RelationDraft.company("X").accountManager(tom.id())))
                .hasMessage("accountManager: Tom V is no longer offered");
        assertThat(relations
                        .list(RelationFilter.all().parent(top.id()), PageRequest.first(9))
                        .rows())
                .hasSize(1);
    }

    @Test
    void an_archived_relation_is_hidden_from_choice_and_stays_in_history() {
        Relation relation = relations.archive(bench.relation("Acme").id(), 1);
        assertThat(relations.list(RelationFilter.all(), PageRequest.first(9)).rows())
                .isEmpty();
        assertThat(relations
                        .list(RelationFilter.all().withArchived(), PageRequest.first(9))
                        .rows())
                .hasSize(1);
        assertThatThrownBy(() -> bench.desk()
                        .opportunities()
                        .open(OpportunityDraft.about(relation.id()).subject("X")))
                .hasMessage("relation: Acme is no longer offered");
        assertThat(relations.restore(relation.id(), 2).archived()).isFalse();
    }

    @Test
    void a_contact_person_belongs_to_one_relation() {
        Relation one = bench.relation("One");
        Relation other = bench.relation("Other");
        ContactPerson ann = relations.addContact(
                one.id(),
                ContactPersonDraft.named("Ann", "Peeters")
                        .function("CFO")
                        .email("a@x.be")
                        .phone("1")
                        .mobile("2")
                        .language("nl")
                        .hostReference("P-1"));
        assertThat(ann.name()).isEqualTo("Ann Peeters");
        assertThat(relations.contacts(one.id())).containsExactly(ann);
        OpportunityDraft draft = OpportunityDraft.about(other.id()).subject("X").contact(ann.id());
        assertThatThrownBy(() -> bench.desk().opportunities().open(draft))
                .hasMessage("contact: the person " + ann.id() + " is at another relation");
        ContactPerson left = relations.changeContact(
                ann.id(),
                1,
                ContactPersonDraft.from(ann).active(false).firstName(null).lastName("P"));
        assertThat(relations.findContact(ann.id())).contains(left);
        assertThat(left.name()).isEqualTo("P");
        assertThatThrownBy(() -> bench.desk().opportunities().open(draft.relation(one.id())))
                .hasMessageContaining("is no longer offered");
    }

    @Test
    void a_listener_that_throws_fails_the_command_whole() {
        Workbench strict = Workbench.with(setup -> setup.withListener(changes -> {
            if (changes.changes().stream().anyMatch(change -> change.after() instanceof Relation)) {
                throw new IllegalStateException("no relations on Sunday");
            }
        }));
        assertThatThrownBy(() -> strict.relation("Acme")).hasMessage("no relations on Sunday");
        assertThat(strict.desk()
                        .relations()
                        .list(RelationFilter.all(), PageRequest.first(9))
                        .rows())
                .isEmpty();
    }

    @Test
    void relations_are_added_in_lists_whole_or_not_at_all() {
        assertThatThrownBy(() -> relations.addAll(List.of(
                        RelationDraft.company("Good"),
                        RelationDraft.company(" ")
                                .address(Address.of("x", "1", "y", "ZZ"))
                                .effectiveOn(FIRST_DAY.plusDays(1)))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path())
                                .containsExactly("[1].name", "[1].details.address.country", "[1].effectiveOn"));
        assertThat(relations.addAll(List.of(RelationDraft.company("A"), RelationDraft.company("B"))))
                .hasSize(2);
        assertThat(Objects.requireNonNull(relations
                        .list(RelationFilter.all().accountManager(bench.lea()), PageRequest.first(2))
                        .rows()))
                .isEmpty();
    }
}
