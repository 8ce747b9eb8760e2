package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.Office.day;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.Who;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.ItemKind;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.representative.RepresentativeDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Letter X4: each change of anything says who, when, from and to, field by field. */
class AuditTest {

    private final Office office = new Office();
    private final Desk lea = office.desk(office.lea);

    /** A kind of thing: how one is added, how it is changed a day later, and what the audit says of that. */
    private record Case<A extends Aggregate<?>>(
            ItemKind kind, Function<Desk, A> add, BiFunction<Desk, A, Aggregate<?>> change, List<String> said) {

        @Override
        public String toString() {
            return kind.name();
        }
    }

    static Stream<Case<?>> kinds() {
        return Stream.of(people(), activities(), documents(), deals()).flatMap(cases -> cases);
    }

    private static Stream<Case<?>> people() {
        return Stream.of(
                new Case<>(
                        ItemKind.REPRESENTATIVE,
                        d -> d.representatives().add(RepresentativeDraft.named("Eva")),
                        (d, eva) -> d.representatives()
                                .change(
                                        eva.id(),
                                        1,
                                        RepresentativeDraft.named("Eve").region("North")),
                        List.of("name: Eva > Eve", "region: null > North")),
                new Case<>(
                        ItemKind.RELATION,
                        d -> d.relations().add(RelationDraft.company("Cirrus").sector("IT")),
                        (d, relation) -> d.relations()
                                .change(
                                        relation.id(),
                                        1,
                                        RelationDraft.company("Cirrus").status("CUSTOMER")),
                        List.of("sector: IT > null", "status: PROSPECT > CUSTOMER")),
                new Case<>(
                        ItemKind.CONTACT_PERSON,
                        d -> d.relations().addContact(acme(d), ContactPersonDraft.named("Ada", "Low")),
                        (d, ada) -> d.relations().changeContact(ada.id(), 1, ContactPersonDraft.named("Ada", "High")),
                        List.of("lastName: Low > High")));
    }

    private static Stream<Case<?>> activities() {
        return Stream.of(
                new Case<>(
                        ItemKind.ACTION,
                        d -> d.actions()
                                .plan(ActionDraft.with(acme(d))
                                        .note("plan")
                                        .cost(CostDraft.of("Lunch").price("5"))),
                        (d, action) -> d.actions()
                                .change(
                                        action.id(),
                                        1,
                                        ActionDraft.from(action)
                                                .note("said")
                                                .on(day(3), day(4))
                                                .costs(List.of())),
                        List.of(
                                "note: plan > said",
                                "schedule: 2026-03-12 > 2026-03-15/2026-03-16",
                                "costs[0]: Lunch 1 × EUR 5 MANUAL > null")),
                new Case<>(
                        ItemKind.NOTE,
                        d -> d.notes().add(NoteDraft.about(acme(d)).text("one")),
                        (d, note) -> d.notes()
                                .change(
                                        note.id(),
                                        1,
                                        NoteDraft.from(note).text("two").pinned(true)),
                        List.of("text: one > two", "pinned: null > true")));
    }

    private static Stream<Case<?>> documents() {
        return Stream.of(
                new Case<>(
                        ItemKind.DOCUMENT,
                        AuditTest::order,
                        (d, order) -> d.documents()
                                .change(order.id(), 1, DocumentDraft.from(order).amount("9.5")),
                        List.of("amount: null > EUR 9.50")),
                new Case<>(
                        ItemKind.FOLLOW_UP,
                        d -> d.followUps().record(FollowUpDraft.about(order(d).id())),
                        (d, chase) -> d.followUps()
                                .change(
                                        chase.id(),
                                        1,
                                        FollowUpDraft.from(chase).nextOn(day(5)).note("said")),
                        List.of("nextOn: null > 2026-03-17", "note: null > said")));
    }

