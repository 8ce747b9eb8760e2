package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.day;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.money.Money;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineKind;
import org.junit.jupiter.api.Test;

/** The timeline of a relation and of a deal, letters P and W1. */
class TimelineTest {

    private final Office office = new Office();
    private final Desk lea = office.desk(office.lea);

    @Test
    void p_a_timeline_shows_everything_of_a_relation_the_newest_day_first_and_within_a_day_by_kind() {
        Opportunity deal = lea.opportunities()
                .open(OpportunityDraft.about(office.acme)
                        .subject("Web site")
                        .value("12000")
                        .start(day(-8)));
        BusinessDocument order = lea.documents()
                .add(DocumentDraft.order("SO-1", office.acme).date(day(-8)).amount("11800"));
        lea.notes().add(NoteDraft.about(office.acme).date(day(-8)).text("note"));
        lea.actions().plan(ActionDraft.with(office.acme).on(day(-8), day(-6)).subject("Fair"));
        lea.actions()
                .record(ActionDraft.with(office.acme)
                        .on(day(-3))
                        .doneOn(day(-3))
                        .newStatus("CUSTOMER")
                        .newPriority("HIGH"));
        lea.followUps().record(FollowUpDraft.about(order.id()).date(day(-3)));
        lea.opportunities().close(deal.id(), 1, ClosingDraft.won().on(day(-3)).signedTotal("11800"));
        lea.notes().add(NoteDraft.about(office.acme).date(day(9)));
        lea.notes().add(NoteDraft.about(office.borealis).date(day(9)));
        assertThat(entries(office.acme))
                .isSortedAccordingTo(TimelineEntry.ORDER)
                .extracting(entry -> entry.day().getDayOfYear() - day(0).getDayOfYear() + " " + entry.kind() + " "
                        + entry.code() + " " + entry.title() + " " + entry.state())
                .containsExactly(
                        "9 NOTE GENERAL null REMINDER",
                        "0 STATUS PROSPECT null null",
                        "-3 ACTION VISIT null DONE",
                        "-3 FOLLOW_UP null SO-1/1 null",
                        "-3 STATUS CUSTOMER null null",
                        "-3 PRIORITY HIGH null null",
                        "-3 CLOSING WON Web site null",
                        "-8 ACTION VISIT Fair PLANNED",
                        "-8 NOTE GENERAL null REMINDER",
                        "-8 OPPORTUNITY QUALIFICATION Web site null",
                        "-8 DOCUMENT ORDER SO-1 null");
        assertThat(entries(office.borealis))
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineKind.NOTE, TimelineKind.STATUS);
    }

    @Test
    void p_a_deal_its_closing_and_a_document_show_their_amounts() {
        lea.documents().add(DocumentDraft.order("SO-1", office.acme).amount("11900"));
        Opportunity deal = lea.opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Web site").value("12000"));
        lea.opportunities().close(deal.id(), 1, ClosingDraft.won().signedTotal("11800"));
        assertThat(entries(office.acme))
                .extracting(TimelineEntry::kind, TimelineEntry::amount)
                .containsExactly(
                        tuple(TimelineKind.STATUS, null),
                        tuple(TimelineKind.OPPORTUNITY, Money.of("EUR", "12000")),
                        tuple(TimelineKind.CLOSING, Money.of("EUR", "11800")),
                        tuple(TimelineKind.DOCUMENT, Money.of("EUR", "11900")));
    }

    @Test
    void p_entries_of_one_day_and_kind_stand_as_they_were_recorded_and_then_by_id() {
        office.bench.on(day(2));
        Note third = note(day(0));
        Note fourth = note(day(0));
        office.bench.on(day(1));
        Note first = note(day(0));
        Note second = note(day(0));
        assertThat(lea.timeline()
                        .of(office.acme, Office.PAGE, TimelineKind.NOTE)
                        .rows())
                .extracting(TimelineEntry::item)
                .containsExactly(first.id(), second.id(), third.id(), fourth.id());
    }

    @Test
    void p_changes_of_one_day_that_were_recorded_at_once_stand_by_their_number() {
        lea.actions().recordAll(List.of(becoming("CUSTOMER"), becoming("FORMER"), becoming("OTHER")));
        List<TimelineEntry> changes = all(page -> lea.timeline().of(office.acme, page, TimelineKind.STATUS));
        assertThat(changes).extracting(TimelineEntry::number).containsExactly(1, 2, 3, 4);
        assertThat(changes)
                .extracting(TimelineEntry::state)
                .as("what was before")
                .containsExactly(null, "PROSPECT", "CUSTOMER", "FORMER");
        assertThat(changes).extracting(TimelineEntry::representative).containsOnly(office.lea);
    }

    @Test
    void p_a_timeline_narrows_to_kinds_whose_cursors_are_their_own() {
        note(day(0));
        note(day(1));
        lea.actions().plan(ActionDraft.with(office.acme));
        assertThat(all(page -> lea.timeline().of(office.acme, page, TimelineKind.NOTE, TimelineKind.ACTION)))
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineKind.NOTE, TimelineKind.ACTION, TimelineKind.NOTE);
        assertThat(all(page -> lea.timeline().of(office.acme, page, TimelineKind.DOCUMENT)))
                .isEmpty();
        PageRequest one = PageRequest.first(1);
        String cursor = lea.timeline().of(office.acme, one, TimelineKind.NOTE).cursor();
        assertThatThrownBy(() -> lea.timeline().of(office.acme, one.after(cursor)))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> lea.timeline().of(office.borealis, one.after(cursor), TimelineKind.NOTE))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void w1_the_timeline_of_a_deal_has_its_actions_and_notes_from_beginning_to_end() {
        Opportunity deal = lea.opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Web site").start(day(-8)));
        Note about = lea.notes()
                .add(NoteDraft.about(office.acme).opportunity(deal.id()).date(day(-7)));
        note(day(-7));
        Action visit = lea.actions()
                .plan(ActionDraft.with(office.acme).opportunity(deal.id()).on(day(-6)));
        lea.opportunities().close(deal.id(), 1, ClosingDraft.lost("PRICE").on(day(-5)));
        Action after = lea.actions()
                .plan(ActionDraft.with(office.acme).opportunity(deal.id()).on(day(20)));
        assertThat(entries(deal.id()))
                .extracting(TimelineEntry::item, TimelineEntry::kind)
                .containsExactly(
                        tuple(after.id(), TimelineKind.ACTION),
                        tuple(deal.id(), TimelineKind.CLOSING),
                        tuple(visit.id(), TimelineKind.ACTION),
                        tuple(about.id(), TimelineKind.NOTE),
                        tuple(deal.id(), TimelineKind.OPPORTUNITY));
        assertThat(entries(office.acme)).containsAll(entries(deal.id()));
        lea.opportunities().reopen(deal.id(), 2);
        assertThat(entries(deal.id())).extracting(TimelineEntry::kind).doesNotContain(TimelineKind.CLOSING);
    }

    @Test
    void z_a_timed_action_stands_on_its_day_in_its_own_zone_for_every_reader() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Action late = lea.actions()
                .plan(ActionDraft.with(office.acme).at(day(5), LocalTime.of(0, 30), LocalTime.of(1, 0), tokyo));
        assertThat(late.schedule().firstFor(ZoneOffset.UTC)).isEqualTo(day(4));
        for (String zone : List.of("UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati")) {
            assertThat(office.desk(office.tom, ZoneId.of(zone))
                            .timeline()
                            .of(office.acme, Office.PAGE, TimelineKind.ACTION)
                            .rows())
                    .extracting(TimelineEntry::day)
                    .containsExactly(day(5));
        }
    }

    @Test
    void p_an_entry_moves_with_its_thing_and_goes_with_it() {
        Opportunity deal = lea.opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Web site").start(day(-8)));
        Note note = note(day(3));
        Note elsewhere = lea.notes()
                .change(
                        note.id(),
                        1,
                        new NoteDraft(office.borealis, null, null, day(-3), null, "moved", false, true, false, null));
        assertThat(items(office.acme)).doesNotContain(note.id());
        assertThat(all(page -> lea.timeline().of(office.borealis, page, TimelineKind.NOTE)))
                .containsExactly(TimelineEntry.of(elsewhere));
        Action action = lea.actions().plan(ActionDraft.with(office.acme).on(day(2)));
        lea.actions()
                .change(
                        action.id(),
                        1,
                        ActionDraft.from(action).opportunity(deal.id()).on(day(4)));
        assertThat(entries(deal.id())).extracting(TimelineEntry::day).containsExactly(day(4), day(-8));
        lea.actions().change(action.id(), 2, ActionDraft.from(action).relation(office.borealis));
        assertThat(items(office.acme)).doesNotContain(action.id());
        assertThat(items(office.borealis)).contains(action.id());
        assertThat(entries(deal.id())).hasSize(1);
        lea.actions().discard(action.id(), 3);
        lea.notes().discard(note.id(), 2);
        assertThat(entries(office.borealis)).extracting(TimelineEntry::kind).containsExactly(TimelineKind.STATUS);
        lea.opportunities().discard(deal.id(), 1, null);
        assertThat(entries(deal.id())).isEmpty();
        assertThat(items(office.acme)).doesNotContain(deal.id());
    }

    @Test
    void r4_a_follow_up_shows_the_number_that_its_document_has_now() {
        BusinessDocument order = office.order("SO-1");
        FollowUp chase = lea.followUps()
                .record(FollowUpDraft.about(order.id())
                        .channel("PHONE")
                        .note("called")
                        .by(office.tom));
        lea.documents().change(order.id(), 2, DocumentDraft.from(order).number("SO-1-bis"));
        TimelineEntry entry = lea.timeline()
                .of(office.acme, Office.PAGE, TimelineKind.FOLLOW_UP)
                .rows()
                .get(0);
        assertThat(entry).isEqualTo(TimelineEntry.of(chase, "SO-1-bis"));
        assertThat(entry.title()).isEqualTo("SO-1-bis/1");
        assertThat(entry.text()).isEqualTo("called");
        assertThat(entry.representative()).isEqualTo(office.tom);
        lea.followUps().change(chase.id(), 1, FollowUpDraft.from(chase).date(day(-3)));
        assertThat(lea.timeline()
                        .of(office.acme, Office.PAGE, TimelineKind.FOLLOW_UP)
                        .rows())
                .extracting(TimelineEntry::day)
                .containsExactly(day(-3));
        lea.documents().close(order.id(), 4, null);
        assertThat(lea.timeline()
                        .of(office.acme, Office.PAGE, TimelineKind.DOCUMENT)
                        .rows())
                .extracting(TimelineEntry::title, TimelineEntry::state)
                .containsExactly(tuple("SO-1-bis", "CLOSED"));
    }

    @Test
    void p_every_change_of_status_and_priority_has_its_entry_corrections_too() {
        lea.relations()
                .change(
                        office.acme,
                        1,
                        RelationDraft.company("Acme")
                                .status("CUSTOMER")
                                .priority("HIGH")
                                .effectiveOn(day(0)));
        lea.relations().correct(office.acme, 2, 2, "FORMER", day(-1));
        assertThat(entries(office.acme))
                .extracting(entry -> entry.kind() + " " + entry.number() + " " + entry.code())
                .containsExactly("STATUS 1 PROSPECT", "STATUS 2 CUSTOMER", "PRIORITY 3 HIGH", "STATUS 4 FORMER");
    }

    @Test
    void p_nothing_happened_with_what_is_not_there() {
        UUID nobody = UUID.fromString("01890000-0000-7000-8000-00000000dead");
        assertThat(entries(new RelationId(nobody))).isEmpty();
        assertThat(entries(new OpportunityId(nobody))).isEmpty();
    }

    private Note note(LocalDate date) {
        return lea.notes().add(NoteDraft.about(office.acme).date(date));
    }

    private ActionDraft becoming(String status) {
        return ActionDraft.with(office.acme).newStatus(status);
    }

    private List<TimelineEntry> entries(RelationId relation) {
        return all(page -> lea.timeline().of(relation, page));
    }

    private List<TimelineEntry> entries(OpportunityId deal) {
        return all(page -> lea.timeline().of(deal, page));
    }

    private List<Object> items(RelationId relation) {
        return entries(relation).stream().map(entry -> (Object) entry.item()).toList();
    }
}
