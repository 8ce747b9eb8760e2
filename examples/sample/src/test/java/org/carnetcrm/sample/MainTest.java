package org.carnetcrm.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final List<String> SHEETS = List.of(
            "totals.csv",
            "agent.csv",
            "manager.csv",
            "region.csv",
            "product.csv",
            "sector.csv",
            "close_quarter.csv",
            "close_month.csv",
            "account.csv",
            "parent_groups.csv",
            "agent_quarter.csv");

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    private String run(int expected, String... arguments) {
        StringWriter output = new StringWriter();
        int code = InMemory.run(new PrintWriter(output), new PrintWriter(errors), arguments);
        assertThat(code).as(errors.toString()).isEqualTo(expected);
        return output.toString();
    }

    @Test
    void the_sample_prints_the_same_bytes_each_time_and_speaks_three_languages() {
        String english = run(0);
        assertThat(run(0)).isEqualTo(english);
        assertThat(english)
                .contains("Tuesday 10 Mar 2026")
                .contains("refused (closing code): a lost deal needs a closing code")
                .contains("refused (value): somebody else was first")
                .contains("Qualification");
        assertThat(run(0, "--locale", "fr"))
                .contains("Mardi 10/03/2026")
                .contains("refusé (code de clôture) : une affaire perdue demande un code de clôture")
                .contains("Prospect → Client à partir du 10/03/2026")
                .doesNotContain("refused");
        assertThat(run(0, "--locale", "nl"))
                .contains("Dinsdag 10-03-2026")
                .contains("geweigerd (afsluitcode): een verloren verkoopkans vraagt een afsluitcode")
                .contains("Prospect → Klant vanaf 10-03-2026")
                .doesNotContain("refused");
    }

    @Test
    void the_tables_of_sales_data_are_shown_in_each_language_and_written_to_the_same_files() throws IOException {
        String data = new SmallFiles().writeTo(folder).toString();
        Path english = folder.resolve("en");
        assertThat(run(0, "--data", data, "--out", english.toString()))
                .contains("1  the product “GTXPro” is not in the catalogue as spelled: taken for “GTX Pro”")
                .contains("Won value (USD)")
                .contains("(no account)");
        assertThat(run(
                        0,
                        "--data",
                        data,
                        "--locale",
                        "fr",
                        "--out",
                        folder.resolve("fr").toString()))
                .contains("1  le produit « GTXPro » ne figure pas tel quel au catalogue : pris pour « GTX Pro »")
                .contains("Valeur gagnée (USD)")
                .contains("(sans compte)")
                .contains("Engagée")
                .doesNotContain("no account")
                .doesNotContain("Engaging");
        assertThat(run(
                        0,
                        "--data",
                        data,
                        "--locale",
                        "nl",
                        "--out",
                        folder.resolve("nl").toString()))
                .contains("1  het product “GTXPro” staat niet zo gespeld in de catalogus: opgevat als “GTX Pro”")
                .contains("Gewonnen waarde (USD)")
                .contains("(geen account)")
                .doesNotContain("no account")
                .doesNotContain("Engaging");
        for (String name : SHEETS) {
            byte[] written = Files.readAllBytes(english.resolve(name));
            assertThat(folder.resolve("fr").resolve(name)).hasBinaryContent(written);
            assertThat(folder.resolve("nl").resolve(name)).hasBinaryContent(written);
        }
        assertThat(english.resolve("agent.csv")).hasContent("""
                        key,won,lost,engaging,prospecting,won value,win rate
                        Anna Snelling,1,1,0,0,4800,50.00 %
                        Cecily Lampkin,0,0,1,1,0,n/a
                        """);
    }

    @Test
    void each_row_for_which_a_rule_was_needed_is_told_on_request() throws IOException {
        String data = new SmallFiles().writeTo(folder).toString();
        assertThat(run(0, "--data", data, "--rows"))
                .contains("sales_pipeline.csv, line 4: no account: with the relation “(no account)”")
                .contains(
                        "sales_pipeline.csv, line 5: no engage_date: opens on the last date in the files, 11 Mar 2017");
        assertThat(run(0, "--data", data, "--rows", "--unmatched", "--locale", "fr"))
                .contains("sales_pipeline.csv, ligne 2 : le produit « GTXPro » ne figure pas tel quel au catalogue");
    }

    @Test
    void an_amount_of_a_lost_deal_is_told_and_left_out() throws IOException {
        SmallFiles files = new SmallFiles().replacing("sales_pipeline.csv", "2017-03-11,0", "2017-03-11,7.50");
        assertThat(run(0, "--data", files.writeTo(folder).toString()))
                .contains("1  a lost deal with a close_value: the amount is not kept")
                .contains("7.5 (1 rows, sum 7.5)");
    }

    @Test
    void every_report_is_written_as_csv() throws IOException {
        run(0, "--out", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(16).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
    }

    @Test
    void wrong_options_end_with_2_and_a_missing_folder_with_1_without_a_stack_trace() {
        run(2, "--what");
        run(2, "--locale", "de");
        run(1, "--data", folder.resolve("nowhere").toString());
        assertThat(errors.toString())
                .contains("nowhere: there is no such folder")
                .doesNotContain("\tat ");
        assertThat(run(0, "--help")).contains("--data");
    }
}
