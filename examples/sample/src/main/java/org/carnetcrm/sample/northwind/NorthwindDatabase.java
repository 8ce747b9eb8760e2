package org.carnetcrm.sample.northwind;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carnetcrm.sample.reading.BadFileException;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.telling.Phrase;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The tables of the dump that are needed, in a database in memory that ends with the object.
 *
 * <p>The rules: of the dump only what makes and fills these tables is run, and only in the plain form of a dump: columns
 * of known types, values that are literals, keys between tables that are there. So a file cannot make the database do
 * anything else; what is left out is counted. Columns of the type {@code real} become {@code decfloat}, so that a price of
 * 9.80000019 stays what is written.
 */
final class NorthwindDatabase implements AutoCloseable {

    private static final Set<String> TABLES = Set.of("customers", "employees", "orders", "order_details", "products");

    private static final Pattern CREATE = Pattern.compile("CREATE TABLE (\\w+)\\s*\\((.*)\\)", options());
    private static final Pattern COLUMN = Pattern.compile(
            "\\w+\\s+(smallint|integer|real|date|text|bytea|character varying\\(\\d+\\))(\\s+NOT NULL)?", options());
    private static final String LITERAL = "(?:'(?:[^']++|'')*+'|-?[0-9.]++(?:e[+-]?[0-9]++)?|NULL)";
    private static final Pattern ROW =
            Pattern.compile("\\(\\s*+(" + LITERAL + ")\\s*+(?:,\\s*+" + LITERAL + "\\s*+)*+\\)", options());
    private static final Pattern INSERT = Pattern.compile(
            "INSERT INTO (\\w+)\\s*(?:\\([\\w, ]+\\)\\s*)?VALUES\\s*(" + ROW.pattern() + "(?:\\s*,\\s*" + ROW.pattern()
                    + ")*+)",
            options());
    private static final Pattern KEY =
            Pattern.compile("ALTER TABLE ONLY (\\w+)\\s+(ADD CONSTRAINT \\w+ PRIMARY KEY \\([\\w, ]+\\))", options());
    private static final Pattern REFERENCE = Pattern.compile(
            "ALTER TABLE ONLY (\\w+)\\s+(ADD CONSTRAINT \\w+ FOREIGN KEY \\(\\w+\\) REFERENCES (\\w+))", options());
    private static final Pattern BEGINNING =
            Pattern.compile("(CREATE TABLE|INSERT INTO|COPY|ALTER TABLE|DROP TABLE|\\w+)(?:\\s+(\\w+))?.*", options());

    private final Path file;
    private final ReadingReport report;
    private final Connection connection;
    private final Map<String, Long> lines = new HashMap<>();

