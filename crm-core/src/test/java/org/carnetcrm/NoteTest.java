package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.assertRefused;
import static org.carnetcrm.Office.day;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.timeline.TimelineKind;
import org.junit.jupiter.api.Test;

/** Notes and reminders, letters Q1 to Q3. */
class NoteTest {

    private static final String SECRET = "the margin is 61 percent";

    private final Office office = new Office();
    private final Notes notes = office.desk(office.lea).notes();

    @Test
    void q1_a_note_is_mine_of_today_of_the_first_type_and_still_to_be_done_unless_said() {
        Note note = notes.add(NoteDraft.about(office.acme));
        assertThat(note.assignee()).isEqualTo(office.lea);
        assertThat(note.date()).isEqualTo(day(0));
        assertThat(note.type()).isEqualTo("GENERAL");
        assertThat(note.marks()).isEqualTo(Note.Marks.NONE);
        assertThat(note.text()).isNull();
        assertThat(note.opportunity()).isNull();
        assertThat(note.version()).isEqualTo(1);
        assertThat(notes.find(note.id())).contains(note);
    }

    @Test
    void q1_whatever_is_said_is_kept_and_a_draft_for_a_change_starts_from_it() {
        Opportunity deal = office.desk(office.lea)
                .opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Web site"));
        Note note = notes.add(NoteDraft.about(office.acme)
                .opportunity(deal.id())
                .assignee(office.tom)
                .date(day(30))
                .type("SALES")
                .text("  " + SECRET + "\nand more ")
                .pinned(true)
                .done(true)
                .hostReference("N-1"));
        assertThat(note.opportunity()).isEqualTo(deal.id());
        assertThat(note.assignee()).isEqualTo(office.tom);
        assertThat(note.date()).isEqualTo(day(30));
        assertThat(note.type()).isEqualTo("SALES");
        assertThat(note.text()).isEqualTo(SECRET + "\nand more");
        assertThat(note.marks()).isEqualTo(new Note.Marks(true, true, false));
        assertThat(notes.findByReference(" N-1 ")).contains(note);
        assertThat(notes.change(note.id(), 1, NoteDraft.from(note)))
                .as("nothing changes")
                .isEqualTo(note);
        office.bench.on(day(1));
        Note cleared = notes.change(note.id(), 1, NoteDraft.about(office.acme));
        assertThat(cleared.recordedAt()).as("when it was first recorded").isEqualTo(note.recordedAt());
        assertThat(cleared.fields())
                .containsExactlyInAnyOrderEntriesOf(
                        notes.add(NoteDraft.about(office.acme).type("SALES")).fields());
        assertThat(cleared.version()).isEqualTo(2);
        assertThat(notes.findByReference("N-1")).isEmpty();
    }

    @Test
    void q1_a_note_is_about_a_deal_of_its_own_relation() {
        Opportunity foreign = office.desk(office.lea)
                .opportunities()
                .open(OpportunityDraft.about(office.borealis).subject("Elsewhere"));
        assertRefused(
                () -> notes.add(NoteDraft.about(office.acme).opportunity(foreign.id())),
                "opportunity opportunity.otherRelation");
        Note note = notes.add(NoteDraft.about(office.borealis).opportunity(foreign.id()));
        NoteDraft moved = new NoteDraft(
                office.acme, foreign.id(), note.assignee(), note.date(), null, null, false, false, false, null);
        assertRefused(() -> notes.change(note.id(), 1, moved), "opportunity opportunity.otherRelation");
        office.desk(office.lea).opportunities().discard(foreign.id(), 1, "by mistake");
        assertThat(notes.pin(note.id(), 1).opportunity())
                .as("a deal that is gone may stay named")
                .isEqualTo(foreign.id());
        assertThat(notes.change(note.id(), 2, NoteDraft.from(note).text("more")).opportunity())
                .isEqualTo(foreign.id());
    }

    @Test
    void q1_the_system_and_who_left_have_no_notes_of_their_own() {
        assertRefused(() -> office.bench.system().notes().add(NoteDraft.about(office.acme)), "assignee required");
        assertThat(office.bench
                        .system()
                        .notes()
                        .add(NoteDraft.about(office.acme).assignee(office.tom))
                        .assignee())
                .isEqualTo(office.tom);
        assertRefused(() -> office.bench.system().notes().mine(), "actor actor.system");
        office.bench.system().representatives().archive(office.lea, 1);
        assertRefused(() -> notes.add(NoteDraft.about(office.acme)), "assignee mention.archived");
        assertRefused(() -> notes.add(NoteDraft.about(office.acme).assignee(office.lea)), "assignee notActive");
    }

    @Test
    void q1_notes_are_added_all_or_none() {
        List<Note> added = notes.addAll(List.of(
                NoteDraft.about(office.acme).hostReference("A"),
                NoteDraft.about(office.borealis).hostReference("B")));
        assertThat(added).extracting(Note::relation).containsExactly(office.acme, office.borealis);
        assertRefused(
                () -> notes.addAll(List.of(
                        NoteDraft.about(office.acme).hostReference("C"),
                        NoteDraft.about(office.acme).hostReference("C"),
                        NoteDraft.about(office.acme).hostReference("A").type("NONE"))),
                "[1].hostReference reference.taken",
                "[2].hostReference reference.taken",
                "[2].type choice.unknown");
        assertThat(list(NoteFilter.all())).hasSize(2);
        assertThat(notes.addAll(List.of())).isEmpty();
    }

