package org.carnetcrm.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log of activities through the command line: its tables, its rules, and what is wrong with a file. */
class SmallActivitiesTest {

    @TempDir
    private Path folder;

    private final SmallFiles files = SmallFiles.activities();
    private final StringWriter errors = new StringWriter();

    // 20 minutes at 45.00 an hour are 15.00, 90 are 67.50, 25 are 18.75.
    @Test
    void costs_come_out_to_the_cent_although_hours_do_not() throws IOException {
        String told = run(0, "--rows", "--out", folder.resolve("out").toString());
        assertThat(folder.resolve("out/rep.csv")).hasContent("""
                rep,deals,won,lost,won acv,activities,minutes,cost at 45.00/h
                Ann,1,0,0,0,2,45,33.75
                Bob,1,1,0,9000.5,1,90,67.50
                """);
        assertThat(folder.resolve("out/type.csv")).hasContent("""
                type,n,minutes,Positive,Neutral,Negative
                Call,2,45,1,0,1
                Proposal Sent,1,90,0,1,0
                """);
        assertThat(folder.resolve("out/quota_rep.csv")).hasContent("""
                rep,quota,signed,attained
                Ann,1000,0,0.00 %
                Bob,0,9000.5,n/a
                """);
        assertThat(told)
                .contains("2  the minutes are no whole number of millionths of an hour: rounded")
                .contains("crm_activities.csv, line 4: an activity after the closing of its deal")
                .contains("crm_activities.csv, line 4: somebody else than who manages the deal")
                .contains("crm_deals.csv, line 3: num_touches is not the number of activities")
                .contains("crm_deals.csv, line 3: a deal was won");
    }

    @Test
    void every_report_is_written_and_every_language_writes_the_same_tables() throws IOException {
        run(0, "--out", folder.resolve("en").toString());
        assertThat(run(0, "--locale", "fr", "--out", folder.resolve("fr").toString()))
                .contains("1  activité après la clôture de son affaire : reprise quand même")
                .contains("Coût à 45,00/h (USD)");
        assertThat(run(0, "--locale", "nl", "--out", folder.resolve("nl").toString()))
                .contains("Kosten tegen 45,00/u (USD)");
        for (String table : new String[] {"totals", "rep", "type", "quota_rep", "quota_year"}) {
            byte[] english = Files.readAllBytes(folder.resolve("en/" + table + ".csv"));
            assertThat(folder.resolve("fr/" + table + ".csv")).hasBinaryContent(english);
            assertThat(folder.resolve("nl/" + table + ".csv")).hasBinaryContent(english);
        }
        assertThat(folder.resolve("en/crm-costs-by-representative.csv")).exists();
        assertThat(folder.resolve("en/actions-by-type.csv")).exists();
        assertThat(folder.resolve("en/time-in-stage.csv")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm_deals.csv", "crm_activities.csv", "monthly_targets.csv"})
    void a_file_that_is_missing_empty_or_cut_off_is_told(String name) throws IOException {
        String text = files.text(name);
        files.with(name, text.substring(0, text.lastIndexOf(',')));
        assertThat(refused()).contains(name + ", line " + text.lines().count()).contains("is the file cut off?");
        files.with(name, "");
        assertThat(refused()).contains(name + ", line 1: is empty");
        files.without(name);
        Files.delete(folder.resolve(name));
        assertThat(refused()).contains(name + ": there is no such file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crm_deals.csv | ,Lead, | ,Dreaming, | line 2: there is no stage 'Dreaming'",
                "crm_deals.csv | 2023-07-01,, | 2023-07-01,2023-07-09, | line 2: a deal at the stage 'Lead' has a close_date",
                "crm_deals.csv | 2023-07-02,2023-08-01 | 2023-07-02, | line 3: close_date is blank",
                "crm_deals.csv | 2023-07-02,2023-08-01 | 2023-07-02,2023-06-01 | line 3: on: the signature of 1 Jun 2023 is before",
                "crm_deals.csv | 9000.50 | plenty | line 3: value: 'plenty' is not a plain number",
                "crm_deals.csv | 9000.50 | 9000.505 | line 3: value: ",
                "crm_deals.csv | D2, | D1, | line 3: hostReference: the host reference D1 is taken",
                "crm_deals.csv | CRM Pro,Event | CRM/Pro,Event | line 2: code: 'CRM/PRO' is not a code",
                "crm_deals.csv | 45.0,1, | 45.0,one, | line 2: 'one' in num_touches is no number",
                "crm_activities.csv | A1,D1 | A1,D9 | line 2: there is no deal_id 'D9'",
                "crm_activities.csv | D1,Ann | D1,Eve | line 2: there is no rep_name 'Eve'",
                "crm_activities.csv | 2023-07-04 | soon | line 3: 'soon' in activity_date is no date",
                "crm_activities.csv | 90, | -90, | line 3: costs[0].quantity: ",
                "crm_activities.csv | 90, | long, | line 3: 'long' in duration_min is no number",
                "crm_activities.csv | Neutral | Mixed | line 3: 'Mixed' is no outcome of these data",
                "crm_activities.csv | A2, | A1, | line 3: hostReference: the host reference A1 is taken",
                "monthly_targets.csv | 2023-07-01,0 | July,0 | line 3: 'July' in month is no date",
                "monthly_targets.csv | 1000 | ten | line 2: 'ten' in quota is no number"
            })
    void a_cell_that_is_wrong_is_told_with_its_line(String name, String text, String other, String message)
            throws IOException {
        files.replacing(name, text, other);
        assertThat(refused()).contains(name + ", " + message);
    }

    @Test
    void files_of_two_sets_in_one_folder_are_refused_and_an_empty_folder_is_told_what_is_known() throws IOException {
        SmallFiles.northwind().writeTo(folder);
        assertThat(refused())
                .contains(
                        "holds files of more than one data set: [[crm_deals.csv, crm_activities.csv, monthly_targets.csv]"
                                + ", [northwind.sql]]");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(InMemory.run(
                        new PrintWriter(new StringWriter()), new PrintWriter(errors), "--data", empty.toString()))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("empty: holds no data set").contains("northwind.sql");
    }

    private String refused() throws IOException {
        run(1);
        String told = errors.toString();
        assertThat(told).doesNotContain("\tat ").doesNotContain("Exception");
        return told;
    }

    private String run(int expected, String... more) throws IOException {
        files.writeTo(folder);
        StringWriter output = new StringWriter();
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--data";
        arguments[1] = folder.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        int code = InMemory.run(new PrintWriter(output), new PrintWriter(errors), arguments);
        assertThat(code).as(errors.toString()).isEqualTo(expected);
        return output.toString();
    }
}
