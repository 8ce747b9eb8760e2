package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.assertRefused;
import static org.carnetcrm.Office.day;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ScheduleDraft;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.timeline.CalendarEntry;
import org.carnetcrm.timeline.CalendarKind;
import org.carnetcrm.timeline.TimelineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar of a representative, letters D4, D7, Q2, R5 and P. */
class CalendarTest {

    private final Office office = new Office();
    private final Desk lea = office.desk(office.lea);

    @Test
    void d4_an_action_stands_in_the_calendar_of_who_carries_it_out_and_of_each_participant_on_each_day() {
        Action fair = lea.actions()
                .plan(ActionDraft.with(office.acme)
                        .on(day(1), day(3))
                        .subject("Fair")
                        .participants(List.of(office.tom)));
        assertThat(entries(lea, office.lea)).extracting(CalendarEntry::day).containsExactly(day(1), day(2), day(3));
        assertThat(entries(lea, office.tom)).extracting(CalendarEntry::day).containsExactly(day(1), day(2), day(3));
        assertThat(entries(lea, office.lea)).noneMatch(CalendarEntry::takingPart);
        assertThat(entries(lea, office.tom)).allMatch(CalendarEntry::takingPart);
        assertThat(entries(lea, office.max)).isEmpty();
        assertThat(entries(lea, office.tom).get(1))
                .isEqualTo(new CalendarEntry(
                        day(2),
                        CalendarKind.ACTION,
                        fair.id(),
                        day(3),
                        null,
                        null,
                        "VISIT",
                        "Fair",
                        true,
                        false,
                        office.acme,
                        "Acme",
                        null,
                        true));
    }

    @Test
    void d4_an_action_that_changes_hands_leaves_the_calendars_of_those_who_no_longer_go() {
        Action fair = lea.actions()
                .plan(ActionDraft.with(office.acme).on(day(1), day(3)).participants(List.of(office.tom)));
        Action moved = lea.actions()
                .change(
                        fair.id(),
                        1,
                        ActionDraft.from(fair)
                                .on(day(3), day(4))
                                .representative(office.max)
                                .participants(List.of(office.lea)));
        assertThat(entries(lea, office.tom)).isEmpty();
        assertThat(entries(lea, office.max)).extracting(CalendarEntry::day).containsExactly(day(3), day(4));
        assertThat(entries(lea, office.lea)).hasSize(2).allMatch(CalendarEntry::takingPart);
        Action cancelled = lea.actions().cancel(fair.id(), moved.version());
        assertThat(entries(lea, office.lea))
                .hasSize(2)
                .allMatch(CalendarEntry::cancelled)
                .noneMatch(CalendarEntry::open);
        lea.actions().discard(fair.id(), cancelled.version());
        assertThat(entries(lea, office.max)).isEmpty();
    }

    static List<ZoneId> everyHour() {
        return IntStream.rangeClosed(-12, 14)
                .mapToObj(hours -> (ZoneId) ZoneOffset.ofHours(hours))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyHour")
    void b10_an_all_day_entry_stands_on_the_same_dates_for_every_reader(ZoneId reader) {
        lea.actions().plan(ActionDraft.with(office.acme).on(day(0), day(1)));
        lea.notes().add(NoteDraft.about(office.acme).date(day(3)));
        lea.documents().add(DocumentDraft.order("SO-1", office.acme).chaseOn(day(4)));
        lea.opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Deal").expectedClosing(day(5)));
        assertThat(entries(office.desk(office.lea, reader), office.lea))
                .extracting(CalendarEntry::day)
                .containsExactly(day(0), day(1), day(3), day(4), day(5));
    }

    /** The days of readers, reckoned by hand from the offsets: Brussels +1, Honolulu −10, Tokyo +9, Auckland +13. */
    @ParameterizedTest
    @CsvSource({
        // where it is, from, to, where the reader is, first and last day
        "Europe/Brussels,   23:30, 23:45, Europe/Brussels,  0, 0",
        "Europe/Brussels,   23:30, 23:45, UTC,              0, 0",
        "Europe/Brussels,   00:30, 00:45, UTC,             -1, -1",
        "Europe/Brussels,   00:30, 01:30, UTC,             -1, 0",
        "Europe/Brussels,   00:30, 01:00, UTC,             -1, -1",
        "Europe/Brussels,   00:30, 00:45, Pacific/Honolulu,-1, -1",
        "Europe/Brussels,   23:30, 23:45, Asia/Tokyo,       1, 1",
        "Europe/Brussels,   12:00, 13:00, Asia/Tokyo,       0, 0",
        "UTC,               10:30, 11:30, Pacific/Auckland, 0, 1",
        "UTC,               11:00, 11:00, Pacific/Auckland, 1, 1",
        "Pacific/Kiritimati,00:00, 01:00, -12:00,          -2, -2",
        "-12:00,            23:00, 23:59, Pacific/Kiritimati,2, 2"
    })
    void z_a_timed_entry_stands_on_the_days_of_its_reader(
            ZoneId where, LocalTime from, LocalTime to, ZoneId reader, int first, int last) {
        lea.actions().plan(ActionDraft.with(office.acme).at(day(0), from, to, where));
        List<CalendarEntry> seen = entries(office.desk(office.lea, reader), office.lea);
        assertThat(seen)
                .extracting(CalendarEntry::day)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(first, last).mapToObj(Office::day).toList());
        assertThat(seen).extracting(CalendarEntry::last).containsOnly(day(last));
        assertThat(seen)
                .extracting(CalendarEntry::startAt)
                .containsOnly(day(0).atTime(from).atZone(where).toInstant());
    }