    @Test
    void q2_done_turns_a_reminder_into_history_and_back() {
        Note reminder = notes.add(NoteDraft.about(office.acme).text("call back"));
        assertThat(list(NoteFilter.all().reminders())).containsExactly(reminder.id());
        assertThat(list(NoteFilter.all().history())).isEmpty();
        Note done = notes.complete(reminder.id(), 1);
        assertThat(done.isDone()).isTrue();
        assertThat(done.text()).isEqualTo("call back");
        assertThat(list(NoteFilter.all().reminders())).isEmpty();
        assertThat(list(NoteFilter.all().history())).containsExactly(reminder.id());
        assertThat(notes.complete(reminder.id(), 2)).as("done already").isEqualTo(done);
        assertThat(notes.reopen(reminder.id(), 2)).isEqualTo(reminder.withVersion(3));
        assertThat(list(NoteFilter.all().reminders())).containsExactly(reminder.id());
    }

    @Test
    void q3_pinned_notes_stand_first_then_the_newest_date_then_the_id() {
        NoteId old = add(NoteDraft.about(office.acme).date(day(-9)));
        NoteId first = add(NoteDraft.about(office.acme).date(day(2)));
        NoteId second = add(NoteDraft.about(office.acme).date(day(2)).done(true));
        NoteId pinned = add(NoteDraft.about(office.acme).date(day(-20)).pinned(true));
        NoteId pinnedLater = add(NoteDraft.about(office.borealis).date(day(-15)).pinned(true));
        assertThat(list(NoteFilter.all())).containsExactly(pinnedLater, pinned, first, second, old);
        assertThat(list(NoteFilter.all().relation(office.acme))).containsExactly(pinned, first, second, old);
        assertThat(all(page -> notes.list(NoteFilter.all(), NoteOrder.EARLIEST, page)))
                .extracting(NoteRow::id)
                .containsExactly(pinned, pinnedLater, old, first, second);
        notes.pin(old, 1);
        notes.unpin(pinned, 1);
        assertThat(list(NoteFilter.all())).containsExactly(old, pinnedLater, first, second, pinned);
    }

