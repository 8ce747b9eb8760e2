package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.assertRefused;
import static org.carnetcrm.Office.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.actor.Who;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.ForbiddenException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

/** Letter Q4: without the permission a note for administrators only does not exist. */
class AdminOnlyNoteTest {

    private final Office office = new Office();
    private final Desk lea = office.desk(office.lea);
    private final Desk max = office.desk(office.max);

    @Test
    void q4_an_author_without_the_permission_is_refused() {
        NoteDraft draft = hidden().assignee(office.max);
        assertThatThrownBy(() -> lea.notes().add(draft)).isInstanceOfSatisfying(ForbiddenException.class, e -> {
            assertThat(e.permission()).isEqualTo("SEE_ADMIN_ONLY");
            assertThat(e.getMessage())
                    .isEqualTo("the representative " + office.lea
                            + " lacks the permission to see notes for administrators only");
        });
        Note note = lea.notes().add(NoteDraft.about(office.acme));
        assertThatThrownBy(() -> lea.notes().change(note.id(), 1, draft)).isInstanceOf(ForbiddenException.class);
        assertThat(lea.notes().find(note.id())).contains(note);
        assertThat(max.notes()
                        .list(NoteFilter.all(), NoteOrder.EARLIEST, Office.PAGE)
                        .rows())
                .hasSize(1);
    }

    @Test
    void q4_an_assignee_without_the_permission_is_a_problem_of_the_draft() {
        assertRefused(() -> max.notes().add(hidden().assignee(office.tom)), "assignee note.assigneeBlind");
        Note toms = max.notes().add(NoteDraft.about(office.acme).assignee(office.tom));
        assertRefused(
                () -> max.notes().change(toms.id(), 1, NoteDraft.from(toms).adminOnly(true)),
                "assignee note.assigneeBlind");
        Note hidden = max.notes().add(hidden());
        assertThat(hidden.assignee()).isEqualTo(office.max);
        assertRefused(
                () -> max.notes().change(hidden.id(), 1, NoteDraft.from(hidden).assignee(office.tom)),
                "assignee note.assigneeBlind");
        office.trusted.add(office.tom);
        assertThat(max.notes()
                        .change(hidden.id(), 1, NoteDraft.from(hidden).assignee(office.tom))
                        .assignee())
                .isEqualTo(office.tom);
    }

    @Test
    void q4_the_hosts_port_is_asked_for_any_representative_and_never_for_the_system() {
        List<String> asked = new ArrayList<>();
        Workbench bench = Workbench.with(setup -> setup.withPermissions((tenant, who, permission) -> {
            asked.add(tenant + " " + who + " " + permission);
            return permission == Permission.SEE_ADMIN_ONLY;
        }));
        RepresentativeId tom =
                bench.system().representatives().ensure("user-tom", "Tom").id();
        asked.clear();
        NoteDraft draft = NoteDraft.about(bench.relation("Acme").id()).adminOnly(true);
        asked.clear();
        bench.desk().notes().add(draft.assignee(tom));
        assertThat(asked)
                .containsOnly("acme " + bench.lea() + " SEE_ADMIN_ONLY", "acme " + tom + " SEE_ADMIN_ONLY")
                .contains("acme " + tom + " SEE_ADMIN_ONLY");
        asked.clear();
        Note note = bench.system().notes().add(draft.assignee(bench.lea()));
        assertThat(bench.system().notes().find(note.id())).contains(note);
        assertThat(asked).containsExactly("acme " + bench.lea() + " SEE_ADMIN_ONLY");
    }

    @Test
    void q4_a_hidden_note_is_in_no_list_timeline_calendar_or_audit_of_who_may_not_see_it() {
        Note open = max.notes().add(NoteDraft.about(office.acme).assignee(office.max));
        Note hidden = max.notes().add(hidden().pinned(true));
        assertThat(answers(max)).contains(hidden.id());
        assertThat(answers(lea)).contains(open.id()).doesNotContain(hidden.id());
        assertThat(lea.notes().find(hidden.id())).isEmpty();
        assertThat(max.notes().find(hidden.id())).contains(hidden);
        assertThat(lea.audit(hidden.id())).isEmpty();
        assertThat(max.audit(hidden.id())).hasSize(1);
        assertThat(lea.notes()
                        .list(NoteFilter.all().withAdminOnly(true), NoteOrder.EARLIEST, Office.PAGE)
                        .rows())
                .as("whatever a caller says")
                .extracting(NoteRow::id)
                .containsExactly(open.id());
        assertThat(max.notes()
                        .list(NoteFilter.all().withAdminOnly(false), NoteOrder.EARLIEST, Office.PAGE)
                        .rows())
                .hasSize(2);
    }