    /** Brussels goes from 02:00 to 03:00 on 29 March 2026, and back from 03:00 to 02:00 on 25 October. */
    @Test
    void z_around_a_change_of_the_clocks_an_entry_stands_on_the_day_that_the_clocks_show() {
        ZoneId brussels = ZoneId.of("Europe/Brussels");
        LocalDate spring = LocalDate.of(2026, 3, 29);
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        Desk here = office.desk(office.lea, brussels);
        here.actions()
                .plan(ActionDraft.with(office.acme).at(spring, LocalTime.of(0, 30), LocalTime.of(4, 0), brussels));
        here.actions()
                .plan(ActionDraft.with(office.acme)
                        .schedule(new ScheduleDraft(
                                autumn, autumn.plusDays(1), LocalTime.of(2, 30), LocalTime.of(0, 30), brussels)));
        List<CalendarEntry> seen =
                all(page -> here.calendar().of(office.lea, spring.minusDays(1), autumn.plusDays(2), page));
        assertThat(seen).extracting(CalendarEntry::day).containsExactly(spring, autumn, autumn.plusDays(1));
        assertThat(seen.get(0).startAt()).isEqualTo("2026-03-28T23:30:00Z");
        assertThat(seen.get(1).startAt()).as("the earlier of the two").isEqualTo("2026-10-25T00:30:00Z");
        assertThat(all(page -> lea.calendar().of(office.lea, spring.minusDays(1), autumn.plusDays(2), page)))
                .extracting(CalendarEntry::day)
                .as("in UTC it starts the evening before, and the other ends before midnight")
                .containsExactly(spring.minusDays(1), spring, autumn);
    }

    @Test
    void q2_notes_to_be_done_and_done_stand_together_at_their_date() {
        Note reminder = lea.notes().add(NoteDraft.about(office.acme).date(day(-1)));
        Note done = lea.notes()
                .add(NoteDraft.about(office.borealis).date(day(-1)).done(true).type("SALES"));
        lea.notes().add(NoteDraft.about(office.acme).assignee(office.tom));
        List<CalendarEntry> seen = entries(lea, office.lea);
        assertThat(seen).extracting(CalendarEntry::item).containsExactly(reminder.id(), done.id());
        assertThat(seen).extracting(CalendarEntry::open).containsExactly(true, false);
        assertThat(seen).extracting(entry -> entry.isDue(day(0))).containsExactly(true, false);
    }

    @Test
    void p_an_entry_is_due_when_its_last_day_has_come_and_overdue_when_that_is_over() {
        Action visit = lea.actions().plan(ActionDraft.with(office.acme).on(day(-1), day(0)));
        CalendarEntry entry = entries(lea, office.lea).get(0);
        assertThat(entry.isDue(day(-1))).isFalse();
        assertThat(entry.isDue(day(0))).isTrue();
        assertThat(entry.isOverdue(day(0))).isFalse();
        assertThat(entry.isOverdue(day(1))).isTrue();
        lea.actions().complete(visit.id(), 1);
        assertThat(entries(lea, office.lea).get(0).isOverdue(day(1)))
                .as("it is done")
                .isFalse();
    }