    @Test
    void q3_a_page_goes_on_after_a_note_that_was_pinned_meanwhile() {
        NoteId newest = add(NoteDraft.about(office.acme).date(day(3)));
        NoteId middle = add(NoteDraft.about(office.acme).date(day(2)));
        NoteId oldest = add(NoteDraft.about(office.acme).date(day(1)));
        var request = PageRequest.first(2);
        var page = notes.list(NoteFilter.all(), NoteOrder.PINNED_FIRST, request);
        assertThat(page.rows()).extracting(NoteRow::id).containsExactly(newest, middle);
        notes.pin(newest, 1);
        notes.discard(middle, 1);
        var rest = notes.list(
                NoteFilter.all(), NoteOrder.PINNED_FIRST, page.next(request).orElseThrow());
        assertThat(rest.rows()).extracting(NoteRow::id).containsExactly(oldest);
        assertThatThrownBy(() -> notes.list(
                        NoteFilter.all().reminders(),
                        NoteOrder.PINNED_FIRST,
                        page.next(request).orElseThrow()))
                .as("a cursor of another list")
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void q9_a_list_narrows_to_whose_which_type_and_which_deal() {
        Opportunity deal = office.desk(office.lea)
                .opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Web site"));
        NoteId mine = add(NoteDraft.about(office.acme).opportunity(deal.id()));
        NoteId toms = add(NoteDraft.about(office.acme).assignee(office.tom).type("SALES"));
        assertThat(list(notes.mine())).containsExactly(mine);
        assertThat(list(NoteFilter.all().assignee(office.tom))).containsExactly(toms);
        assertThat(list(NoteFilter.all().type("SALES"))).containsExactly(toms);
        assertThat(list(NoteFilter.all().opportunity(deal.id()))).containsExactly(mine);
        assertThat(list(NoteFilter.all().opportunity(deal.id()).reminders())).containsExactly(mine);
        assertThat(list(NoteFilter.all().relation(office.borealis))).isEmpty();
        assertThat(list(NoteFilter.all().assignee(office.tom).type("GENERAL"))).isEmpty();
    }

    @Test
    void a_reminder_is_due_when_its_date_has_come_where_the_reader_is() {
        NoteId yesterday = add(NoteDraft.about(office.acme).date(day(-1)));
        NoteId today = add(NoteDraft.about(office.acme).date(day(0)));
        add(NoteDraft.about(office.acme).date(day(1)));
        add(NoteDraft.about(office.acme).date(day(-1)).done(true));
        assertThat(list(notes.due())).containsExactly(today, yesterday);
        // At nine in UTC it is still the day before in Honolulu, and already 23:00 of the same day at +14.
        Notes honolulu = office.desk(office.lea, ZoneId.of("Pacific/Honolulu")).notes();
        assertThat(list(honolulu.due())).containsExactly(yesterday);
        assertThat(honolulu.add(NoteDraft.about(office.acme)).date()).isEqualTo(day(-1));
        assertThat(list(office.desk(office.lea, ZoneOffset.ofHours(14)).notes().due()))
                .hasSize(3);
        assertThat(all(page -> notes.list(notes.due().until(day(99)), NoteOrder.EARLIEST, page)))
                .as("two dates: the earlier counts")
                .hasSize(3);
    }

    @Test
    void a_note_needs_a_relation_that_is_still_offered_and_keeps_the_one_it_has() {
        Note note = notes.add(NoteDraft.about(office.acme));
        office.desk(office.lea).relations().archive(office.acme, 1);
        assertRefused(() -> notes.add(NoteDraft.about(office.acme)), "relation notActive");
        assertThat(notes.change(note.id(), 1, NoteDraft.from(note).text("more")).text())
                .isEqualTo("more");
        Note elsewhere = notes.add(NoteDraft.about(office.borealis));
        NoteDraft moved = new NoteDraft(
                office.acme, null, elsewhere.assignee(), elsewhere.date(), null, null, false, false, false, null);
        assertRefused(() -> notes.change(elsewhere.id(), 1, moved), "relation notActive");
    }

    @Test
    void a_stale_version_tells_the_fields_that_others_changed() {
        Note note = notes.add(NoteDraft.about(office.acme).text(SECRET));
        notes.change(note.id(), 1, NoteDraft.from(note).text("other").pinned(true));
        Note done = notes.complete(note.id(), 2);
        assertThatThrownBy(() -> notes.pin(note.id(), 1)).isInstanceOfSatisfying(ConflictException.class, e -> {
            assertThat(e.fields()).containsExactly("done", "pinned", "text");
            assertThat(e.present()).contains(done);
            assertThat(e.getMessage()).doesNotContain(SECRET).doesNotContain("other");
        });
        assertThatThrownBy(() -> notes.discard(note.id(), 2)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> notes.complete(new NoteId(note.relation().value()), 1))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void z_what_a_note_says_is_told_by_no_name() {
        Note note = notes.add(NoteDraft.about(office.acme).text(SECRET));
        NoteDraft draft = NoteDraft.from(note);
        NoteRow row = notes.list(NoteFilter.all(), NoteOrder.EARLIEST, Office.PAGE)
                .rows()
                .get(0);
        var entry = office.desk(office.lea)
                .timeline()
                .of(office.acme, Office.PAGE, TimelineKind.NOTE)
                .rows()
                .get(0);
        assertThat(row.text()).isEqualTo(SECRET);
        assertThat(entry.text()).isEqualTo(SECRET);
        assertThat(List.of(
                        note,
                        draft,
                        row,
                        entry,
                        notes.find(note.id()),
                        office.bench.desk().audit(note.id())))
                .allSatisfy(thing -> assertThat(thing.toString()).doesNotContain("margin"));
    }

    @Test
    void z_what_is_wrong_with_the_text_of_a_note_is_told_without_the_text() {
        Note note = notes.add(NoteDraft.about(office.acme));
        NoteDraft draft = NoteDraft.from(note);
        String tooLong = SECRET.repeat(500);
        assertThatThrownBy(() -> notes.add(draft.text(tooLong))).isInstanceOfSatisfying(InvalidException.class, e -> {
            assertThat(e.problems()).hasSize(1);
            assertThat(e.problems().get(0).value()).isEqualTo("12000");
            assertThat(e.toString() + e.problems()).doesNotContain("margin");
        });
        assertThatThrownBy(() -> notes.add(draft.text(SECRET + "\u0000")))
                .isInstanceOf(InvalidException.class)
                .hasMessageNotContaining("margin");
        assertThatThrownBy(() -> new Note(
                        note.id(),
                        1,
                        note.relation(),
                        null,
                        note.assignee(),
                        note.date(),
                        note.type(),
                        SECRET + " ",
                        note.marks(),
                        null,
                        note.recordedAt()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("margin");
    }

    @Test
    void a_row_names_the_relation_and_whose_it_is_as_they_are_called_now() {
        add(NoteDraft.about(office.acme));
        office.desk(office.lea)
                .relations()
                .change(office.acme, 1, RelationDraft.company("Acme & Sons").accountManager(office.lea));
        assertThat(notes.list(NoteFilter.all(), NoteOrder.PINNED_FIRST, Office.PAGE)
                        .rows())
                .extracting(NoteRow::relationName, NoteRow::assigneeName)
                .containsExactly(tuple("Acme & Sons", "Lea"));
    }

    private NoteId add(NoteDraft draft) {
        return notes.add(draft).id();
    }

    private List<NoteId> list(NoteFilter filter) {
        return all(page -> notes.list(filter, NoteOrder.PINNED_FIRST, page)).stream()
                .map(NoteRow::id)
                .toList();
    }
}