    @Test
    void q4_no_command_of_who_may_not_see_it_finds_a_hidden_note() {
        Note hidden = max.notes().add(hidden());
        Notes notes = lea.notes();
        for (int version : new int[] {1, 7}) {
            assertNotFound(() -> notes.change(hidden.id(), version, NoteDraft.about(office.acme)));
            assertNotFound(() -> notes.change(hidden.id(), version, hidden()));
            assertNotFound(() -> notes.complete(hidden.id(), version));
            assertNotFound(() -> notes.reopen(hidden.id(), version));
            assertNotFound(() -> notes.pin(hidden.id(), version));
            assertNotFound(() -> notes.unpin(hidden.id(), version));
            assertNotFound(() -> notes.discard(hidden.id(), version));
        }
        assertThat(max.notes().find(hidden.id())).contains(hidden);
    }

    @Test
    void q4_a_hidden_note_shows_in_no_cursor() {
        for (int i = 1; i <= 3; i++) {
            lea.notes().add(NoteDraft.about(office.acme).date(day(-2 * i)));
        }
        List<String> before = cursors(lea);
        assertThat(cursors(max)).as("and none tells who may see more").isEqualTo(before);
        for (int i = 1; i <= 4; i++) {
            max.notes().add(hidden().date(day(1 - 2 * i)).pinned(i % 2 == 0));
        }
        assertThat(cursors(lea)).isEqualTo(before).isNotEmpty();
    }

    @Test
    void q4_a_hidden_note_takes_no_host_reference_from_the_others() {
        Note hidden = max.notes().add(hidden().hostReference("N-1"));
        assertThat(lea.notes().findByReference("N-1")).isEmpty();
        assertThat(max.notes().findByReference("N-1")).contains(hidden);
        Note open = lea.notes().add(NoteDraft.about(office.acme).hostReference("N-1"));
        assertThat(lea.notes().findByReference("N-1")).contains(open);
        assertThat(max.notes().findByReference("N-1")).contains(open);
        assertRefused(() -> max.notes().add(hidden().hostReference("N-1")), "hostReference reference.taken");
        assertRefused(
                () -> max.notes()
                        .change(
                                open.id(),
                                1,
                                NoteDraft.from(open).assignee(office.max).adminOnly(true)),
                "hostReference reference.taken");
        max.notes().discard(hidden.id(), 1);
        Note hiddenNow = max.notes()
                .change(open.id(), 1, NoteDraft.from(open).assignee(office.max).adminOnly(true));
        assertThat(lea.notes().findByReference("N-1")).isEmpty();
        assertThat(max.notes().findByReference("N-1")).contains(hiddenNow);
        assertThat(lea.notes().addAll(List.of(NoteDraft.about(office.acme).hostReference("N-1"))))
                .hasSize(1);
    }

