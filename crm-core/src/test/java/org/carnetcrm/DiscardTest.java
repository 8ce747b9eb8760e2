package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.assertRefused;
import static org.carnetcrm.Office.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.Who;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.relation.Relation;
import org.junit.jupiter.api.Test;

/** Letter X1: what was entered by mistake is gone from every answer, and on record. */
class DiscardTest {

    private final Office office = new Office();
    private final Desk lea = office.desk(office.lea);

    @Test
    void x1_a_discarded_action_is_gone_with_its_costs_and_what_it_gave_its_relation() {
        List<Object> before = answers();
        Action action = lea.actions()
                .record(ActionDraft.with(office.acme)
                        .hostReference("A-1")
                        .newStatus("CUSTOMER")
                        .cost(CostDraft.of("Lunch").price("42.50")));
        assertThat(answers()).isNotEqualTo(before);
        assertThat(acme().status()).isEqualTo("CUSTOMER");
        assertThatThrownBy(() -> lea.actions().discard(action.id(), 2)).isInstanceOf(ConflictException.class);
        lea.actions().discard(action.id(), 1);
        assertThat(lea.actions().find(action.id())).isEmpty();
        assertThat(lea.actions().findByReference("A-1")).isEmpty();
        assertThat(answers()).isEqualTo(before);
        assertThat(acme().status()).isEqualTo("PROSPECT");
        assertOnRecord(action);
        assertThatThrownBy(() -> lea.actions().complete(action.id(), 2)).isInstanceOf(NotFoundException.class);
        assertThat(lea.actions()
                        .plan(ActionDraft.with(office.acme).hostReference("A-1"))
                        .hostReference())
                .as("its reference is free again")
                .isEqualTo("A-1");
    }

    @Test
    void x1_why_a_deal_is_discarded_is_a_line_of_text() {
        Opportunity deal =
                lea.opportunities().open(OpportunityDraft.about(office.acme).subject("Mistake"));

        assertRefused(() -> lea.opportunities().discard(deal.id(), 1, "x".repeat(201)), "because text.tooLong");
        assertRefused(() -> lea.opportunities().discard(deal.id(), 1, "typed\ntwice"), "because text.control");

        lea.opportunities().discard(deal.id(), 1, "x".repeat(200));
        assertThat(lea.opportunities().find(deal.id())).isEmpty();
    }

    @Test
    void x1_a_discarded_cost_line_leaves_the_sums_and_stays_on_record() {
        Action action = lea.actions()
                .plan(ActionDraft.with(office.acme)
                        .cost(CostDraft.of("Lunch").price("42.50"))
                        .cost(CostDraft.of("Train").price("10")));
        Action rest = lea.actions().discardCost(action.id(), 1, 0);
        assertThat(rest.costs()).containsExactly(action.costs().get(1));
        assertThat(lea.actions().costs(ActionFilter.all()))
                .extracting(sum -> sum.amount().toString())
                .containsExactly("EUR 10.00");
        assertThat(lea.audit(action.id()).get(1).changes())
                .containsExactly(
                        new FieldChange(
                                "costs[0]",
                                action.costs().get(0).toString(),
                                action.costs().get(1).toString()),
                        new FieldChange("costs[1]", action.costs().get(1).toString(), null));
        assertRefused(() -> lea.actions().discardCost(action.id(), 2, 1), "place cost.noSuchLine");
        assertRefused(() -> lea.actions().discardCost(action.id(), 2, -1), "place cost.noSuchLine");
    }

