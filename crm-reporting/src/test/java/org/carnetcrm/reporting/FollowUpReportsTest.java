package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.id.RepresentativeId;
import org.junit.jupiter.api.Test;

/**
 * On 12 March 2026: an order of EUR 1234.50 that was chased three times and is to be chased on the 10th, a quote of JPY
 * 5000 to be chased today, one of KWD 1.500 tomorrow, an order without amount on the 20th, and one that was chased once and
 * is closed.
 */
class FollowUpReportsTest {

    private final ActivityCrm crm = new ActivityCrm();
    private final BusinessDocument order;
    private final BusinessDocument closed;

    FollowUpReportsTest() {
        order = add(DocumentDraft.order("SO-1023", crm.acme.id()).amount("1234.50"));
        add(DocumentDraft.quote("Q-7", crm.beta.id())
                .amount("5000")
                .currency("JPY")
                .chaseOn(ActivityCrm.TODAY));
        add(DocumentDraft.quote("Q-8", crm.beta.id())
                .amount("1.5")
                .currency("KWD")
                .chaseOn(ActivityCrm.TODAY.plusDays(1)));
        add(DocumentDraft.order("SO-9", crm.beta.id()).chaseOn(LocalDate.of(2026, 3, 20)));
        closed = add(DocumentDraft.order("SO-1", crm.acme.id()));
        chase(order, crm.lea, "2026-02-01", "2026-02-15", "PHONE", "Called; they\nwill answer.");
        chase(order, crm.bob, "2026-02-15", "2026-03-01", null, "=HYPERLINK(\"http://x\")");
        chase(order, crm.lea, "2026-03-01", "2026-03-10", null, null);
        chase(closed, crm.bob, "2026-02-10", null, null, null);
        BusinessDocument chased = crm.desk.documents().find(closed.id()).orElseThrow();
        crm.desk.documents().close(chased.id(), chased.version(), null);
    }

    @Test
    void r4_follow_ups_in_general_stand_the_latest_first_closed_documents_included() {
        assertThat(text(FollowUpFilter.all(), Locale.ENGLISH)).isEqualTo("""
                Follow-ups

                No.        Relation  Kind   Document  Channel  Note                       Representative  Date         Next date
                ---------  --------  -----  --------  -------  -------------------------  --------------  -----------  -----------
                SO-1023/3  Acme      Order  SO-1023                                       Lea             1 Mar 2026   10 Mar 2026
                SO-1023/2  Acme      Order  SO-1023            =HYPERLINK("http://x")     Bob             15 Feb 2026  1 Mar 2026
                SO-1/1     Acme      Order  SO-1                                          Bob             10 Feb 2026
                SO-1023/1  Acme      Order  SO-1023   Phone    Called; they will answer.  Lea             1 Feb 2026   15 Feb 2026

                """);
    }

    @Test
    void r4_follow_ups_of_a_relation_and_of_a_document_are_called_so() {
        FollowUpFilter ofAcme = FollowUpFilter.all().relation(crm.acme.id());

        assertThat(text(ofAcme, Locale.FRENCH))
                .startsWith("Relances d’une relation\n\nN°")
                .contains("SO-1/1");
        assertThat(FollowUpReport.of(crm.desk, FollowUpFilter.all().document(order.id()))
                        .rows())
                .extracting(FollowUpRow::reference)
                .containsExactly("SO-1023/3", "SO-1023/2", "SO-1023/1");
        assertThat(text(FollowUpFilter.all().document(closed.id()), ActivityCrm.DUTCH))
                .isEqualTo("""
                Opvolgingen van een document

                Nr.     Relatie  Soort  Document  Kanaal  Notitie  Vertegenwoordiger  Datum       Volgende datum
                ------  -------  -----  --------  ------  -------  -----------------  ----------  --------------
                SO-1/1  Acme     Order  SO-1                       Bob                10-02-2026

                """);
        assertThat(text(FollowUpFilter.all().relation(crm.beta.id()), Locale.ENGLISH))
                .startsWith("Follow-ups of a relation\n")
                .endsWith("\n(nothing to show)\n\n");
    }