    @Test
    void q4_the_audit_of_a_note_that_was_hidden_begins_when_it_was_shown() {
        Note hidden = max.notes().add(hidden().text("secret"));
        Note changed = max.notes().change(hidden.id(), 1, NoteDraft.from(hidden).text("public"));
        Note shown = max.notes().change(hidden.id(), 2, NoteDraft.from(changed).adminOnly(false));
        lea.notes().pin(hidden.id(), 3);
        List<AuditEntry> seen = lea.audit(hidden.id());
        assertThat(seen).extracting(AuditEntry::version).containsExactly(3, 4);
        assertThat(seen.get(0).changes())
                .as("as if it had been added then")
                .isEqualTo(FieldChange.between(Map.of(), shown.fields()));
        assertThat(seen.get(1).changes()).containsExactly(new FieldChange("pinned", null, "true"));
        assertThat(max.audit(hidden.id())).extracting(AuditEntry::version).containsExactly(1, 2, 3, 4);
        assertThatThrownBy(() -> lea.notes().pin(hidden.id(), 1))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        e -> assertThat(e.fields())
                                .containsExactlyInAnyOrderElementsOf(lea.notes()
                                        .find(hidden.id())
                                        .orElseThrow()
                                        .fields()
                                        .keySet())
                                .doesNotContain("adminOnly"));
    }

    @Test
    void q4_the_audit_of_a_note_that_is_hidden_now_is_empty_and_comes_back_with_the_note() {
        Note note = max.notes().add(NoteDraft.about(office.acme).text("public"));
        Note hidden = max.notes().change(note.id(), 1, NoteDraft.from(note).adminOnly(true));
        assertThat(lea.audit(note.id())).isEmpty();
        assertThat(answers(lea)).doesNotContain(note.id());
        max.notes().change(note.id(), 2, NoteDraft.from(hidden).adminOnly(false).text("shown"));
        List<AuditEntry> seen = lea.audit(note.id());
        assertThat(seen).extracting(AuditEntry::version).containsExactly(1, 2, 3);
        assertThat(seen.get(1).changes()).as("it went").allMatch(change -> change.to() == null);
        assertThat(seen.get(2).changes()).as("it came").allMatch(change -> change.from() == null);
        assertThat(seen)
                .noneMatch(entry -> entry.changes().stream()
                        .anyMatch(change -> change.field().equals("adminOnly")));
        max.notes().discard(note.id(), 3);
        assertThat(lea.audit(note.id())).hasSize(4);
    }

    @Test
    void q4_a_note_that_was_discarded_while_hidden_never_was() {
        Note note = max.notes().add(NoteDraft.about(office.acme).text("public"));
        max.notes().change(note.id(), 1, NoteDraft.from(note).adminOnly(true));
        max.notes().discard(note.id(), 2);
        assertThat(lea.audit(note.id())).isEmpty();
        assertThat(max.audit(note.id())).extracting(AuditEntry::version).containsExactly(1, 2, 3);
        assertThat(max.audit(note.id())).extracting(AuditEntry::who).containsOnly(Who.of(office.max));
    }

    @Test
    void q4_the_permission_is_asked_anew_by_each_command() {
        Note hidden = max.notes().add(hidden());
        office.trusted.add(office.lea);
        assertThat(lea.notes().find(hidden.id())).contains(hidden);
        office.trusted.remove(office.lea);
        assertThat(lea.notes().find(hidden.id())).isEmpty();
        office.trusted.remove(office.max);
        assertThat(max.notes().find(hidden.id())).as("its author neither").isEmpty();
        assertThat(office.bench.system().notes().complete(hidden.id(), 1).isDone())
                .isTrue();
    }

    private NoteDraft hidden() {
        return NoteDraft.about(office.acme).text("secret").adminOnly(true);
    }

    /** Every note that an actor hears of. */
    private List<Object> answers(Desk desk) {
        List<Object> heard = new ArrayList<>();
        for (NoteOrder order : NoteOrder.values()) {
            for (NoteFilter filter : List.of(
                    NoteFilter.all(),
                    NoteFilter.all().assignee(office.max),
                    desk.notes().due())) {
                all(page -> desk.notes().list(filter, order, page)).forEach(row -> heard.add(row.id()));
            }
        }
        all(page -> desk.timeline().of(office.acme, page)).forEach(entry -> heard.add(entry.item()));
        all(page -> desk.calendar().of(office.max, day(-9), day(9), page)).forEach(entry -> heard.add(entry.item()));
        return heard;
    }

    /** Every cursor that an actor is given of what stands with Acme and with Lea. */
    private List<String> cursors(Desk desk) {
        PageRequest one = PageRequest.first(1);
        List<String> cursors = new ArrayList<>();
        for (NoteOrder order : NoteOrder.values()) {
            var page = desk.notes().list(NoteFilter.all(), order, one);
            while (page.cursor() != null) {
                cursors.add(page.cursor());
                page = desk.notes().list(NoteFilter.all(), order, one.after(page.cursor()));
            }
        }
        var timeline = desk.timeline().of(office.acme, one);
        while (timeline.cursor() != null) {
            cursors.add(timeline.cursor());
            timeline = desk.timeline().of(office.acme, one.after(timeline.cursor()));
        }
        var calendar = desk.calendar().of(office.lea, day(-9), day(9), one);
        while (calendar.cursor() != null) {
            cursors.add(calendar.cursor());
            calendar = desk.calendar().of(office.lea, day(-9), day(9), one.after(calendar.cursor()));
        }
        return cursors;
    }

    private static void assertNotFound(ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOf(NotFoundException.class);
    }
}
