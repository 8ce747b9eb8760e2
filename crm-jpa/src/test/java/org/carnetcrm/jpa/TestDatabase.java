package org.carnetcrm.jpa;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The databases that the store is tested on.
 *
 * <p>Each has one server in a JVM, started when the first database is asked for. MariaDB is there in the Maven profile
 * {@code mariadb} alone, so that its 170 MB are no part of everybody's build.
 */
enum TestDatabase {
    H2(true, () -> name -> "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1"),
    POSTGRESQL(true, PostgresServer::new),
    MARIADB(isOnClassPath(Constants.MARIADB_SERVER), TestDatabase::mariaDb);

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final boolean here;
    private final Supplier<DatabaseServer> starter;
    private DatabaseServer server;
    private Database shared;

    TestDatabase(boolean here, Supplier<DatabaseServer> starter) {
        this.here = here;
        this.starter = starter;
    }

    /** The databases of this build; suites run on each. */
    static List<TestDatabase> here() {
        return Arrays.stream(values()).filter(database -> database.here).toList();
    }

    /** Those that stop one of two transactions that wait for each other; in H2 both may give up waiting. */
    static List<TestDatabase> servers() {
        return here().stream().filter(database -> database != H2).toList();
    }

    /** The folder's name in META-INF/carnet/db. */
    String code() {
        return switch (this) {
            case H2 -> "h2";
            case POSTGRESQL -> "postgresql";
            case MARIADB -> "mariadb";
        };
    }

    /** A database of its own, without tables; whoever asks closes it. */
    synchronized Database create() {
        if (server == null) {
            server = starter.get();
        }
        String name = "carnet_" + NAMES.incrementAndGet();
        return new Database(this, server.create(name));
    }

    /** The one database of this JVM with both parts of the schema, emptied now; nobody closes it. */
    synchronized Database crm() {
        if (shared == null) {
            shared = create().base().prospecting();
        } else {
            shared.empty();
        }
        return shared;
    }

    private static boolean isOnClassPath(String type) {
        return TestDatabase.class.getClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }

    /** By name, for the class and what it needs are on the class path in the profile alone. */
    private static DatabaseServer mariaDb() {
        try {
            return (DatabaseServer) Class.forName(Constants.MARIADB_SERVER)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("MariaDB runs in the Maven profile mariadb: mvn -Pmariadb verify", e);
        }
    }

    /** Apart, because an enum's constants are made before its own constants are set. */
    private static final class Constants {
        static final String MARIADB_SERVER = "org.carnetcrm.jpa.MariaDbServer";
    }
}
