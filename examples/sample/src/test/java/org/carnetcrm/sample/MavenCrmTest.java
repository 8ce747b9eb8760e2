package org.carnetcrm.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of a real data set, compared with the figures that stand beside it. */
class MavenCrmTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?!-)");

    private Path data = Path.of("");

    @TempDir
    private Path scratch;

    @BeforeEach
    void find_the_data() {
        String given = System.getProperty("carnet.data");
        if (given == null) {
            System.out.println("NOT RUN: the tests on real sales data; -Dcarnet.data=DIR names its folder");
        }
        Assumptions.assumeTrue(given != null, "-Dcarnet.data=DIR is not given");
        data = Path.of(System.getProperty("carnet.invokedFrom", "")).resolve(given);
        assertThat(data).as("the folder of -Dcarnet.data").isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"original", "variant-us-dates"})
    void every_table_equals_the_expected_one(String variant) throws IOException {
        List<SalesTables.Sheet> sheets = sheets(variant, false);
        for (SalesTables.Sheet sheet : sheets) {
            List<List<String>> expected = expected(sheet.name());
            if (sheet.name().equals("totals")) {
                compareTotals(sheet, expected.subList(1, expected.size()));
            } else {
                assertThat(sheet.header()).isEqualTo(expected.get(0));
                assertThat(sheet.rows()).as(sheet.name()).isEqualTo(expected.subList(1, expected.size()));
            }
        }
        assertThat(sheets).hasSize(11);
    }

    @Test
    void without_the_spelling_rule_the_deals_of_that_product_have_no_value() throws IOException {
        Map<String, List<String>> totals = totals(sheets("original", true).get(0));
        List<String> expected = numbers(expected("totals").stream()
                .filter(row -> row.get(0).startsWith("same, but GTXPro left unmatched"))
                .findFirst()
                .orElseThrow()
                .get(1));
        assertThat(totals.get("list-price value of Engaging / Prospecting / all open"))
                .isEqualTo(expected);
    }

    private static void compareTotals(SalesTables.Sheet sheet, List<List<String>> expected) {
        Map<String, List<String>> totals = totals(sheet);
        int compared = 0;
        for (List<String> row : expected) {
            String measure = totals.keySet().stream()
                    .filter(words -> row.get(0).startsWith(words))
                    .findFirst()
                    .orElse(null);
            if (measure != null) {
                List<String> ours = totals.get(measure);
                assertThat(numbers(row.get(1)).subList(0, ours.size()))
                        .as(measure)
                        .isEqualTo(ours);
                compared++;
            }
        }
        assertThat(compared).as("rows compared of %s", expected.size()).isGreaterThanOrEqualTo(28);
    }

    private static Map<String, List<String>> totals(SalesTables.Sheet sheet) {
        return sheet.rows().stream().collect(Collectors.toMap(row -> row.get(0), row -> numbers(row.get(1))));
    }

    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }

    private List<SalesTables.Sheet> sheets(String variant, boolean unmatched) {
        MavenCrmReader reader = new MavenCrmReader(data.resolve("maven-crm").resolve(variant), unmatched);
        Clock clock = Clock.fixed(reader.lastDate().atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        Desk desk = reader.load(Crm.inMemory(clock), loaded -> {});
        assertThat(reader.report().count("product 'GTXPro' is not in the catalogue as spelled"))
                .isEqualTo(1480);
        return new SalesTables(desk, reader.report(), reader.lastDate()).all();
    }

    private List<List<String>> expected(String name) throws IOException {
        return Files.readAllLines(data.resolve("expected/maven_" + name + ".tsv")).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    @Test
    void a_file_that_is_missing_cut_off_or_wrongly_encoded_is_told_with_its_line() throws IOException {
        assertThat(spoilt("products.csv", text -> null)).contains("products.csv: there is no such file");
        assertThat(spoilt("products.csv", text -> "")).contains("products.csv: is empty");
        assertThat(spoilt("products.csv", text -> "a;b\n1;2\n")).contains("products.csv, line 1: the header is");
        assertThat(spoilt("sales_pipeline.csv", text -> text.substring(0, text.length() - 30)))
                .contains("sales_pipeline.csv, line 8801: ")
                .contains("is the file cut off?");
        assertThat(spoilt("accounts.csv", text -> text.replace("Betasoloin", "B\u00e9ta")))
                .contains("accounts.csv, line 3: is not UTF-8");
        assertThat(spoilt("sales_pipeline.csv", text -> text.replace("2016-10-25,2017-03-11", "2016-10-25,soon")))
                .contains("sales_pipeline.csv, line 3: 'soon' in close_date is no date");
    }

    /** Spoils one file (written in Latin-1, so that an accent is no UTF-8) and gives what the command line says. */
    private String spoilt(String name, Function<String, String> spoil) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "spoilt");
        for (String file : List.of("accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv")) {
            String text = Files.readString(data.resolve("maven-crm/original").resolve(file));
            String written = file.equals(name) ? spoil.apply(text) : text;
            if (written != null) {
                Files.write(folder.resolve(file), written.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        StringWriter errors = new StringWriter();
        int code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(errors), "--data", folder.toString());
        assertThat(code).isEqualTo(1);
        assertThat(errors.toString()).doesNotContain("\tat ");
        return errors.toString();
    }
}
