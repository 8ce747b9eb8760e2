package org.carnetcrm.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An SQL dump through the command line: its tables, its rules, and what is wrong with or hostile in it. */
class SmallNorthwindTest {

    private static final String DUMP = "northwind.sql";

    @TempDir
    private Path folder;

    private final SmallFiles files = SmallFiles.northwind();
    private final StringWriter errors = new StringWriter();

    // Order 10: 9.80000019 × 3 × (1 - 0.150000006) = 24.990000308…; order 11: 10 × 2 = 20.
    @Test
    void prices_are_taken_as_they_are_written_and_each_rule_is_counted() throws IOException {
        String told = run(0, "--rows", "--out", folder.resolve("out").toString());
        assertThat(folder.resolve("out/orders_by_employee.csv")).hasContent("""
                employee,orders,net
                Roe,2,24.99
                Doe,1,20.00
                """);
        assertThat(folder.resolve("out/orders_by_customer.csv")).hasContent("""
                customer,orders,net
                Bob's; Tables,3,44.99
                """);
        assertThat(folder.resolve("out/due_counts.csv")).hasContent("""
                as of,due,overdue,later
                1998-01-07,0,0,1
                1998-01-08,0,0,1
                1998-01-22,0,0,1
                1998-02-05,1,1,0
                """);
        assertThat(told)
                .contains("1  the net amount of an order is rounded to the cent")
                .contains("1  an order without lines: no amount")
                .contains("1  not shipped: open, to be chased on its required date")
                .contains("1  not shipped, no required date: never due")
                .contains("1  a customer without orders: a prospect that belongs to nobody")
                .contains("northwind.sql, line 28: the country “Atlantis” is not known")
                .contains("1  SET: not needed, not run")
                .contains("1  INSERT INTO: not needed, not run")
                .contains("Jane Roe chases 11/1")
                .contains("order 11 is shipped");
        assertThat(folder.resolve("out/follow-up-box-last.csv")).isNotEmptyFile();
    }

    @Test
    void the_week_is_told_in_three_languages() throws IOException {
        assertThat(run(0, "--locale", "fr"))
                .contains("la commande 11 est expédiée")
                .doesNotContain("chases");
        assertThat(run(0, "--locale", "nl")).contains("order 11 is verzonden").doesNotContain("chases");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What a hostile file would have the database do.
                "(1, 'Roe' | (1, FILE_READ('/etc/passwd') | line 29: is no plain INSERT of literals",
                "VALUES (7, 'Tea') | SELECT 7, 'Tea' | line 30: is no plain INSERT of literals",
                "product_name character varying(40) NOT NULL | product_name varchar DEFAULT FILE_READ('x') | line 25: 'product_name varchar DEFAULT FILE_READ('x')' is no plain column",
                "(product_id smallint NOT NULL, product_name character varying(40) NOT NULL) | AS SELECT * FROM CSVREAD('x') | line 25: is no plain CREATE TABLE",
                "INSERT INTO products VALUES (7, 'Tea') | COPY products FROM stdin | line 30: COPY is not read",
                // What a spoilt file says.
                "'1998-01-05' | 'soon' | line 32: Cannot parse \"DATE\" constant \"soon\"",
                "VALUES (11, 'ALFKI' | VALUES (10, 'ALFKI' | line 37: ",
                "VALUES (11, 7 | VALUES (19, 7 | line 39: Referential integrity constraint violation",
                "(11, 'ALFKI' | (11, 'NOBOD' | line 33: there is no customer 'NOBOD'",
                "(11, 'ALFKI', 2 | (11, 'ALFKI', 9 | line 33: there is no employee '9'",
                "(11, 'ALFKI' | (11, NULL | line 33: the order 11 lacks its customer, its employee or its date",
                "'USA', 2) | 'USA', 1) | line 29: manager: ",
                "Bob''s; Tables | '' | line 27: name: is required",
                "required_date date | wanted_date date | Column \"o.required_date\" not found",
                "INSERT INTO products VALUES (7, 'Tea'); | '' | line 25: the table products has no row",
                "'CREATE TABLE products ' | 'CREATE TABLE goods ' | line 30: Table \"products\" not found",
                "'REFERENCES orders;' | 'REFERENCES orders' | line 39: the statement that begins here does not end; is the file cut off?",
                "'VALUES (7, ''Tea'')' | 'VALUES (7, ''Tea)' | line 30: "
            })
    void what_is_hostile_or_spoilt_is_refused_with_its_line(String text, String other, String message)
            throws IOException {
        files.replacing(DUMP, text, other == null ? "" : other);
        assertThat(refused()).contains(message);
    }

    @Test
    void a_dump_that_is_cut_off_anywhere_is_refused() throws IOException {
        String whole = files.text(DUMP);
        for (int lines = 0; lines < 35; lines++) {
            String cut = String.join("\n", whole.lines().limit(lines).toList());
            files.with(DUMP, cut);
            assertThat(refused()).as("after line " + lines).contains("northwind.sql");
        }
    }

    private String refused() throws IOException {
        errors.getBuffer().setLength(0);
        run(1);
        assertThat(errors.toString()).doesNotContain("\tat ").doesNotContain("Exception");
        return errors.toString();
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
