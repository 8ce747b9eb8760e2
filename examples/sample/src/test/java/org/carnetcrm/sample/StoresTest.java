package org.carnetcrm.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carnetcrm.sample.reading.RealData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told is the same to the byte in memory and in databases, when it is brought in and when it is found. */
class StoresTest {

    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "nl"})
    void the_week_is_the_same_in_every_store(String language) throws Exception {
        sameEverywhere("--locale", language);
    }

    @Test
    void small_data_sets_are_the_same_in_every_store_and_each_row_is_told_of_what_was_loaded_in_another_language()
            throws Exception {
        List<SmallFiles> sets = List.of(new SmallFiles(), SmallFiles.activities(), SmallFiles.northwind());
        for (int i = 0; i < sets.size(); i++) {
            String data = sets.get(i)
                    .writeTo(Files.createDirectory(folder.resolve("set" + i)))
                    .toString();
            sameEverywhere("--data", data);
            String[] french = {"--data", data, "--rows", "--locale", "fr"};
            assertThat(told(h2(), french)).isEqualTo(told("memory", french));
        }
    }

    @Test
    void deals_without_and_with_their_product_are_two_data_sets() throws Exception {
        String data = new SmallFiles().writeTo(folder).toString();
        for (String[] arguments : new String[][] {{"--data", data}, {"--data", data, "--unmatched"}}) {
            assertThat(told(h2(), arguments)).isEqualTo(told("memory", arguments));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "maven-crm/original",
        "maven-crm/variant-us-dates",
        "synthetic-activities",
        "northwind",
    })
    void real_data_sets_are_the_same_in_every_store(String set) throws Exception {
        sameEverywhere("--data", RealData.find().set(set).toString(), "--rows");
    }

    @Test
    void files_that_changed_are_another_data_set() throws Exception {
        SmallFiles files = new SmallFiles();
        String h2 = h2();
        Path data = files.writeTo(Files.createDirectory(folder.resolve("data")));
        String before = told(h2, "--data", data.toString());
        files.replacing("sales_pipeline.csv", "4800", "4900").writeTo(data);

        assertThat(told(h2, "--data", data.toString()))
                .isNotEqualTo(before)
                .isEqualTo(told("memory", "--data", data.toString()));
        new SmallFiles().writeTo(data);
        assertThat(told(h2, "--data", data.toString())).isEqualTo(before);
    }

    @Test
    void a_file_that_is_refused_leaves_nothing_that_a_later_run_finds() throws Exception {
        SmallFiles files = SmallFiles.activities();
        String right = files.text("crm_activities.csv");
        Path data = Files.createDirectory(folder.resolve("data"));
        files.replacing("crm_activities.csv", "90,", "long,").writeTo(data);
        String h2 = h2();
        assertThat(run(h2, new StringWriter(), "--data", data.toString())).isEqualTo(1);
        assertThat(run(h2, new StringWriter(), "--data", data.toString())).isEqualTo(1);
        files.with("crm_activities.csv", right).writeTo(data);

        assertThat(told(h2, "--data", data.toString())).isEqualTo(told("memory", "--data", data.toString()));
    }

    @Test
    void a_database_that_cannot_be_used_is_told_without_a_stack_trace() {
        StringWriter errors = new StringWriter();
        assertThat(run("jdbc:postgresql://localhost:1/none", errors)).isEqualTo(1);
        assertThat(run("jdbc:h2:" + folder.resolve("absent") + ";IFEXISTS=TRUE;PASSWORD=hush", errors))
                .isEqualTo(1);
        assertThat(run("jdbc:mariadb://localhost:1/none", errors)).isEqualTo(1);
        assertThat(errors.toString())
                .contains("the database jdbc:postgresql://localhost:1/none cannot be used: ")
                .contains("org.mariadb.jdbc.Driver is not on the class path")
                .doesNotContain("\tat ")
                .doesNotContain("hush");
        assertThat(run("jdbc:oracle:thin:@localhost", errors)).isEqualTo(2);
        assertThat(run("memories", errors)).isEqualTo(2);
        assertThat(errors.toString()).contains("--store is 'memories', expected memory or a JDBC URL");
    }

    /** Each store tells the same and writes the same files, twice; the second time it writes nothing. */
    private void sameEverywhere(String... arguments) throws Exception {
        Map<String, String> expected = everything("memory", arguments);
        for (String store : List.of(h2(), postgres())) {
            assertThat(everything(store, arguments)).as(store).isEqualTo(expected);
            List<Long> rows = rows(store);
            assertThat(everything(store, arguments)).as("found in " + store).isEqualTo(expected);
            assertThat(rows(store)).as("rows of " + store).isEqualTo(rows);
        }
    }

    /** What is printed, and each file that is written. */
    private Map<String, String> everything(String store, String... arguments) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        Map<String, String> everything = new TreeMap<>();
        everything.put(
                "",
                told(
                        store,
                        Stream.concat(Stream.of(arguments), Stream.of("--out", out.toString()))
                                .toArray(String[]::new)));
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                everything.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return everything;
    }

    private static String told(String store, String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        assertThat(Main.run(new PrintWriter(output), new PrintWriter(errors), with(store, arguments)))
                .as(errors.toString())
                .isZero();
        return output.toString();
    }

    private static int run(String store, StringWriter errors, String... arguments) {
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(errors), with(store, arguments));
    }

    private static String[] with(String store, String... arguments) {
        return Stream.concat(Stream.of("--store", store), Stream.of(arguments)).toArray(String[]::new);
    }

    private String h2() {
        return "jdbc:h2:" + folder.resolve("carnet");
    }

    private static String postgres() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** The rows of all tables, and the sum of the versions that things have. */
    private static List<Long> rows(String store) throws SQLException {
        List<Long> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(store);
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "select count(*) from crm_audit_entry",
                    "select sum(version) from crm_relation",
                    "select count(*) from crm_tenant",
                    "select count(*) from sample_book",
                    "select count(*) from sample_line")) {
                try (ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    rows.add(row.getLong(1));
                }
            }
        }
        return rows;
    }
}
