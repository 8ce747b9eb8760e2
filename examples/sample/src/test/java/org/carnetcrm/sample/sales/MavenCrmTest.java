package org.carnetcrm.sample.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.sample.reading.RealData.numbers;
import static org.carnetcrm.sample.reading.RealData.texts;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.sample.reading.RealData;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.Phrase;
import org.carnetcrm.sample.telling.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of a real data set, compared with the figures that stand beside it. */
class MavenCrmTest {

    private final RealData data = RealData.find();

    @ParameterizedTest
    @ValueSource(strings = {"original", "variant-us-dates"})
    void every_table_equals_the_expected_one(String variant) {
        List<Sheet> sheets = sheets(variant, false);
        for (Sheet sheet : sheets) {
            List<List<String>> ours = texts(sheet);
            List<List<String>> expected = expected(sheet.name());
            if (sheet.name().equals("totals")) {
                compareTotals(ours, expected.subList(1, expected.size()));
            } else {
                assertThat(ours).as(sheet.name()).isEqualTo(expected);
            }
        }
        assertThat(sheets).hasSize(11);
    }

    @Test
    void the_amounts_of_lost_deals_are_taken_from_the_file() {
        assertThat(texts(sheets("original", false).get(0)))
                .contains(List.of("close_value of every Lost deal", "0 (2473 rows, sum 0)"));
    }

    @Test
    void without_the_spelling_rule_the_deals_of_that_product_have_no_value() {
        Map<String, List<String>> totals = totals(texts(sheets("original", true).get(0)));
        List<String> expected = numbers(expected("totals").stream()
                .filter(row -> row.get(0).startsWith("same, but GTXPro left unmatched"))
                .findFirst()
                .orElseThrow()
                .get(1));
        assertThat(totals.get("list-price value of Engaging / Prospecting / all open"))
                .isEqualTo(expected);
    }

    private static void compareTotals(List<List<String>> ours, List<List<String>> expected) {
        Map<String, List<String>> totals = totals(ours);
        Set<String> compared = new TreeSet<>();
        for (List<String> row : expected) {
            totals.keySet().stream()
                    .filter(words -> row.get(0).startsWith(words))
                    .findFirst()
                    .ifPresent(measure -> {
                        List<String> numbers = totals.get(measure);
                        assertThat(numbers(row.get(1)).subList(0, numbers.size()))
                                .as(measure)
                                .isEqualTo(numbers);
                        compared.add(measure);
                    });
        }
        assertThat(compared)
                .as("only what is computed otherwise is not compared, of %s rows", expected.size())
                .hasSizeGreaterThanOrEqualTo(expected.size() - 1)
                .contains("close_value of every Lost deal");
    }

    private static Map<String, List<String>> totals(List<List<String>> lines) {
        return lines.stream().collect(Collectors.toMap(row -> row.get(0), row -> numbers(row.get(1))));
    }

    private List<Sheet> sheets(String variant, boolean unmatched) {
        MavenCrmFiles files = new MavenCrmFiles(data.set("maven-crm").resolve(variant));
        MavenCrmReader reader = new MavenCrmReader(files, unmatched);
        Clock clock = Clock.fixed(files.lastDate().atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        Book book = Storage.inMemory().open("maven-crm", Setup.of(clock));
        reader.load(book, loaded -> {});
        Desk desk = book.unit(crm -> crm.actingAs(Actor.system(book.tenant())));
        Phrase spelled =
                Phrase.of(unmatched ? "rule.unmatched" : "rule.respelled").with("product", "GTXPro");
        assertThat(reader.report().counts())
                .containsEntry(unmatched ? spelled : spelled.with("catalogue", "GTX Pro"), 1480L);
        return new SalesTables(desk, files).all();
    }

    private List<List<String>> expected(String name) {
        return data.table("maven_" + name);
    }
}