    @Test
    void r5_a_quote_or_order_stands_with_who_chased_it_last_else_with_the_account_manager() {
        BusinessDocument order =
                lea.documents().add(DocumentDraft.order("SO-1", office.acme).chaseOn(day(2)));
        lea.documents().add(DocumentDraft.invoice("I-1", office.acme).chaseOn(day(2)));
        assertChasedBy(office.lea, day(2));
        lea.relations().change(office.acme, 1, RelationDraft.company("Acme").accountManager(office.tom));
        assertChasedBy(office.tom, day(2));
        lea.documents().change(order.id(), 1, DocumentDraft.from(order).chaseOn(day(3)));
        assertChasedBy(office.tom, day(3));
        var chase = office.desk(office.max)
                .followUps()
                .record(FollowUpDraft.about(order.id()).nextOn(day(7)));
        assertChasedBy(office.max, day(7));
        lea.relations().change(office.acme, 2, RelationDraft.company("Acme").accountManager(office.lea));
        assertChasedBy(office.max, day(7));
        lea.documents().close(order.id(), 3, null);
        assertChasedBy(office.max);
        lea.documents().reopen(order.id(), 4);
        lea.followUps().discard(chase.id(), 1);
        assertChasedBy(office.lea, day(3));
        lea.relations().change(office.acme, 3, RelationDraft.company("Acme"));
        assertChasedBy(office.lea);
        lea.documents().close(order.id(), 6, null);
        lea.relations().change(office.acme, 4, RelationDraft.company("Acme").accountManager(office.tom));
        assertChasedBy(office.tom);
        lea.documents().reopen(order.id(), 7);
        assertChasedBy(office.tom, day(3));
    }

    @Test
    void r5_a_document_that_goes_to_another_relation_goes_to_its_account_manager() {
        lea.relations()
                .change(office.borealis, 1, RelationDraft.company("Borealis").accountManager(office.tom));
        BusinessDocument order =
                lea.documents().add(DocumentDraft.order("SO-1", office.acme).chaseOn(day(2)));
        lea.documents()
                .change(
                        order.id(),
                        1,
                        DocumentDraft.order("SO-1", office.borealis).chaseOn(day(2)));
        assertChasedBy(office.tom, day(2));
        lea.relations().change(office.acme, 1, RelationDraft.company("Acme").accountManager(office.max));
        assertChasedBy(office.tom, day(2));
    }

    @Test
    void w4_the_expected_closing_of_an_open_deal_stands_with_its_manager() {
        Opportunity deal = lea.opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Web site").expectedClosing(day(5)));
        assertThat(entries(lea, office.lea)).containsExactly(CalendarEntry.of(deal, day(5), "Acme"));
        Opportunity toms = lea.opportunities().reassign(deal.id(), 1, office.tom);
        assertThat(entries(lea, office.lea)).isEmpty();
        assertThat(entries(lea, office.tom)).extracting(CalendarEntry::title).containsExactly("Web site");
        lea.opportunities().close(deal.id(), toms.version(), ClosingDraft.abandoned());
        assertThat(entries(lea, office.tom)).isEmpty();
        lea.opportunities().reopen(deal.id(), 3);
        assertThat(entries(lea, office.tom)).hasSize(1);
        lea.opportunities().discard(deal.id(), 4, null);
        assertThat(entries(lea, office.tom)).isEmpty();
    }

    @Test
    void p_a_day_begins_with_what_has_no_time_then_goes_by_start_kind_and_id() {
        Action late = timed(15);
        Action early = timed(8);
        Action alike = timed(8);
        lea.opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Deal").expectedClosing(day(1)));
        lea.documents().add(DocumentDraft.order("SO-1", office.acme).chaseOn(day(1)));
        lea.notes().add(NoteDraft.about(office.acme).date(day(1)));
        Action wholeDay = lea.actions().plan(ActionDraft.with(office.acme).on(day(1)));
        Action before = lea.actions().plan(ActionDraft.with(office.acme).on(day(0), day(1)));
        List<CalendarEntry> seen = entries(lea, office.lea);
        assertThat(seen).isSortedAccordingTo(CalendarEntry.ORDER);
        assertThat(seen)
                .extracting(CalendarEntry::kind)
                .containsExactly(
                        CalendarKind.ACTION,
                        CalendarKind.ACTION,
                        CalendarKind.ACTION,
                        CalendarKind.NOTE,
                        CalendarKind.FOLLOW_UP,
                        CalendarKind.CLOSING,
                        CalendarKind.ACTION,
                        CalendarKind.ACTION,
                        CalendarKind.ACTION);
        assertThat(seen.stream().filter(entry -> entry.kind() == CalendarKind.ACTION))
                .extracting(CalendarEntry::item)
                .containsExactly(before.id(), wholeDay.id(), before.id(), early.id(), alike.id(), late.id());
    }