    @Test
    void x1_a_discarded_note_is_gone_from_every_list_and_on_record() {
        List<Object> before = answers();
        Note note = lea.notes().add(NoteDraft.about(office.acme).pinned(true).hostReference("N-1"));
        assertThat(answers()).isNotEqualTo(before);
        lea.notes().discard(note.id(), 1);
        assertThat(lea.notes().find(note.id())).isEmpty();
        assertThat(lea.notes().findByReference("N-1")).isEmpty();
        assertThat(answers()).isEqualTo(before);
        assertOnRecord(note);
        assertThatThrownBy(() -> lea.notes().discard(note.id(), 1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void x1_a_discarded_follow_up_is_gone_and_its_document_is_due_as_before() {
        BusinessDocument order = office.order("SO-1");
        List<Object> before = answers();
        FollowUp chase = lea.followUps().record(FollowUpDraft.about(order.id()).nextOn(day(1)));
        assertThat(answers()).isNotEqualTo(before);
        lea.followUps().discard(chase.id(), 1);
        assertThat(lea.followUps().find(chase.id())).isEmpty();
        assertThat(answers()).isEqualTo(before);
        assertOnRecord(chase);
        assertThat(lea.audit(order.id())).extracting(AuditEntry::version).containsExactly(1, 2, 3);
    }

    @Test
    void x1_a_discarded_deal_is_gone_from_every_answer_of_now_and_on_record() {
        List<Object> before = answers();
        Opportunity deal = lea.opportunities()
                .open(OpportunityDraft.about(office.acme)
                        .subject("Web site")
                        .value("100")
                        .expectedClosing(day(2))
                        .hostReference("D-1"));
        OpportunityLink link = lea.opportunities().link(deal.id(), OpportunityLink.Target.PROJECT, "P-1");
        assertThat(answers()).isNotEqualTo(before);
        lea.opportunities().discard(deal.id(), 1, "entered twice");
        assertThat(lea.opportunities().find(deal.id())).isEmpty();
        assertThat(lea.opportunities().findByReference("D-1")).isEmpty();
        assertThat(lea.opportunities().links(deal.id())).isEmpty();
        assertThat(lea.opportunities().stageTimes(deal.id())).isEmpty();
        assertThat(answers()).isEqualTo(before);
        assertOnRecord(deal);
        assertOnRecord(link);
        OpportunityRevision last = lea.opportunities().revisions(deal.id()).get(1);
        assertThat(last.event()).isEqualTo(Event.DISCARDED);
        assertThat(last.because()).isEqualTo("entered twice");
        assertThat(last.by()).isEqualTo(Who.of(office.lea));
        assertThat(last.deal().version()).isEqualTo(2);
        assertThat(last.deal().value()).isEqualTo(deal.value());
        assertThatThrownBy(() -> lea.opportunities().moveTo(deal.id(), 2, "NEEDS"))
                .isInstanceOf(NotFoundException.class);
        assertRefused(
                () -> lea.notes().add(NoteDraft.about(office.acme).opportunity(deal.id())), "opportunity unknown");
    }

    @Test
    void x1_a_discarded_deal_is_still_there_for_who_asks_what_was_known_before() {
        Opportunity deal = lea.opportunities()
                .open(OpportunityDraft.about(office.acme)
                        .subject("Web site")
                        .value("100")
                        .start(day(-9)));
        Instant known = nine(day(0));
        office.bench.on(day(3));
        lea.opportunities().discard(deal.id(), 1, null);
        Instant discarded = nine(day(3));
        for (LocalDate date : List.of(day(-9), day(0), day(3), day(99))) {
            assertThat(asOf(deal, date, known)).isEqualTo(1);
            assertThat(asOf(deal, date, discarded.minusMillis(1))).isEqualTo(1);
            assertThat(asOf(deal, date, discarded)).isZero();
            assertThat(asOf(deal, date, Instant.MAX)).isZero();
        }
        assertThat(asOf(deal, day(-10), known)).as("before it started").isZero();
        assertThat(asOf(deal, day(0), known.minusMillis(1)))
                .as("before it was known")
                .isZero();
    }

    @Test
    void x1_what_was_about_a_discarded_deal_stays_with_the_relation() {
        Opportunity deal =
                lea.opportunities().open(OpportunityDraft.about(office.acme).subject("Web site"));
        Note note = lea.notes().add(NoteDraft.about(office.acme).opportunity(deal.id()));
        Action action = lea.actions().plan(ActionDraft.with(office.acme).opportunity(deal.id()));
        lea.opportunities().discard(deal.id(), 1, null);
        assertThat(lea.notes().find(note.id())).contains(note);
        assertThat(all(page -> lea.timeline().of(office.acme, page)))
                .extracting(entry -> (Object) entry.item())
                .contains(note.id(), action.id())
                .doesNotContain(deal.id());
    }

    /** How many deals the list and the summary of a view have; the deal alone must say the same. */
    private int asOf(Opportunity deal, LocalDate date, Instant knownAt) {
        AsOf view = new AsOf(date, knownAt);
        OpportunityFilter filter = OpportunityFilter.all().asOf(view);
        int listed = all(page -> lea.opportunities().list(filter, OpportunityOrder.NEWEST, page))
                .size();
        assertThat(lea.opportunities().asOf(deal.id(), view).isPresent()).isEqualTo(listed == 1);
        assertThat(lea.opportunities().summarise(filter).stream()
                        .mapToLong(row -> row.measures().count())
                        .sum())
                .isEqualTo(listed);
        return listed;
    }

    /** What every list, sum, timeline and calendar tells of Acme and Lea, but for the history of the status. */
    private List<Object> answers() {
        List<Object> told = new ArrayList<>();
        for (ActionOrder order : ActionOrder.values()) {
            told.add(lea.actions().list(ActionFilter.all(), order, Office.PAGE));
        }
        told.add(lea.actions().count(ActionFilter.all(), ActionDimension.TYPE));
        told.add(lea.actions().costs(ActionFilter.all(), ActionDimension.TYPE));
        for (NoteOrder order : NoteOrder.values()) {
            told.add(lea.notes().list(NoteFilter.all(), order, Office.PAGE));
            told.add(lea.notes().list(NoteFilter.all().reminders(), order, Office.PAGE));
        }
        told.add(lea.followUps().list(FollowUpFilter.all(), Office.PAGE));
        told.add(lea.followUps().due(DueFilter.all(), Office.PAGE));
        for (OpportunityOrder order : OpportunityOrder.values()) {
            told.add(lea.opportunities().list(OpportunityFilter.all(), order, Office.PAGE));
            told.add(lea.opportunities().list(OpportunityFilter.open(), order, Office.PAGE));
        }
        told.add(lea.opportunities().summarise(OpportunityFilter.all(), OpportunityDimension.values()));
        told.add(lea.opportunities().stageTimes(OpportunityFilter.all()));
        told.add(lea.calendar().mine(day(-9), day(9), Office.PAGE));
        told.add(lea.timeline().of(office.acme, Office.PAGE).rows().stream()
                .filter(entry -> entry.number() == 0)
                .toList());
        return told;
    }

    /** Expects the last entry of the audit to say that every field went, and who did it. */
    private void assertOnRecord(Aggregate<?> gone) {
        List<AuditEntry> entries = lea.audit(gone.id());
        AuditEntry last = entries.get(entries.size() - 1);
        assertThat(last.version()).isEqualTo(gone.version() + 1);
        assertThat(last.who()).isEqualTo(Who.of(office.lea));
        assertThat(last.changes()).isEqualTo(FieldChange.between(gone.fields(), Map.of()));
    }

    private Relation acme() {
        return lea.relations().find(office.acme).orElseThrow();
    }

    private static Instant nine(LocalDate day) {
        return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
    }
}
