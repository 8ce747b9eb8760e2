package org.carnetcrm.sample.northwind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.sample.reading.RealData.measure;
import static org.carnetcrm.sample.reading.RealData.texts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.page.Page;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.reading.RealData;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.Phrase;
import org.carnetcrm.sample.telling.Sheet;
import org.carnetcrm.sample.telling.StoryClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The tables and due lists of a real set of orders, compared with the figures that stand beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NorthwindTest {

    private final RealData data = RealData.find();
    private final ReadingReport report = new ReadingReport();
    private final NorthwindDatabase database =
            new NorthwindDatabase(data.set("northwind").resolve("northwind.sql"), report);
    private final NorthwindReader reader = new NorthwindReader(database, report);
    private final Desk desk = loaded();

    private Desk loaded() {
        Book book = Storage.inMemory().open("northwind", NorthwindData.setup(new StoryClock(reader.lastDate())));
        reader.load(book);
        return book.unit(crm -> crm.actingAs(Actor.system(book.tenant())));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void the_totals_equal_what_the_page_beside_the_data_says() {
        Sheet totals = sheets().get("totals");
        assertThat(measure(totals, "orders / lines"))
                .containsExactly(data.numberBefore(" orders, 2155"), data.numberBefore(" lines, 91"));
        assertThat(measure(totals, "customers / employees / products"))
                .containsExactly(
                        data.numberBefore(" customers (FISSA"),
                        data.numberBefore(" employees, 77"),
                        data.numberBefore(" products; gross"));
        assertThat(measure(totals, "gross")).isEqualTo(data.numbersAfter("products; gross ", 1));
        assertThat(measure(totals, "net of discount")).isEqualTo(data.numbersAfter("net of discount ", 1));
        assertThat(measure(totals, "freight")).isEqualTo(data.numbersAfter("freight ", 1));
        assertThat(measure(totals, "not shipped")).isEqualTo(data.numbersAfter("unshipped ", 1));
        assertThat(measure(totals, "shipped after the required date"))
                .isEqualTo(data.numbersAfter("shipped after required date ", 1));
        assertThat(measure(totals, "customers that never ordered")).containsExactly("2");
    }

    @Test
    void the_sums_are_exact_to_the_last_digit_that_the_file_writes() {
        assertThat(sum("unit_price * quantity"))
                .isEqualByComparingTo(data.numbersAfter("exact from text ", 1).get(0));
        assertThat(sum("unit_price * quantity * (1 - discount)"))
                .isEqualByComparingTo(
                        data.numbersAfter("net of discount 1265793.04 (", 1).get(0));
    }

    @Test
    void orders_by_year_employee_and_customer_equal_what_the_page_beside_the_data_says() {
        for (List<String> row : rows("orders_by_year")) {
            assertThat(data.after("Per year: ")).contains(row.get(0) + " " + row.get(1) + " / " + row.get(2));
        }
        String employees = data.after("Employees by net: ");
        String byEmployee = rows("orders_by_employee").stream()
                .map(row -> row.get(0) + " " + row.get(2) + " (" + row.get(1) + ")")
                .collect(Collectors.joining(", "));
        assertThat(employees).startsWith(byEmployee + ".");
        String byCustomer = rows("orders_by_customer").stream()
                .limit(5)
                .map(row -> row.get(0) + " " + row.get(2))
                .collect(Collectors.joining(", "));
        assertThat(data.after("Customers: ")).startsWith(byCustomer + ".");
        assertThat(rows("orders_by_customer").stream()
                        .map(row -> new BigDecimal(row.get(2)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("no customer is left out: nothing but the rounding of rows is between the sums")
                .isCloseTo(
                        new BigDecimal(data.numbersAfter("net of discount ", 1).get(0)),
                        Offset.offset(new BigDecimal("0.45")));
    }

    @Test
    void r5_as_of_four_dates_as_many_orders_are_due_and_overdue_as_expected() {
        String due = data.after("Due as of ");
        List<List<String>> counts = rows("due_counts");
        assertThat(counts).hasSize(4);
        for (List<String> row : counts) {
            Matcher told = Pattern.compile(row.get(0) + ": (\\d+)(?: \\([^)]*\\))?(?:,? of which (\\d+) overdue)?")
                    .matcher(due);
            assertThat(told.find()).as(due).isTrue();
            assertThat(row.get(1)).as(row.get(0)).isEqualTo(told.group(1));
            assertThat(row.get(2)).as(row.get(0)).isEqualTo(told.group(2) == null ? "0" : told.group(2));
        }
    }

    @Test
    void r5_the_orders_to_chase_stand_in_the_expected_order_with_the_expected_dates() {
        List<String> ours = due(DueFilter.all()).stream()
                .map(row -> row.number() + " " + row.dueOn())
                .toList();
        assertThat(ours).isEqualTo(ChaseWeekTest.expectedDue(data));
    }

    @Test
    void each_order_is_known_with_its_amount_rounded_once_and_closed_when_it_was_shipped() {
        List<Map.Entry<String, BigDecimal>> nets = database.query(
                "select order_id, sum(unit_price * quantity * (1 - discount)) from order_details group by order_id",
                row -> Map.entry(row.getString(1), row.getBigDecimal(2)));
        for (Map.Entry<String, BigDecimal> net : nets) {
            BusinessDocument order =
                    desk.documents().findByReference(net.getKey()).orElseThrow();
            assertThat(Objects.requireNonNull(order.amount()).amount())
                    .isEqualTo(net.getValue().setScale(2, RoundingMode.HALF_UP));
        }
        // Order 10248 was shipped on 1996-07-16, says its row.
        BusinessDocument first = desk.documents().findByReference("10248").orElseThrow();
        assertThat(first.closedOn()).isEqualTo(LocalDate.of(1996, 7, 16));
        assertThat(first.chaseOn()).isNull();
    }

    @Test
    void employees_stand_below_the_one_whom_they_report_to_and_customers_belong_to_somebody() {
        // Row 1 of employees reports to 2, Andrew Fuller, who reports to nobody.
        Representative davolio = desk.representatives().findByReference("1").orElseThrow();
        Representative fuller = desk.representatives().findByReference("2").orElseThrow();
        assertThat(davolio.manager()).isEqualTo(fuller.id());
        assertThat(fuller.manager()).isNull();
        Relation paris = desk.relations().findByReference("PARIS").orElseThrow();
        assertThat(paris.status()).isEqualTo("PROSPECT");
        Relation ernst = desk.relations().findByReference("ERNSH").orElseThrow();
        assertThat(ernst.status()).isEqualTo("CUSTOMER");
        assertThat(ernst.accountManager()).isNotNull();
        assertThat(ernst.details().address().country()).isEqualTo("AT");
        assertThat(desk.relations().contacts(ernst.id()))
                .singleElement()
                .satisfies(person -> assertThat(person.name()).isEqualTo("Roland Mendel"));
    }

    @Test
    void what_is_left_out_of_the_dump_is_counted() {
        assertThat(report.counts())
                .containsEntry(Phrase.of("rule.leftOut").with("statement", "DROP TABLE"), 14L)
                .containsEntry(Phrase.of("rule.unshipped"), 21L)
                .containsEntry(Phrase.of("rule.neverOrdered"), 2L)
                .doesNotContainKey(Phrase.of("rule.noLines"));
    }

    private Map<String, Sheet> sheets() {
        return new NorthwindTables(database, desk)
                .all(NorthwindData.dates(reader.lastDate())).stream().collect(Collectors.toMap(Sheet::name, s -> s));
    }

    private List<List<String>> rows(String name) {
        List<List<String>> texts = texts(Objects.requireNonNull(sheets().get(name)));
        return texts.subList(1, texts.size());
    }

    private BigDecimal sum(String what) {
        return database.query("select sum(" + what + ") from order_details", row -> row.getBigDecimal(1))
                .get(0);
    }

    private List<DocumentRow> due(DueFilter filter) {
        return Page.all(request -> desk.followUps().due(filter, request));
    }
}
