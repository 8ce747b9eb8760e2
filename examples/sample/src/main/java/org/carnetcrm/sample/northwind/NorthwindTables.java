package org.carnetcrm.sample.northwind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.money.Money;
import org.carnetcrm.page.Page;
import org.carnetcrm.reporting.Column;
import org.carnetcrm.sample.telling.Phrase;
import org.carnetcrm.sample.telling.Sheet;
import org.jspecify.annotations.Nullable;

/** What was sold, computed by the database from the rows of the dump, and what is to be chased, told by the CRM. */
final class NorthwindTables {

    private static final String GROSS = "sum(unit_price * quantity)";
    private static final String NET = "sum(unit_price * quantity * (1 - discount))";

    private final NorthwindDatabase database;
    private final Desk desk;

    NorthwindTables(NorthwindDatabase database, Desk desk) {
        this.database = database;
        this.desk = desk;
    }

    List<Sheet> all(List<LocalDate> dates) {
        return List.of(
                totals(),
                net("year", "title.ordersByYear", "column.year", "extract(year from o.order_date)", "1"),
                net(
                        "employee",
                        "title.ordersByEmployee",
                        "column.representative",
                        "e.last_name, e.employee_id",
                        "3 desc, 1"),
                net(
                        "customer",
                        "title.ordersByCustomer",
                        "column.customer",
                        "c.company_name, c.customer_id",
                        "3 desc, 1"),
                dueCounts(dates));
    }

    private Sheet totals() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(measure("total.orders", number("count(*) from orders"), number("count(*) from order_details")));
        rows.add(measure(
                "total.parties",
                number("count(*) from customers"),
                number("count(*) from employees"),
                number("count(*) from products")));
        rows.add(measure("total.gross", cents(number(GROSS + " from order_details"))));
        rows.add(measure("total.net", cents(number(NET + " from order_details"))));
        rows.add(measure("total.netRounded", amounts().amount()));
        rows.add(measure("total.freight", cents(number("sum(freight) from orders"))));
        rows.add(measure("total.unshipped", number("count(*) from orders where shipped_date is null")));
        rows.add(measure("total.late", number("count(*) from orders where shipped_date > required_date")));
        rows.add(measure(
                "total.neverOrdered",
                number("count(*) from customers c where not exists"
                        + " (select 1 from orders o where o.customer_id = c.customer_id)")));
        List<Sheet.Heading> headings = List.of(
                heading("measure", "column.measure", Column.Kind.TEXT),
                heading("value", "column.value", Column.Kind.TEXT));
        return new Sheet("totals", Phrase.of("title.totals"), headings, rows);
    }

    private Sheet net(String name, String title, String column, String keys, String order) {
        String sql = "select " + keys.split(",", -1)[0] + ", count(distinct o.order_id), coalesce(" + NET
                + ", 0) from orders o"
                + " left join order_details d on d.order_id = o.order_id"
                + " join customers c on c.customer_id = o.customer_id"
                + " join employees e on e.employee_id = o.employee_id"
                + " group by " + keys + " order by " + order;
        List<List<@Nullable Object>> rows = new ArrayList<>(database.query(
                sql, row -> List.<@Nullable Object>of(row.getString(1), row.getLong(2), cents(row.getBigDecimal(3)))));
        List<Sheet.Heading> headings = List.of(
                heading(name, column, Column.Kind.TEXT),
                heading("orders", "column.orders", Column.Kind.COUNT),
                new Sheet.Heading(
                        "net",
                        Phrase.of("column.netOf")
                                .with("currency", desk.tenant().currency().getCurrencyCode()),
                        Column.Kind.DECIMAL));
        return new Sheet("orders_by_" + name, Phrase.of(title), headings, rows);
    }

    private Sheet dueCounts(List<LocalDate> dates) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (LocalDate date : dates) {
            rows.add(List.of(
                    date,
                    count(DueFilter.all().dueOn(date)),
                    count(DueFilter.all().overdueOn(date)),
                    count(DueFilter.all().after(date))));
        }
        List<Sheet.Heading> headings = List.of(
                heading("as of", "column.asOf", Column.Kind.DATE),
                heading("due", "column.due", Column.Kind.COUNT),
                heading("overdue", "column.overdue", Column.Kind.COUNT),
                heading("later", "column.later", Column.Kind.COUNT));
        return new Sheet("due_counts", Phrase.of("title.dueCounts"), headings, rows);
    }

    private long count(DueFilter filter) {
        return Page.all(request -> desk.followUps().due(filter, request)).size();
    }

    /** Gives the sum of what the CRM knows of each order, which is rounded order by order. */
    private Money amounts() {
        return Page.all(request -> desk.documents().list(DocumentFilter.all(), request)).stream()
                .flatMap(row -> Optional.ofNullable(row.amount()).stream())
                .reduce(Money.zero(desk.tenant().currency()), Money::plus);
    }

    private BigDecimal number(String select) {
        BigDecimal number = database.query("select " + select, row -> Map.entry("", row.getBigDecimal(1)))
                .get(0)
                .getValue();
        return number.stripTrailingZeros().scale() < 0 ? number.setScale(0) : number;
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static List<@Nullable Object> measure(String words, Object... values) {
        return List.of(Phrase.of(words), List.of(values));
    }

    private static Sheet.Heading heading(String name, String shown, Column.Kind kind) {
        return new Sheet.Heading(name, Phrase.of(shown), kind);
    }
}
