package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carnetcrm.Desk;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteRow;

class RemindersDueTest {

    private static final LocalDate TODAY = ActivityCrm.TODAY;

    record Remark(int daysAhead, boolean ofBob, boolean pinned, boolean done, boolean adminOnly, String text) {}

    @Example
    void q2_reminders_due_stand_by_date_for_everybody_or_for_one() {
        ActivityCrm crm = new ActivityCrm();
        note(crm, new Remark(-2, false, true, false, false, "+32 470 00 00 00: call back"));
        note(crm, new Remark(0, true, false, false, false, "Send the offer"));
        note(crm, new Remark(1, true, false, false, false, "Tomorrow"));
        note(crm, new Remark(-1, true, false, true, false, "Done already"));
        note(crm, new Remark(-1, false, false, false, true, "x".repeat(61)));

        assertThat(ActivityCrm.text(
                        RemindersDue.of(crm.desk, NoteFilter.all(), TODAY).table(Locale.ENGLISH), Locale.ENGLISH))
                .isEqualTo("""
                Reminders due
                As of 12 Mar 2026: overdue: 2; due that day: 1.

                Date         Relation  Type     Assignee  Text                                                          Pinned
                -----------  --------  -------  --------  ------------------------------------------------------------  ------
                10 Mar 2026  Acme      General  Lea       +32 470 00 00 00: call back                                   yes
                11 Mar 2026  Acme      General  Lea       xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                12 Mar 2026  Acme      General  Bob       Send the offer

                """);
        assertThat(ActivityCrm.text(
                        RemindersDue.of(crm.bobs(), crm.bobs().notes().mine(), TODAY)
                                .table(Locale.FRENCH),
                        Locale.FRENCH))
                .isEqualTo("""
                Rappels à traiter
                Au 12/03/2026 : en retard : 0 ; pour ce jour : 1.

                Date        Relation  Type     Responsable  Texte           Épinglée
                ----------  --------  -------  -----------  --------------  --------
                12/03/2026  Acme      Général  Bob          Send the offer

                """);
        assertThat(ActivityCrm.csv(
                        RemindersDue.of(crm.desk, NoteFilter.all(), TODAY).table(Locale.ENGLISH)))
                .isEqualTo("date,relation,type,assignee,text,pinned\r\n"
                        + "2026-03-10,Acme,General,Lea,'+32 470 00 00 00: call back,true\r\n"
                        + "2026-03-11,Acme,General,Lea," + "x".repeat(61) + ",false\r\n"
                        + "2026-03-12,Acme,General,Bob,Send the offer,false\r\n");
    }

    @Property(tries = 25)
    void read_in_pages_reminders_are_the_same_and_their_note_tells_the_day(@ForAll("remarks") List<Remark> remarks) {
        ActivityCrm crm = new ActivityCrm();
        remarks.forEach(remark -> note(crm, remark));
        Table due = RemindersDue.of(crm.desk, NoteFilter.all(), TODAY).table(ActivityCrm.DUTCH);
        LongTable pages = RemindersDue.inPages(crm.desk, NoteFilter.all(), TODAY, ActivityCrm.DUTCH);

        assertThat(pages.rows()).containsExactlyElementsOf(due.rows());
        assertThat(pages.columns()).isEqualTo(due.columns());
        assertThat(pages.name()).isEqualTo(due.name());
        assertThat(pages.notes()).containsExactly("Op 12-03-2026.");
    }

    @Property(tries = 25)
    void q4_notes_for_administrators_change_no_byte_for_who_may_not_see_them(@ForAll("remarks") List<Remark> remarks) {
        ActivityCrm with = new ActivityCrm();
        ActivityCrm without = new ActivityCrm();
        for (Remark remark : remarks) {
            note(with, remark);
            if (!remark.adminOnly()) {
                note(without, remark);
            }
        }

        assertThat(everything(with.bobs())).isEqualTo(everything(without.bobs()));
        assertThat(RemindersDue.of(with.desk, NoteFilter.all(), TODAY).rows()).hasSize((int) remarks.stream()
                .filter(remark -> !remark.done() && remark.daysAhead() <= 0)
                .count());
    }

    @Property(tries = 25)
    void each_reminder_due_stands_once_and_no_other_note(@ForAll("remarks") List<Remark> remarks) {
        ActivityCrm crm = new ActivityCrm();
        remarks.forEach(remark -> note(crm, remark));

        List<NoteRow> rows = RemindersDue.of(crm.desk, NoteFilter.all(), TODAY).rows().stream()
                .map(RemindersDue.Row::note)
                .toList();

        assertThat(rows).extracting(NoteRow::id).doesNotHaveDuplicates();
        assertThat(rows).extracting(NoteRow::date).isSorted();
        assertThat(rows)
                .extracting(row -> row.date() + "|" + row.text())
                .containsExactlyInAnyOrderElementsOf(remarks.stream()
                        .filter(remark -> !remark.done() && remark.daysAhead() <= 0)
                        .map(remark -> TODAY.plusDays(remark.daysAhead()) + "|" + remark.text())
                        .toList());
    }

    @Provide
    Arbitrary<List<Remark>> remarks() {
        return Combinators.combine(
                        Arbitraries.integers().between(-3, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of("=1+1", "a\nb", "é,\"x\"", "Call", "😀"))
                .as(Remark::new)
                .list()
                .ofMaxSize(15);
    }

    private static String everything(Desk desk) {
        return ActivityCrm.bytes(RemindersDue.of(desk, NoteFilter.all(), TODAY)::table)
                + ActivityCrm.bytes(RemindersDue.of(desk, desk.notes().mine(), TODAY)::table)
                + ActivityCrm.bytes(RemindersDue.of(desk, NoteFilter.all().withAdminOnly(true), TODAY)::table);
    }

    /** Admin-only notes are Lea's, for Bob may have none. */
    private static void note(ActivityCrm crm, Remark remark) {
        crm.desk
                .notes()
                .add(NoteDraft.about(crm.acme.id())
                        .assignee(remark.ofBob() && !remark.adminOnly() ? crm.bob : crm.lea)
                        .date(TODAY.plusDays(remark.daysAhead()))
                        .text(remark.text())
                        .pinned(remark.pinned())
                        .done(remark.done())
                        .adminOnly(remark.adminOnly()));
    }
}