    private static Stream<Case<?>> deals() {
        return Stream.of(
                new Case<>(
                        ItemKind.OPPORTUNITY,
                        AuditTest::deal,
                        (d, deal) -> d.opportunities().moveTo(deal.id(), 1, "NEEDS"),
                        List.of("stage: QUALIFICATION > NEEDS", "probability: 10 > 25")),
                new Case<>(
                        ItemKind.LINK,
                        d -> d.opportunities().link(deal(d).id(), OpportunityLink.Target.PROJECT, "P-1"),
                        (d, link) -> d.opportunities().markDone(link.id(), 1, true),
                        List.of("done: null > true")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <A extends Aggregate<?>> void x4_each_change_of_anything_says_who_when_from_and_to_field_by_field(Case<A> some) {
        A added = some.add().apply(lea);
        office.bench.on(day(1));
        Aggregate<?> changed = some.change().apply(lea, added);
        assertThat(added.id().kind()).isEqualTo(some.kind());
        List<AuditEntry> entries = lea.audit(added.id());
        assertThat(entries).extracting(AuditEntry::version).containsExactly(1, 2);
        assertThat(entries).extracting(AuditEntry::item).containsOnly(added.id());
        assertThat(entries).extracting(AuditEntry::who).containsOnly(Who.of(office.lea));
        assertThat(entries)
                .extracting(AuditEntry::recordedAt)
                .containsExactly(
                        day(0).atTime(9, 0).toInstant(ZoneOffset.UTC),
                        day(1).atTime(9, 0).toInstant(ZoneOffset.UTC));
        assertThat(entries.get(0).changes()).isEqualTo(FieldChange.between(Map.of(), added.fields()));
        assertThat(entries.get(1).changes()).isEqualTo(FieldChange.between(added.fields(), changed.fields()));
        assertThat(entries.get(1).changes())
                .extracting(change -> change.field() + ": " + change.from() + " > " + change.to())
                .containsExactlyElementsOf(some.said());
    }

    @Test
    void x4_a_tenant_and_a_choice_are_on_record_as_the_systems_doing() {
        ChoiceId high = new ChoiceId(ChoiceKind.PRIORITY, "HIGH");
        office.bench.system().choices().retire(high, 1);
        assertThat(said(office.bench.tenant(), 0)).containsExactly("currency: null > EUR");
        assertThat(said(high, 1)).containsExactly("retired: null > true");
        assertThat(lea.audit(high)).extracting(AuditEntry::who).containsOnly(Who.SYSTEM);
    }

    @Test
    void x4_every_kind_of_thing_has_its_audit() {
        assertThat(Stream.concat(Stream.of(ItemKind.TENANT, ItemKind.CHOICE), kinds().map(Case::kind)))
                .containsExactlyInAnyOrder(ItemKind.values());
    }

    @Test
    void x4_a_document_says_what_a_follow_up_changes_about_it() {
        BusinessDocument order = office.order("SO-1");
        FollowUp chase = lea.followUps().record(FollowUpDraft.about(order.id()).nextOn(day(9)));
        lea.followUps().change(chase.id(), 1, FollowUpDraft.from(chase).by(office.tom));
        lea.followUps()
                .change(chase.id(), 2, FollowUpDraft.from(chase).by(office.tom).date(day(-1)));
        assertThat(said(order.id(), 1))
                .containsExactly(
                        "lastOrdinal: null > 1",
                        "latestFollowUp: null > " + chase.id(),
                        "chasedOn: null > 2026-03-12",
                        "chasedBy: null > " + office.lea,
                        "nextOn: null > 2026-03-21");
        assertThat(said(order.id(), 2)).containsExactly("chasedBy: " + office.lea + " > " + office.tom);
        assertThat(said(order.id(), 3)).containsExactly("chasedOn: 2026-03-12 > 2026-03-11");
    }

    @Test
    void x4_what_changes_nothing_and_what_fails_is_not_on_record() {
        Note note = lea.notes().add(NoteDraft.about(office.acme));
        lea.notes().change(note.id(), 1, NoteDraft.from(note));
        lea.notes().reopen(note.id(), 1);
        lea.notes().unpin(note.id(), 1);
        Office.assertRefused(
                () -> lea.notes().change(note.id(), 1, NoteDraft.from(note).type("NONE")), "type choice.unknown");
        assertThat(lea.audit(note.id())).hasSize(1);
        assertThat(lea.audit(new NoteId(UUID.fromString("01890000-0000-7000-8000-00000000dead"))))
                .isEmpty();
    }

    private List<String> said(Id item, int entry) {
        return lea.audit(item).get(entry).changes().stream()
                .map(change -> change.field() + ": " + change.from() + " > " + change.to())
                .toList();
    }

    private static RelationId acme(Desk desk) {
        return desk.relations()
                .list(RelationFilter.all().nameStart("Acme"), Office.PAGE)
                .rows()
                .get(0)
                .id();
    }

    private static BusinessDocument order(Desk desk) {
        return desk.documents().add(DocumentDraft.order("SO-1", acme(desk)));
    }

    private static Opportunity deal(Desk desk) {
        return desk.opportunities()
                .open(OpportunityDraft.about(acme(desk)).subject("Web site").value("100"));
    }
}
