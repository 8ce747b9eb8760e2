package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.Office.assertRefused;

import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.ContactDetails;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is told so that somebody who knows neither the code nor its names can act on it. */
class PlainWordsTest {

    private final Office office = new Office();
    private final Desk lea = office.desk(office.lea);

    @Test
    void a_conflict_begins_with_the_kind_of_thing_in_the_language_of_the_reader() {
        Opportunity deal = deal();
        lea.opportunities().change(deal.id(), 1, OpportunityDraft.from(deal).value("200"));
        ConflictException stale = conflict(() -> lea.opportunities().moveTo(deal.id(), 1, "PROPOSAL"));
        assertThat(inAll(stale))
                .containsExactly(
                        "the deal " + deal.id() + " was changed to version 2 since version 1, in: value. Read it again",
                        "l’affaire " + deal.id() + " en est à la version 2 et non plus 1 ; ont changé : value."
                                + " Relisez avant de recommencer",
                        "de verkoopkans " + deal.id() + " is sinds versie 1 gewijzigd tot versie 2, in: value."
                                + " Lees opnieuw");
        assertThat(stale.arguments())
                .containsEntry("kind", "OPPORTUNITY")
                .containsEntry("present", "2")
                .containsEntry("fields", "value")
                .isUnmodifiable();
    }

    @Test
    void a_version_that_is_still_to_come_is_told_as_unknown() {
        Opportunity deal = deal();
        ConflictException unknown = conflict(() -> lea.opportunities().moveTo(deal.id(), 99, "PROPOSAL"));
        assertThat(unknown).hasMessage("the deal " + deal.id() + " has no version 99 yet; the present one is 1");
        assertThat(unknown.fields()).isEmpty();
    }

    @Test
    void a_conflict_names_no_fields_where_the_actor_may_not_know_of_them() {
        Note note = lea.notes().add(NoteDraft.about(office.acme).text("a"));
        Note hidden = office.desk(office.max)
                .notes()
                .change(note.id(), 1, NoteDraft.from(note).assignee(office.max).adminOnly(true));
        office.desk(office.max)
                .notes()
                .change(note.id(), 2, NoteDraft.from(hidden).adminOnly(false));
        ConflictException stale = conflict(() -> lea.notes().pin(note.id(), 2));
        assertThat(stale.getMessage()).startsWith("the note " + note.id()).doesNotContain("in: -");
    }

    @Test
    void a_lack_of_a_permission_is_told_by_what_it_allows() {
        assertThatThrownBy(() -> lea.notes().add(NoteDraft.about(office.acme).adminOnly(true)))
                .isInstanceOfSatisfying(
                        CrmException.class,
                        e -> assertThat(inAll(e))
                                .containsExactly(
                                        "the representative " + office.lea
                                                + " lacks the permission to see notes for administrators only",
                                        "le représentant " + office.lea
                                                + " n’a pas la permission de voir les notes réservées aux administrateurs",
                                        "de vertegenwoordiger " + office.lea
                                                + " heeft geen toestemming om notities voor beheerders te zien"));
    }

    @Test
    void x3_who_is_archived_and_would_be_filled_in_is_named() {
        BusinessDocument order = office.order("O-1");
        Representative archived = office.bench.system().representatives().archive(office.lea, 1);
        assertThat(archived.active()).isFalse();
        assertRefused(() -> lea.notes().add(NoteDraft.about(office.acme)), "assignee mention.archived");
        assertRefused(() -> lea.followUps().record(FollowUpDraft.about(order.id())), "by mention.archived");
        assertRefused(this::deal, "manager mention.archived");
        assertThatThrownBy(() -> lea.actions().plan(ActionDraft.with(office.acme)))
                .hasMessage("representative: is required, for who would be filled in is archived: Lea");
        assertThat(office.desk(office.tom)
                        .notes()
                        .add(NoteDraft.about(office.acme))
                        .assignee())
                .isEqualTo(office.tom);
    }

