package org.carnetcrm.sample.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.carnetcrm.jpa.CrmSchema;
import org.jspecify.annotations.Nullable;

/** The tables of a database: those of the library, and two of the sample's own. */
final class Tables {

    /** The drivers, by what a URL begins with after {@code jdbc:}. */
    private static final Map<String, String> DRIVERS = Map.of(
            "h2", "org.h2.Driver",
            "postgresql", "org.postgresql.Driver",
            "mariadb", "org.mariadb.jdbc.Driver");

    /** What is made last; where it is there, everything is. */
    private static final String LAST = "sample_line";

    private Tables() {}

    /** Gives the driver of a URL. */
    static String driver(String url) {
        return Objects.requireNonNull(DRIVERS.get(kind(url)), () -> "there are no tables for " + url);
    }

    static boolean knows(String url) {
        return DRIVERS.containsKey(kind(url));
    }

    /** Makes the tables where there are none. */
    static void make(String url, @Nullable String user, @Nullable String password) throws SQLException {
        try {
            Class.forName(driver(url));
        } catch (ClassNotFoundException e) {
            throw new SQLException("its driver " + e.getMessage() + " is not on the class path");
        }
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            if (!has(connection, LAST)) {
                connection.setAutoCommit(false);
                CrmSchema.Database database =
                        CrmSchema.Database.valueOf(kind(url).toUpperCase(Locale.ROOT));
                for (String script : CrmSchema.scripts(database, true)) {
                    run(connection, script);
                }
                run(connection, "org/carnetcrm/sample/store/tables.sql");
                connection.commit();
            }
        }
    }

    private static String kind(String url) {
        String[] parts = url.split(":", 3);
        return parts.length == 3 && parts[0].equals("jdbc") ? parts[1] : "";
    }

    private static boolean has(Connection connection, String table) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            boolean found = false;
            while (tables.next()) {
                found |= tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT).equals(table);
            }
            return found;
        }
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(script)) {
                statement.execute(sql);
            }
        }
    }

    /** Gives the statements of a script; each ends with a line that ends with a semicolon. */
    private static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : lines(script)) {
            String text = line.strip();
            if (text.startsWith("--")) {
                continue;
            }
            statement.append(line).append('\n');
            if (text.endsWith(";")) {
                statements.add(statement.substring(0, statement.lastIndexOf(";")));
                statement.setLength(0);
            }
        }
        return statements;
    }

    private static List<String> lines(String script) {
        try (InputStream in = Tables.class.getClassLoader().getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + script + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
