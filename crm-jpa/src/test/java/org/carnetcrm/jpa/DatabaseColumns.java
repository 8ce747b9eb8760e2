package org.carnetcrm.jpa;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a database says of its tables. */
final class DatabaseColumns {

    /** A column as the database has it; a missing number is -1. */
    record Stored(
            String name,
            String type,
            long length,
            int precision,
            int scale,
            int fraction,
            boolean nullable,
            String collation) {}

    /** A foreign key: the table and the first column that refer, the table and the first column that are referred to. */
    record Foreign(String table, String column, String toTable, String toColumn) {}

    private final Connection connection;
    private final DatabaseMetaData about;

    private DatabaseColumns(Connection connection) throws SQLException {
        this.connection = connection;
        this.about = connection.getMetaData();
    }

    /** What is asked of a database. */
    interface Question<T> {
        T ask(DatabaseColumns database) throws SQLException;
    }

    static <T> T of(Database database, Question<T> question) {
        try (Connection connection = database.dataSource().getConnection()) {
            return question.ask(new DatabaseColumns(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tables of the CRM, in lower case. */
    SortedSet<String> tables() throws SQLException {
        SortedSet<String> tables = new TreeSet<>();
        try (ResultSet rows = about.getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (rows.next()) {
                String name = lower(rows.getString("TABLE_NAME"));
                if (name.startsWith("crm_") && rows.getString("TABLE_TYPE").contains("TABLE")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    /** The columns of a table by their name. */
    SortedMap<String, Stored> columns(String table) throws SQLException {
        SortedMap<String, Stored> columns = new TreeMap<>();
        String sql = "select column_name, data_type, character_maximum_length, numeric_precision, numeric_scale,"
                + " datetime_precision, is_nullable, collation_name from information_schema.columns"
                + " where table_name = '" + named(table) + "' and table_schema = '" + schema() + "'";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String name = lower(rows.getString(1));
                columns.put(
                        name,
                        new Stored(
                                name,
                                lower(rows.getString(2)),
                                number(rows, 3),
                                (int) number(rows, 4),
                                (int) number(rows, 5),
                                (int) number(rows, 6),
                                rows.getString(7).equalsIgnoreCase("YES"),
                                String.valueOf(rows.getString(8))));
            }
        }
        return columns;
    }

    /** The columns of the primary key of a table. */
    List<String> primaryKey(String table) throws SQLException {
        SortedMap<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = about.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), named(table))) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), lower(rows.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(columns.values());
    }

    /** The columns of each index of a table, those of keys among them, by what the index is called. */
    SortedMap<String, List<String>> indexes(String table) throws SQLException {
        SortedMap<String, SortedMap<Integer, String>> found = new TreeMap<>();
        try (ResultSet rows =
                about.getIndexInfo(connection.getCatalog(), connection.getSchema(), named(table), false, false)) {
            while (rows.next()) {
                @Nullable String column = rows.getString("COLUMN_NAME");
                if (column != null) {
                    found.computeIfAbsent(lower(rows.getString("INDEX_NAME")), name -> new TreeMap<>())
                            .put(rows.getInt("ORDINAL_POSITION"), lower(column).replace("\"", ""));
                }
            }
        }
        SortedMap<String, List<String>> indexes = new TreeMap<>();
        found.forEach((name, columns) -> indexes.put(name, new ArrayList<>(columns.values())));
        return indexes;
    }

    List<Foreign> foreignKeys(String table) throws SQLException {
        List<Foreign> keys = new ArrayList<>();
        try (ResultSet rows = about.getImportedKeys(connection.getCatalog(), connection.getSchema(), named(table))) {
            while (rows.next()) {
                if (rows.getInt("KEY_SEQ") == 1) {
                    keys.add(new Foreign(
                            table,
                            lower(rows.getString("FKCOLUMN_NAME")),
                            lower(rows.getString("PKTABLE_NAME")),
                            lower(rows.getString("PKCOLUMN_NAME"))));
                }
            }
        }
        return keys;
    }

    private String schema() throws SQLException {
        @Nullable String schema = connection.getSchema();
        return schema == null ? connection.getCatalog() : schema;
    }

    private String named(String table) throws SQLException {
        return about.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    private static long number(ResultSet rows, int column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? -1 : number;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
