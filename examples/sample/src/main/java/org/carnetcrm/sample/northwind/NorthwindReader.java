package org.carnetcrm.sample.northwind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.sample.reading.BadFileException;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.telling.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Brings employees, customers and orders from the tables into a tenant.
 *
 * <p>The rules: employees become representatives below the one whom they report to, in the region of their country.
 * Customers become relations with one contact person; one that ever ordered is a customer from the date of its first order
 * and belongs to the employee of its latest, the others are prospects. An order becomes a document: its amount is the sum
 * of its lines net of discount, rounded HALF_UP to the cent once per order; a shipped one is closed on the date of
 * shipping, of one that is not the required date is the date to chase it. Fax numbers, titles and where an order was
 * shipped to are not taken.
 */
final class NorthwindReader {

    private static final String ORDERS = "select o.order_id, o.customer_id, o.employee_id, o.order_date,"
            + " o.required_date, o.shipped_date, sum(d.unit_price * d.quantity * (1 - d.discount)) net"
            + " from orders o left join order_details d on d.order_id = o.order_id"
            + " group by o.order_id, o.customer_id, o.employee_id, o.order_date, o.required_date, o.shipped_date"
            + " order by o.order_id";

    /** How the tables call countries that English calls otherwise. */
    private static final Map<String, String> COUNTRIES = countries();

    private final NorthwindDatabase database;
    private final ReadingReport report;
    private final List<Order> orders;
    private final Map<Integer, RepresentativeId> employees = new LinkedHashMap<>();
    private final Map<String, RelationId> customers = new HashMap<>();

    NorthwindReader(NorthwindDatabase database, ReadingReport report) {
        this.database = database;
        this.report = report;
        this.orders = database.query(ORDERS, this::order);
    }

    /** An order with the sum of its lines, which is missing when it has none. */
    record Order(
            int id,
            String customer,
            int employee,
            LocalDate date,
            @Nullable LocalDate required,
            @Nullable LocalDate shipped,
            @Nullable BigDecimal net) {}

    /** Gives the last date on which something was ordered or shipped, which is the day on which the data is looked at. */
    LocalDate lastDate() {
        return orders.stream()
                .flatMap(order -> Stream.of(order.date(), order.shipped() == null ? order.date() : order.shipped()))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Opens the tenant and brings everything in. */
    void load(Book book) {
        book.begin("USD", Presets.standard(), desk -> {
            database.query("select * from employees order by employee_id", row -> addEmployee(desk, row));
            database.query(
                    "select employee_id, reports_to from employees where reports_to is not null order by employee_id",
                    row -> putBelow(desk, row.getInt(1), row.getInt(2)));
            database.query("select * from customers order by customer_id", row -> addCustomer(desk, row));
        });
        book.run(this::addOrders);
    }

    private Order order(ResultSet row) throws SQLException {
        int id = row.getInt("order_id");
        String customer = row.getString("customer_id");
        int employee = row.getInt("employee_id");
        boolean nobody = row.wasNull();
        LocalDate date = date(row, "order_date");
        if (customer == null || nobody || date == null) {
            throw bad("orders", id, "the order " + id + " lacks its customer, its employee or its date");
        }
        return new Order(
                id,
                customer,
                employee,
                date,
                date(row, "required_date"),
                date(row, "shipped_date"),
                row.getBigDecimal("net"));
    }

    private Representative addEmployee(Desk desk, ResultSet row) throws SQLException {
        int id = row.getInt("employee_id");
        RepresentativeDraft draft = RepresentativeDraft.named(
                        row.getString("first_name") + " " + row.getString("last_name"))
                .region(row.getString("country"))
                .hostReference(Integer.toString(id));
        Representative added =
                accepted("employees", id, () -> desk.representatives().add(draft));
        employees.put(id, added.id());
        return added;
    }

    private Representative putBelow(Desk desk, int employee, int manager) {
        Representative present = desk.representatives()
                .find(known("employees", employee, "employee", employees, employee))
                .orElseThrow();
        RepresentativeDraft draft =
                RepresentativeDraft.from(present).manager(known("employees", employee, "employee", employees, manager));
        return accepted(
                "employees", employee, () -> desk.representatives().change(present.id(), present.version(), draft));
    }

    private Relation addCustomer(Desk desk, ResultSet row) throws SQLException {
        String id = row.getString("customer_id");
        RelationDraft draft = RelationDraft.company(row.getString("company_name"))
                .hostReference(id)
                .phone(row.getString("phone"))
                .address(address(row));
        List<Order> own =
                orders.stream().filter(order -> order.customer().equals(id)).toList();
        if (own.isEmpty()) {
            report.count(Phrase.of("rule.neverOrdered"), database.file(), database.line("customers", id));
        }
        RelationDraft ranked = own.isEmpty()
                ? draft.status("PROSPECT")
                : draft.status("CUSTOMER")
                        .effectiveOn(own.stream()
                                .map(Order::date)
                                .min(LocalDate::compareTo)
                                .orElseThrow())
                        .accountManager(known(
                                "customers",
                                id,
                                "employee",
                                employees,
                                own.get(own.size() - 1).employee()));
        Relation relation = accepted("customers", id, () -> desk.relations().add(ranked));
        customers.put(id, relation.id());
        String contact = row.getString("contact_name");
        if (contact != null) {
            int space = contact.lastIndexOf(' ');
            ContactPersonDraft person = ContactPersonDraft.named(
                            space < 0 ? null : contact.substring(0, space), contact.substring(space + 1))
                    .function(row.getString("contact_title"));
            accepted("customers", id, () -> desk.relations().addContact(relation.id(), person));
        }
        return relation;
    }

    private Address address(ResultSet row) throws SQLException {
        String country = row.getString("country");
        String code = country == null ? null : COUNTRIES.get(country);
        if (code == null) {
            Phrase rule = Phrase.of("rule.noCountry").with("country", String.valueOf(country));
            report.count(rule, database.file(), database.line("customers", row.getString("customer_id")));
        }
        return new Address(row.getString("address"), row.getString("postal_code"), row.getString("city"), code);
    }

    private void addOrders(Desk desk) {
        List<DocumentDraft> drafts = orders.stream().map(this::draft).toList();
        List<BusinessDocument> added = accepted(
                "orders",
                orders.stream().map(Order::id).toList(),
                () -> desk.documents().ensureAll(drafts));
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            BusinessDocument document = added.get(i);
            if (order.shipped() != null) {
                accepted(
                        "orders",
                        order.id(),
                        () -> desk.documents().close(document.id(), document.version(), order.shipped()));
            }
        }
    }