    @Test
    void notes_are_whole_in_a_csv_file_and_defused() {
        assertThat(csv(FollowUpFilter.all().document(order.id())))
                .isEqualTo(
                        "reference,relation,kind,document,channel,note,representative,date,nextOn\r\n"
                                + "SO-1023/3,Acme,Order,SO-1023,,,Lea,2026-03-01,2026-03-10\r\n"
                                + "SO-1023/2,Acme,Order,SO-1023,,\"'=HYPERLINK(\"\"http://x\"\")\",Bob,2026-02-15,2026-03-01\r\n"
                                + "SO-1023/1,Acme,Order,SO-1023,Phone,\"Called; they\nwill answer.\",Lea,2026-02-01,2026-02-15\r\n");
    }

    @Test
    void read_in_pages_the_same_follow_ups_are_written_under_the_same_name() {
        for (FollowUpFilter filter : List.of(
                FollowUpFilter.all(),
                FollowUpFilter.all().relation(crm.acme.id()),
                FollowUpFilter.all().document(order.id()))) {
            LongTable pages = FollowUpReport.inPages(crm.desk, filter, Locale.FRENCH);

            assertThat(PlainText.write(pages, Locale.FRENCH)).isEqualTo(text(filter, Locale.FRENCH));
            assertThat(PlainText.write(pages, Locale.FRENCH)).as("again").isEqualTo(text(filter, Locale.FRENCH));
        }
    }

    @Test
    void read_in_pages_what_is_due_is_the_same_and_its_note_tells_the_day() {
        Table due =
                DueFollowUps.of(crm.desk, DueFilter.all(), ActivityCrm.TODAY).table(Locale.ENGLISH);
        LongTable pages = DueFollowUps.inPages(crm.desk, DueFilter.all(), ActivityCrm.TODAY, Locale.ENGLISH);

        assertThat(pages.rows()).containsExactlyElementsOf(due.rows()).hasSize(4);
        assertThat(pages.columns()).isEqualTo(due.columns());
        assertThat(pages.name()).isEqualTo(due.name());
        assertThat(pages.notes()).containsExactly("As of 12 Mar 2026.");
    }

    @Test
    void r4_a_list_longer_than_a_page_is_read_to_its_end() {
        crm.desk
                .followUps()
                .recordAll(Collections.nCopies(
                        1001, FollowUpDraft.about(order.id()).date(LocalDate.of(2026, 3, 2))));

        assertThat(FollowUpReport.of(crm.desk, FollowUpFilter.all()).rows())
                .hasSize(1005)
                .extracting(FollowUpRow::reference)
                .doesNotHaveDuplicates()
                .endsWith("SO-1023/1");
        assertThat(FollowUpReport.inPages(crm.desk, FollowUpFilter.all(), Locale.ENGLISH)
                        .rows())
                .hasSize(1005);
    }

    @Test
    void r5_what_is_to_be_chased_stands_by_date_with_who_chased_last() {
        assertThat(ActivityCrm.text(due(DueFilter.all()).table(Locale.ENGLISH), Locale.ENGLISH))
                .isEqualTo("""
                Quotes and orders to chase
                As of 12 Mar 2026: overdue: 1; due that day: 1.

                Kind   Document  Relation  Currency    Amount  Due on       Urgency  Last chased on  Last chased by
                -----  --------  --------  --------  --------  -----------  -------  --------------  --------------
                Order  SO-1023   Acme      EUR       1,234.50  10 Mar 2026  Overdue  1 Mar 2026      Lea
                Quote  Q-7       Béta      JPY          5,000  12 Mar 2026  Today
                Quote  Q-8       Béta      KWD          1.500  13 Mar 2026  Later
                Order  SO-9      Béta                     n/a  20 Mar 2026  Later

                """);
    }

    @Test
    void r5_what_is_due_on_another_day_is_seen_from_there() {
        LocalDate later = LocalDate.of(2026, 3, 13);
        DueFollowUps due = DueFollowUps.of(crm.desk, DueFilter.all().dueOn(later), later);

        assertThat(due.rows())
                .extracting(row -> row.document().number() + " " + row.urgency())
                .containsExactly("SO-1023 OVERDUE", "Q-7 OVERDUE", "Q-8 TODAY");
        assertThat(due.table(ActivityCrm.DUTCH).notes()).containsExactly("Op 13-03-2026: te laat: 2; voor die dag: 1.");
    }

