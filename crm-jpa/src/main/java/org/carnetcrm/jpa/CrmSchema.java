package org.carnetcrm.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The tables of a CRM: the SQL scripts that make them, and, with Flyway on the class path, what runs those that a database
 * lacks.
 *
 * <p>{@link #migrate} keeps a history of its own, in the table {@value #HISTORY} of the connection's default schema, and
 * touches nothing that it did not make. Where the host has Flyway for tables of its own in the same schema, the host's runs
 * first: Flyway refuses to begin a history in a schema that holds tables already, unless it is told otherwise. A host that
 * runs its scripts by other means runs {@link #scripts} so, and never both ways.
 */
public final class CrmSchema {

    /** The table of what has been run. */
    public static final String HISTORY = "crm_schema_history";

    private static final String FOLDER = "META-INF/carnet/db/";
    private static final List<String> BASE = List.of("V1__base.sql");
    private static final List<String> PROSPECTING = List.of("V1_1__prospecting.sql");

    /** A database that there are scripts for. */
    public enum Database {
        /** H2. */
        H2,
        /** PostgreSQL, and what speaks like it. */
        POSTGRESQL,
        /** MariaDB. */
        MARIADB;

        private String folder() {
            return FOLDER + name().toLowerCase(Locale.ROOT) + "/";
        }
    }

    private final DataSource dataSource;
    private final boolean prospecting;

    private CrmSchema(DataSource dataSource, boolean prospecting) {
        this.dataSource = dataSource;
        this.prospecting = prospecting;
    }

    /** Gives the tables, of both parts, in the database of a data source, whose user may make tables. */
    public static CrmSchema in(DataSource dataSource) {
        return new CrmSchema(Objects.requireNonNull(dataSource, "dataSource"), true);
    }

    /** Gives the tables without those of the opportunities; these may be added at any later time. */
    public CrmSchema withoutProspecting() {
        return new CrmSchema(dataSource, false);
    }

    /**
     * Runs the scripts that have not been run yet, with Flyway, and gives how many these were. Tables of a part that is
     * left out stay if they are there. What Flyway or the database refuses comes as Flyway's own exception; a script is
     * then undone whole, but for MariaDB, which commits each new table.
     */
    public int migrate() {
        return FlywayRun.of(dataSource, scripts(database(), prospecting));
    }

    /**
     * Gives the scripts for a database, in the order in which they are to be run, as names of resources on the class path:
     * plain SQL, each statement ending with a semicolon at the end of a line.
     *
     * @param prospecting whether with those of the opportunities, which may be run at any later time too
     */
    public static List<String> scripts(Database database, boolean prospecting) {
        return (prospecting ? List.of(BASE, PROSPECTING) : List.of(BASE))
                .stream()
                        .flatMap(List::stream)
                        .map(script -> database.folder() + script)
                        .toList();
    }

    private Database database() {
        try (Connection connection = dataSource.getConnection()) {
            String name = connection.getMetaData().getDatabaseProductName();
            return Arrays.stream(Database.values())
                    .filter(known -> known.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there are scripts for "
                            + Arrays.toString(Database.values()) + ", but the database says it is " + name));
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is: " + e.getMessage(), e);
        }
    }
}