    NorthwindDatabase(Path file, ReadingReport report) {
        this.file = file;
        this.report = report;
        List<SqlDump.Statement> statements = SqlDump.read(file);
        try {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
            connection = source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try {
            statements.forEach(this::run);
            requireRows();
        } catch (BadFileException e) {
            close();
            throw e;
        }
    }

    private void requireRows() {
        Set<String> missing = new TreeSet<>(TABLES);
        missing.removeAll(lines.keySet());
        if (!missing.isEmpty()) {
            throw new BadFileException(file, "there is no CREATE TABLE of " + missing + "; is the file cut off?");
        }
        for (String table : new TreeSet<>(TABLES)) {
            if (query("select count(*) from " + table, row -> row.getLong(1)).get(0) == 0) {
                throw new BadFileException(file, line(table, ""), "the table " + table + " has no row");
            }
        }
    }

    /** What is made of a row of an answer. */
    interface Reading<T> {

        /** Reads the row on which the answer stands. */
        T read(ResultSet row) throws SQLException;
    }

    /** Asks the database. */
    <T> List<T> query(String sql, Reading<T> reading) {
        try (Statement asked = connection.createStatement();
                ResultSet answer = asked.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (answer.next()) {
                rows.add(reading.read(answer));
            }
            return rows;
        } catch (SQLException e) {
            throw new BadFileException(file, what(e));
        }
    }

    /** Gives the line of the row of a table with a key, as far as it is known, else that of the table. */
    long line(String table, Object key) {
        Long line = lines.get(table + " " + key);
        return line == null ? lines.getOrDefault(table, 1L) : line;
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(SqlDump.Statement statement) {
        Matcher beginning = BEGINNING.matcher(statement.text());
        String verb = beginning.matches() ? beginning.group(1).toUpperCase(Locale.ROOT) : statement.text();
        String table = beginning.matches() && beginning.group(2) != null
                ? beginning.group(2).toLowerCase(Locale.ROOT)
                : "";
        boolean needed = TABLES.contains(table);
        switch (verb) {
            case "CREATE TABLE" -> runIf(needed, verb, statement, () -> create(statement, table));
            case "INSERT INTO" -> runIf(needed, verb, statement, () -> insert(statement, table));
            case "ALTER TABLE" -> alter(statement);
            case "COPY" -> throw statement.bad("COPY is not read; pg_dump --inserts writes a dump that is");
            default -> leaveOut(verb, statement);
        }
    }

    private void runIf(boolean needed, String verb, SqlDump.Statement statement, Runnable command) {
        if (needed) {
            command.run();
        } else {
            leaveOut(verb, statement);
        }
    }

    private void leaveOut(String verb, SqlDump.Statement statement) {
        report.count(Phrase.of("rule.leftOut").with("statement", verb), file, statement.line());
    }

    private void create(SqlDump.Statement statement, String table) {
        Matcher create = CREATE.matcher(statement.text());
        if (!create.matches()) {
            throw statement.bad("is no plain CREATE TABLE");
        }
        List<String> columns = new ArrayList<>();
        for (String column : create.group(2).split(",", -1)) {
            if (!COLUMN.matcher(column.strip()).matches()) {
                throw statement.bad("'" + column.strip() + "' is no plain column");
            }
            columns.add(column.replaceFirst("(?i)\\breal\\b", "decfloat").replaceFirst("(?i)\\bbytea\\b", "text"));
        }
        execute(statement, "CREATE TABLE " + table + " (" + String.join(",", columns) + ")");
        lines.put(table, statement.line());
    }

    private void insert(SqlDump.Statement statement, String table) {
        Matcher insert = INSERT.matcher(statement.text());
        if (!insert.matches()) {
            throw statement.bad("is no plain INSERT of literals");
        }
        execute(statement, statement.text());
        ROW.matcher(insert.group(2)).results().forEach(row -> {
            String key = row.group(1).replaceAll("^'|'$", "").replace("''", "'");
            lines.putIfAbsent(table + " " + key, statement.line());
        });
    }

    private void alter(SqlDump.Statement statement) {
        Matcher key = KEY.matcher(statement.text());
        Matcher reference = REFERENCE.matcher(statement.text());
        if (key.matches() && TABLES.contains(key.group(1))) {
            execute(statement, "ALTER TABLE " + key.group(1) + " " + key.group(2));
        } else if (reference.matches() && TABLES.contains(reference.group(1)) && TABLES.contains(reference.group(3))) {
            execute(statement, "ALTER TABLE " + reference.group(1) + " " + reference.group(2));
        } else {
            leaveOut("ALTER TABLE", statement);
        }
    }

    private void execute(SqlDump.Statement statement, String sql) {
        try (Statement command = connection.createStatement()) {
            command.execute(sql);
        } catch (SQLException e) {
            throw statement.bad(what(e));
        }
    }

    /** Gives what the database says, without the statement that it repeats. */
    private static String what(SQLException e) {
        String message = String.valueOf(e.getMessage());
        int repeated = message.indexOf("; SQL statement:");
        return repeated < 0 ? message : message.substring(0, repeated);
    }

    private static int options() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }
}