    @Test
    void r5_nothing_due_is_said_so() {
        DueFollowUps none =
                DueFollowUps.of(new ActivityCrm().desk, DueFilter.all().dueOn(ActivityCrm.TODAY), ActivityCrm.TODAY);

        assertThat(ActivityCrm.text(none.table(Locale.FRENCH), Locale.FRENCH))
                .startsWith("Devis et commandes à relancer\nAu 12/03/2026 : en retard : 0 ; pour ce jour : 0.\n")
                .endsWith("(rien à afficher)\n\n");
    }

    @Test
    void r6_the_box_has_four_sections_and_says_where_a_list_goes_on() {
        List<Table> sections = FollowUpBoxReport.of(crm.desk, 1).tables(Locale.ENGLISH);

        assertThat(sections)
                .extracting(section -> section.title(Locale.ENGLISH))
                .containsExactly("Overdue follow-ups", "Follow-ups due today", "Next follow-ups", "Last follow-ups");
        assertThat(sections.get(0).rows()).extracting(row -> row.get(1)).containsExactly("SO-1023");
        assertThat(sections.get(1).rows()).extracting(row -> row.get(1)).containsExactly("Q-7");
        assertThat(sections.get(2).rows()).extracting(row -> row.get(1)).containsExactly("Q-8");
        assertThat(sections.get(3).rows()).extracting(row -> row.get(0)).containsExactly("SO-1023/3");
        assertThat(sections)
                .extracting(Table::notes)
                .containsExactly(
                        List.of("As of 12 Mar 2026."),
                        List.of("As of 12 Mar 2026."),
                        List.of("As of 12 Mar 2026.", "First rows only: 1."),
                        List.of("As of 12 Mar 2026.", "First rows only: 1."));
    }

    @Test
    void r6_the_box_puts_each_document_in_one_section_and_names_who_chased_it() {
        FollowUpBoxReport box = FollowUpBoxReport.of(crm.desk, 10);

        assertThat(box.overdue().rows())
                .extracting(DueFollowUps.Row::chasedByName)
                .containsExactly("Lea");
        assertThat(box.dueToday().rows()).extracting(DueFollowUps.Row::urgency).containsExactly(Urgency.TODAY);
        assertThat(box.next().rows())
                .extracting(DueFollowUps.Row::urgency)
                .containsExactly(Urgency.LATER, Urgency.LATER);
        assertThat(box.last().rows()).hasSize(4);
        assertThat(FollowUpBoxReport.of(new ActivityCrm().desk, 10).tables(ActivityCrm.DUTCH))
                .allSatisfy(section -> assertThat(ActivityCrm.text(section, ActivityCrm.DUTCH))
                        .contains("\nOp 12-03-2026.\n\n")
                        .endsWith("(niets te tonen)\n\n"));
    }

    private BusinessDocument add(DocumentDraft draft) {
        return crm.desk.documents().add(draft);
    }

    private void chase(
            BusinessDocument document, RepresentativeId by, String date, String nextOn, String channel, String note) {
        crm.desk
                .followUps()
                .record(FollowUpDraft.about(document.id())
                        .by(by)
                        .date(LocalDate.parse(date))
                        .nextOn(nextOn == null ? null : LocalDate.parse(nextOn))
                        .channel(channel)
                        .note(note));
    }

    private DueFollowUps due(DueFilter filter) {
        return DueFollowUps.of(crm.desk, filter, ActivityCrm.TODAY);
    }

    private String text(FollowUpFilter filter, Locale locale) {
        return ActivityCrm.text(FollowUpReport.of(crm.desk, filter).table(locale), locale);
    }

    private String csv(FollowUpFilter filter) {
        return ActivityCrm.csv(FollowUpReport.of(crm.desk, filter).table(Locale.ENGLISH));
    }
}
