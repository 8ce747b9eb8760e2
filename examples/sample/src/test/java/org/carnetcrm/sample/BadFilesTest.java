package org.carnetcrm.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a file is told with its name and line, ends with 1, and shows no stack trace. */
class BadFilesTest {

    @TempDir
    private Path folder;

    private final SmallFiles files = new SmallFiles();

    @ParameterizedTest
    @ValueSource(strings = {"accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"})
    void a_file_that_is_missing_is_named(String name) throws IOException {
        assertThat(refusal(files.without(name))).contains(name + ": there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"})
    void a_file_that_is_empty_or_has_a_header_alone_is_told_with_its_line(String name) throws IOException {
        String header = files.text(name).lines().findFirst().orElseThrow();
        assertThat(refusal(files.with(name, header + "\n"))).contains(name + ", line 2: there is no row");
        assertThat(refusal(files.with(name, "\n"))).contains(name + ", line 1: is empty");
        assertThat(refusal(files.with(name, ""))).contains(name + ", line 1: is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"})
    void a_file_with_other_columns_is_told_with_those_expected(String name) throws IOException {
        assertThat(refusal(files.with(name, files.text(name).replace(',', ';'))))
                .contains(name + ", line 1: the header is [")
                .contains("expected [");
        assertThat(refusal(files.with(name, new SmallFiles().text(name).replaceFirst(",[a-z_]+", ""))))
                .contains(name + ", line 1: the header is [");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"})
    void a_file_that_is_cut_off_is_told_with_its_last_line(String name) throws IOException {
        String text = files.text(name);
        String cut = text.substring(0, text.lastIndexOf(','));
        assertThat(refusal(files.with(name, cut.substring(0, cut.lastIndexOf(',')))))
                .contains(name + ", line " + text.lines().count() + ": ")
                .contains("is the file cut off?");
    }

    @Test
    void a_file_in_another_encoding_is_told_with_the_first_line_that_is_not_utf_8() throws IOException {
        String accounts = files.text("accounts.csv");
        assertThat(refusal(files.with("accounts.csv", accounts, StandardCharsets.ISO_8859_1)))
                .contains("accounts.csv, line 2: is not UTF-8");
        assertThat(refusal(files.with("accounts.csv", accounts, StandardCharsets.UTF_16)))
                .contains("accounts.csv, line 1: is not UTF-8");
    }

    @Test
    void a_folder_in_the_place_of_a_file_cannot_be_read() throws IOException {
        Files.createDirectory(folder.resolve("products.csv"));
        assertThat(refusal(files.without("products.csv"))).contains("products.csv: cannot be read: ");
    }

    @Test
    void a_text_that_begins_with_a_byte_order_mark_is_read_all_the_same() throws IOException {
        files.with("accounts.csv", "\uFEFF" + files.text("accounts.csv")).writeTo(folder);
        assertThat(InMemory.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(new StringWriter()),
                        "--data",
                        folder.toString()))
                .isEqualTo(0);
    }

    // accounts.csv has Gamma below Béta below Acme, in the lines 2, 4 and 3.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Belgium, | Belgium,Acme | line 3: the account 'Acme' stands above itself: Acme, Acme",
                "Belgium, | Belgium,Béta | line 4: the account 'Béta' stands above itself: Béta, Acme, Béta",
                "Belgium, | Belgium,Gamma | line 2: the account 'Gamma' stands above itself: Gamma, Béta, Acme, Gamma",
                "Belgium, | Belgium,Delta | line 3: there is no account 'Delta'",
                "Acme,retail | Gamma,retail | line 3: the account 'Gamma' stands in the file twice",
                "Gamma,retail | ' ,retail' | line 2: name: is required"
            })
    void accounts_that_do_not_hang_together_are_told_with_a_line(String text, String other, String message)
            throws IOException {
        assertThat(refusal(files.replacing("accounts.csv", text, other))).contains("accounts.csv, " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "products.csv | 4821 | much | line 2: 'much' in sales_price is no number",
                "products.csv | MG Special | GTX Pro | line 3: the product 'GTX Pro' stands in the file twice",
                "products.csv | MG Special | M&G | line 3: code: 'M&G' is not a code",
                "sales_teams.csv | Cecily Lampkin | Anna Snelling | line 3: the agent 'Anna Snelling' stands in the file twice",
                "sales_teams.csv | Cecily Lampkin, | '\"\",' | line 3: name: is required",
                "sales_pipeline.csv | Anna Snelling,GTX | Anna,GTX | line 2: there is no sales_agent 'Anna'",
                "sales_pipeline.csv | Gamma | Delta | line 5: there is no account 'Delta'",
                "sales_pipeline.csv | GTXPro | GTZ | line 2: there is no product 'GTZ'",
                "sales_pipeline.csv | Lost | Gone | line 3: 'Gone' is no stage of these data",
                "sales_pipeline.csv | 2017-03-11 | soon | line 3: 'soon' in close_date is no date",
                "sales_pipeline.csv | 2017-03-11,0 | ,0 | line 3: a closed deal has no close_date",
                "sales_pipeline.csv | 2017-03-01 | 2016-03-01 | line 2: on: the signature of 1 Mar 2016 is before the start",
                "sales_pipeline.csv | 4800 | lots | line 2: signedTotal: 'lots' is not a plain number",
                "sales_pipeline.csv | 2017-03-11,0 | 2017-03-11,none | line 3: 'none' in close_value is no number",
                "sales_pipeline.csv | A2, | A1, | line 3: hostReference: the host reference A1 is taken",
                "sales_pipeline.csv | 4800 | '\"4800' | line 2: signedTotal: "
            })
    void a_cell_that_is_wrong_is_told_with_its_line(String name, String text, String other, String message)
            throws IOException {
        assertThat(refusal(files.replacing(name, text, other))).contains(name + ", " + message);
    }

    @Test
    void the_first_of_many_problems_is_told_with_the_number_of_the_others() throws IOException {
        files.replacing("sales_pipeline.csv", "4800", "x").replacing("sales_pipeline.csv", "A1,", "A1,");
        String twice = files.text("sales_pipeline.csv") + "A5,Anna Snelling,GTX Pro,Acme,Won,2016-10-20,2017-03-01,y\n";
        assertThat(refusal(files.with("sales_pipeline.csv", twice)))
                .contains("sales_pipeline.csv, line 2: signedTotal: 'x' is not a plain number")
                .contains("(and 1 more)");
    }

    private String refusal(SmallFiles spoilt) throws IOException {
        spoilt.writeTo(folder);
        StringWriter errors = new StringWriter();
        int code =
                InMemory.run(new PrintWriter(new StringWriter()), new PrintWriter(errors), "--data", folder.toString());
        assertThat(errors.toString()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(code).as(errors.toString()).isEqualTo(1);
        return errors.toString();
    }
}