    @Test
    void p_a_calendar_narrows_to_kinds_and_days_whose_cursors_are_their_own() {
        timed(8);
        lea.notes().add(NoteDraft.about(office.acme).date(day(1)));
        lea.notes().add(NoteDraft.about(office.acme).date(day(2)));
        assertThat(all(page -> lea.calendar().mine(day(0), day(9), page, CalendarKind.NOTE)))
                .extracting(CalendarEntry::day)
                .containsExactly(day(1), day(2));
        assertThat(all(page -> lea.calendar().mine(day(2), day(2), page))).hasSize(1);
        assertThat(all(page -> lea.calendar().mine(day(3), day(9), page))).isEmpty();
        PageRequest one = PageRequest.first(1);
        String cursor = lea.calendar().mine(day(0), day(9), one).cursor();
        assertThatThrownBy(() -> lea.calendar().mine(day(0), day(8), one.after(cursor)))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> office.desk(office.lea, ZoneId.of("Asia/Tokyo"))
                        .calendar()
                        .mine(day(0), day(9), one.after(cursor)))
                .isInstanceOf(InvalidException.class);
        assertRefused(() -> office.bench.system().calendar().mine(day(0), day(1), one), "actor actor.system");
    }

    /** A cursor is bound to its list but not sealed: what a forger makes of it stays within the days asked for. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0, Long.MAX_VALUE})
    void p_a_forged_cursor_leads_to_no_other_days(long epochDay) {
        lea.notes().add(NoteDraft.about(office.acme).date(day(-5)));
        lea.notes().add(NoteDraft.about(office.acme).date(day(1)));
        lea.notes().add(NoteDraft.about(office.acme).date(day(2)));
        PageRequest one = PageRequest.first(1);
        String cursor = lea.calendar().mine(day(0), day(9), one).cursor();
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
        String forged = parts[0] + "|" + parts[1] + "|" + epochDay + parts[2].substring(parts[2].indexOf(';'));
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        assertThat(lea.calendar()
                        .mine(day(0), day(9), Office.PAGE.after(encoded))
                        .rows())
                .extracting(CalendarEntry::day)
                .containsExactly(epochDay == Long.MAX_VALUE ? new LocalDate[0] : new LocalDate[] {day(1), day(2)});
    }

    @Test
    void a_kind_that_is_named_twice_is_asked_for_once() {
        lea.notes().add(NoteDraft.about(office.acme).date(day(0)));
        assertThat(lea.calendar()
                        .mine(day(0), day(0), Office.PAGE, CalendarKind.NOTE, CalendarKind.NOTE)
                        .rows())
                .hasSize(1);
        assertThat(lea.timeline()
                        .of(office.acme, Office.PAGE, TimelineKind.NOTE, TimelineKind.NOTE)
                        .rows())
                .hasSize(1);
    }

    @Test
    void p_at_most_a_leap_year_of_days_is_listed_at_once() {
        lea.notes().add(NoteDraft.about(office.acme).date(day(365)));
        assertThat(all(page -> lea.calendar().mine(day(0), day(365), page))).hasSize(1);
        assertRefused(() -> lea.calendar().mine(day(0), day(366), Office.PAGE), "to schedule.tooLong");
        assertRefused(() -> lea.calendar().mine(day(0), day(-1), Office.PAGE), "to schedule.endBeforeStart");
        assertRefused(() -> lea.calendar().mine(LocalDate.MIN, day(0), Office.PAGE), "from date.range");
        assertRefused(() -> lea.calendar().mine(day(0), LocalDate.MAX, Office.PAGE), "to date.range");
    }

    private Action timed(int hour) {
        return lea.actions()
                .plan(ActionDraft.with(office.acme)
                        .at(day(1), LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0), ZoneOffset.UTC));
    }

    /** Expects the document to stand on these days in one calendar, and in no other. */
    private void assertChasedBy(RepresentativeId chaser, LocalDate... days) {
        for (RepresentativeId who : List.of(office.lea, office.tom, office.max)) {
            assertThat(entries(lea, who))
                    .extracting(CalendarEntry::day)
                    .containsExactly(who.equals(chaser) ? days : new LocalDate[0]);
        }
    }

    private static List<CalendarEntry> entries(Desk reader, RepresentativeId whose) {
        return all(page -> reader.calendar().of(whose, day(-20), day(20), page));
    }
}