    @Test
    void x1_why_a_deal_is_discarded_is_a_line_like_any_other() {
        Opportunity deal = deal();
        assertRefused(() -> lea.opportunities().discard(deal.id(), 1, "x".repeat(201)), "because text.tooLong");
        assertRefused(() -> lea.opportunities().discard(deal.id(), 1, "a\nb"), "because text.control");
        assertThat(lea.opportunities().find(deal.id())).contains(deal);
        lea.opportunities().discard(deal.id(), 1, " " + "x".repeat(200) + " ");
        assertThat(lea.opportunities().revisions(deal.id()))
                .last()
                .satisfies(revision -> assertThat(revision.because()).isEqualTo("x".repeat(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "12345678901234567890123456789012345678901"})
    void what_no_tenant_can_be_called_is_a_problem(String name) {
        assertRefused(() -> Actor.of(name, office.lea), "tenant tenant.name");
        assertRefused(() -> Actor.system(name), "tenant tenant.name");
        assertRefused(() -> office.bench.crm().openTenant(TenantDraft.of(name, "EUR")), "name tenant.name");
    }

    @Test
    void a_missing_argument_of_a_command_is_told_by_its_name() {
        Opportunity deal = deal();
        missing("draft", () -> lea.opportunities().open(null));
        missing("draft", () -> lea.opportunities().change(deal.id(), 1, null));
        missing("draft", () -> lea.opportunities().close(deal.id(), 1, null));
        missing("draft", () -> lea.opportunities().correctClosing(deal.id(), 1, null));
        missing("id", () -> lea.opportunities().moveTo(null, 1, "PROPOSAL"));
        missing("draft", () -> lea.actions().plan(null));
        missing("draft", () -> lea.actions().record(null));
        missing("draft", () -> lea.notes().add(null));
        missing("draft", () -> lea.documents().add(null));
        missing("draft", () -> lea.documents().ensure(null));
        missing("draft", () -> lea.followUps().record(null));
        missing("draft", () -> lea.relations().add(null));
        missing("draft", () -> lea.relations().ensure(null));
        missing("effectiveOn", () -> lea.relations().correct(office.acme, 1, 1, "CUSTOMER", null));
        missing("draft", () -> lea.representatives().add(null));
        missing("choice", () -> office.bench.system().choices().add(null));
    }

    @Test
    void a_country_that_is_none_is_one_problem() {
        assertRefused(
                () -> lea.relations()
                        .add(RelationDraft.company("B").address(Address.of("Rue", "1000", "Bruxelles", "Belgique"))),
                "details.address.country address.country");
        assertRefused(
                () -> lea.relations()
                        .add(RelationDraft.company("B").address(Address.of("Rue", "1000", "Bruxelles", "B\u0000"))),
                "details.address.country text.control");
    }

    @Test
    void what_is_personal_stays_out_of_logs() {
        Relation person = lea.relations()
                .add(RelationDraft.person("Ada Byron").email("ada@example.org").phone("+32 2 555 01 01"));
        ContactPerson contact = lea.relations().addContact(person.id(), ContactPersonDraft.named("Charles", "Babbage"));
        Representative max = lea.representatives()
                .add(RepresentativeDraft.named("Maximilian").email("max@example.org"));
        assertThat(person).hasToString("Relation[" + person.id() + " v1 PERSON]");
        assertThat(contact).hasToString("ContactPerson[" + contact.id() + " v1]");
        assertThat(max).hasToString("Representative[" + max.id() + " v1]");
        assertThat(person.details()).isNotEqualTo(ContactDetails.UNKNOWN);
    }

    @Test
    void q9_the_system_has_no_deals_of_its_own() {
        assertRefused(() -> office.bench.system().opportunities().mine(), "actor actor.system");
        assertThat(lea.opportunities().mine()).isEqualTo(OpportunityFilter.all().managedBy(office.lea));
    }

    private Opportunity deal() {
        return lea.opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Deal").value("100"));
    }

    private static void missing(String name, ThrowingCallable command) {
        assertThatNullPointerException().isThrownBy(command).withMessage(name);
    }

    private static ConflictException conflict(ThrowingCallable command) {
        try {
            command.call();
        } catch (ConflictException e) {
            return e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no conflict");
    }

    private static Stream<String> inAll(CrmException e) {
        return Stream.of("en", "fr", "nl").map(language -> e.messageIn(new Locale(language)));
    }
}