    private DocumentDraft draft(Order order) {
        known("orders", order.id(), "employee", employees, order.employee());
        BigDecimal net = order.net();
        if (net == null) {
            count("rule.noLines", order);
        } else if (net.setScale(2, RoundingMode.HALF_UP).compareTo(net) != 0) {
            count("rule.roundedOrder", order);
        }
        if (order.shipped() == null) {
            count(order.required() == null ? "rule.neverChased" : "rule.unshipped", order);
        }
        return DocumentDraft.order(
                        Integer.toString(order.id()),
                        known("orders", order.id(), "customer", customers, order.customer()))
                .hostReference(Integer.toString(order.id()))
                .date(order.date())
                .amount(
                        net == null
                                ? null
                                : net.setScale(2, RoundingMode.HALF_UP).toPlainString())
                .chaseOn(order.shipped() == null ? order.required() : null);
    }

    private void count(String rule, Order order) {
        report.count(Phrase.of(rule), database.file(), database.line("orders", order.id()));
    }

    private <K, T> T known(String table, Object row, String what, Map<K, T> byKey, K key) {
        T found = byKey.get(key);
        if (found == null) {
            throw bad(table, row, "there is no " + what + " '" + key + "'; is the file cut off?");
        }
        return found;
    }

    private <T> T accepted(String table, Object key, Supplier<T> command) {
        return accepted(table, List.of(key), command);
    }

    /** Runs a command about rows; the first thing that it refuses is told with the line of the row at fault. */
    private <T> T accepted(String table, List<?> keys, Supplier<T> command) {
        try {
            return command.get();
        } catch (InvalidException e) {
            Problem first = e.problems().get(0);
            String path = first.path();
            int place = path.startsWith("[") ? Integer.parseInt(path.substring(1, path.indexOf(']'))) : 0;
            throw bad(table, keys.get(place), path + ": " + first.message(Locale.ENGLISH));
        }
    }

    private BadFileException bad(String table, Object key, String what) {
        return new BadFileException(database.file(), database.line(table, key), what);
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    private static Map<String, String> countries() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(new Locale("", code).getDisplayCountry(Locale.ENGLISH), code);
        }
        codes.put("USA", "US");
        codes.put("UK", "GB");
        return codes;
    }
}
