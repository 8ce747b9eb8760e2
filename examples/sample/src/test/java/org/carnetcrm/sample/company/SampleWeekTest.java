package org.carnetcrm.sample.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the played week tells, with figures that were worked out by hand from the bundled files. */
class SampleWeekTest {

    @TempDir
    private Path folder;

    private String told(String language) {
        StringWriter told = new StringWriter();
        SampleWeek.tell(Storage.inMemory(), new Output(new PrintWriter(told), Locale.forLanguageTag(language), folder));
        return told.toString();
    }

    private static String after(String told, String line) {
        assertThat(told).contains(line);
        return told.substring(told.indexOf(line) + line.length());
    }

    // 2 × 18.40 is looked up; 3 × 24.50 is by hand; 3 × 18.40 of the cancelled call count no more.
    @Test
    void d13_d14_a_visit_costs_what_the_cost_module_says_and_what_was_entered_by_hand() {
        String told = told("en");
        assertThat(told)
                .contains("2 × DEMO-KIT at EUR 18.40, as the cost module says: EUR 36.80")
                .contains("lunch for EUR 73.50, so it cost EUR 110.30 in all")
                .contains("Jan cancels the call “Label samples”; its EUR 55.20 count no more");
        // Done by Jan: lunch 86.50, two kits 36.80, and the 110.30 of the week. None of his is still planned.
        assertThat(folder.resolve("crm-costs-by-representative.csv"))
                .content()
                .contains("Jan Peeters,EUR,0,0.00,4,233.60");
    }

    @Test
    void d9_d11_x2_a_completed_visit_gives_a_new_status_and_one_that_is_undone_takes_it_back() {
        String told = told("en");
        assertThat(after(told, "it was agreed that Ostend Marine is a customer once that is done; its history:\n"))
                .startsWith(
                        "    1. Prospect from 1 Sep 2025 on\n    2. Prospect → Customer from 10 Mar 2026 on\n  Jan signs");
        assertThat(after(told, "Vignobles Castel-Moulin is a prospect again\n"))
                .startsWith("    1. Prospect from 1 Sep 2025 on\n    2. Prospect → Customer from 11 Mar 2026 on\n"
                        + "    3. row 2 is taken back: Prospect from 11 Mar 2026 on\n");
        assertThat(folder.resolve("conversions.csv"))
                .content()
                .contains("Ostend Marine")
                .contains("Tissages Durand & Fils")
                .doesNotContain("Castel-Moulin");
    }

    @Test
    void d4_q2_the_calendar_of_a_week_holds_actions_reminders_chases_and_closings() {
        assertThat(after(told("en"), "What stands in Jan’s calendar this week:\n"))
                .startsWith("""
                            10 Mar 2026: action – Label samples, Brouwerij De Linde
                            10 Mar 2026, 10:00: action – Signing on the quay, Ostend Marine
                            12 Mar 2026: reminder – Brouwerij De Linde
                            13 Mar 2026: to chase – SO-1027, Ostend Marine
                            13 Mar 2026: closing expected – Labelling line Gent, Brouwerij De Linde
                        """);
    }

    @Test
    void q4_a_note_for_administrators_only_is_seen_by_the_head_of_sales_alone() {
        List<String> lines = told("en").lines().toList();
        assertThat(lines)
                .contains(
                        "    Élodie sees: Visits at the east gate only",
                        "    Camille sees: Pays late: no more credit before April")
                .noneMatch(line -> line.startsWith("    Élodie sees: Pays late"));
    }

    @Test
    void r6_the_box_changes_with_what_is_chased_and_closed() {
        String told = told("en");
        assertThat(after(told, "The follow-up box in the morning:\n")).startsWith("""
                    overdue: Q-2026-018 (2 Mar 2026), SO-1023 (5 Mar 2026)
                    due today: Q-2026-022 (12 Mar 2026)
                """);
        assertThat(after(told, "The follow-up box after it:\n")).startsWith("""
                    overdue: –
                    due today: –
                """);
    }

    // Thomas has two relations, the visit of 18 March, one reminder, and the deals D-02, D-11, D-14, D-26 and D-38.
    @Test
    void x1_x3_what_was_entered_twice_goes_and_the_work_of_a_leaver_is_handed_over() {
        assertThat(told("en"))
                .contains("Jan entered “Labelling line Gent” twice and discards one")
                .contains(
                        "Thomas leaves; Élodie takes over relations: 2, planned actions: 1, reminders: 1, open deals: 5");
        assertThat(folder.resolve("reminders-due.csv"))
                .content()
                .contains("Élodie Girard")
                .doesNotContain("Thomas");
        assertThat(folder.resolve("due-follow-ups.csv"))
                .content()
                .contains("Q-2026-018")
                .doesNotContain("SO-1023");
    }

    @Test
    void the_timeline_of_a_relation_tells_the_newest_first() {
        assertThat(after(told("en"), "The latest with Ostend Marine:\n")).startsWith("""
                    10 Mar 2026: action – Signing on the quay
                    10 Mar 2026: status – Customer
                    10 Mar 2026: deal closed – Maintenance contract Oostende
                    23 Feb 2026: document – SO-1027
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "nl"})
    void the_week_is_short_and_leaves_no_blank_to_fill_in(String language) {
        String told = told(language);
        assertThat(told)
                .doesNotContain("{")
                .doesNotContain("null")
                .contains("28")
                .contains("Ostend Marine");
        String week = told.substring(0, told.indexOf("\n---") < 0 ? told.length() : told.indexOf("---"));
        assertThat(week.lines().count()).as("a page of lines, not a book").isLessThan(90);
    }
}
