package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.StoreException;
import org.carnetcrm.problem.StoreException.Reason;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a command or a question says when the way to the database is not as it needs it. */
class ConnectionFailuresTest {

    private static final String KILL_ON_MARIADB = "kill ";

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_command_without_a_transaction_says_so_and_a_question_needs_none(TestDatabase kind) {
        Host host = new Host(kind.crm());
        Relation acme = host.relation("Acme");
        EntityManager em = host.entityManager();
        Desk desk = Host.desk(em);

        assertReason(() -> desk.relations().add(RelationDraft.company("Borealis")), Reason.NO_TRANSACTION);
        assertReason(() -> Host.rename(desk, acme, "Acme Ltd"), Reason.NO_TRANSACTION);
        assertReason(
                () -> desk.relations().add(RelationDraft.company("Child").parent(acme.id())), Reason.NO_TRANSACTION);
        assertThat(desk.relations().find(acme.id())).contains(acme);
        assertThat(desk.relations()
                        .list(RelationFilter.all(), PageRequest.first(9))
                        .rows())
                .hasSize(1);
        em.close();
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_command_in_a_transaction_that_only_reads_says_so(TestDatabase kind) {
        if (kind == TestDatabase.H2) {
            return; // It has no such transactions; a database that only reads stands below.
        }
        Database database = kind.crm();
        Host host = new Host(database);
        Relation acme = host.relation("Acme");
        EntityManager em = host.entityManager();
        em.getTransaction().begin();
        readOnly(em, true);

        assertThat(Host.desk(em).relations().find(acme.id())).contains(acme);
        assertReason(() -> Host.desk(em).relations().add(RelationDraft.company("Borealis")), Reason.READ_ONLY);
        em.getTransaction().rollback();

        em.getTransaction().begin();
        readOnly(em, true);
        assertReason(() -> Host.rename(Host.desk(em), acme, "Acme Ltd"), Reason.READ_ONLY);
        em.getTransaction().rollback();
        em.getTransaction().begin();
        readOnly(em, true);
        assertReason(
                () -> Host.desk(em)
                        .relations()
                        .add(RelationDraft.company("Child").parent(acme.id())),
                Reason.READ_ONLY);
        em.getTransaction().rollback();
        em.getTransaction().begin();
        readOnly(em, false);
        em.getTransaction().rollback();
        em.close();
        assertThat(host.nameOf(acme)).isEqualTo("Acme");
    }

    @Test
    void a_command_on_a_database_that_only_reads_says_so(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("crm");
        try (Database writable = new Database(TestDatabase.H2, url).base().prospecting()) {
            new Host(writable);
        }
        try (HikariDataSource reading = pool(url + ";ACCESS_MODE_DATA=r");
                EntityManagerFactory factory = TestDatabase.H2
                        .crm()
                        .entityManagers("carnet-test", Map.of("jakarta.persistence.nonJtaDataSource", reading))) {
            assertReason(
                    () -> JpaUnits.within(
                            factory, em -> Host.desk(em).relations().add(RelationDraft.company("Acme"))),
                    Reason.READ_ONLY);
        }
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_change_that_the_provider_would_drop_in_silence_says_so(TestDatabase kind) {
        Host host = new Host(kind.crm());
        Relation acme = host.relation("Acme");

        assertReason(
                () -> host.within(em -> {
                    em.unwrap(Session.class).setDefaultReadOnly(true);
                    return Host.rename(Host.desk(em), acme, "Acme Ltd");
                }),
                Reason.READ_ONLY);
        assertThat(host.nameOf(acme)).isEqualTo("Acme");
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_command_whose_connection_is_lost_says_so_and_whatever_follows_too(TestDatabase kind) {
        onItsOwn(kind, database -> {
            Host host = new Host(database);
            Relation acme = host.relation("Acme");

            assertReason(
                    () -> host.within(em -> {
                        Desk desk = Host.desk(em);
                        Relation renamed = Host.rename(desk, acme, "Acme Ltd");
                        kill(database, em);
                        assertReason(
                                () -> desk.relations().add(RelationDraft.company("Borealis")), Reason.DISCONNECTED);
                        return Host.rename(desk, renamed, "Acme Inc");
                    }),
                    Reason.DISCONNECTED);
            if (kind != TestDatabase.H2) {
                assertThat(host.nameOf(acme)).isEqualTo("Acme");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void the_writing_of_a_command_that_loses_its_connection_says_so(TestDatabase kind) {
        onItsOwn(kind, database -> {
            Host host = new Host(database);

            assertReason(
                    () -> host.within(em -> Host.desk(em, setup -> setup.withListener(set -> kill(database, em)))
                            .relations()
                            .add(RelationDraft.company("Borealis"))),
                    Reason.DISCONNECTED);
            if (kind != TestDatabase.H2) {
                List<?> there = host.unit(desk -> desk.relations()
                        .list(RelationFilter.all(), PageRequest.first(9))
                        .rows());
                assertThat(there).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_question_whose_connection_is_lost_says_so_and_whatever_follows_too(TestDatabase kind) {
        onItsOwn(kind, database -> {
            Host host = new Host(database);
            Relation acme = host.relation("Acme");

            assertThatThrownBy(() -> host.within(em -> {
                        Desk desk = Host.desk(em);
                        assertThat(desk.relations().find(acme.id())).contains(acme);
                        kill(database, em);
                        assertReason(() -> desk.relations().find(acme.id()), Reason.DISCONNECTED);
                        assertReason(
                                () -> desk.relations().list(RelationFilter.all(), PageRequest.first(9)),
                                Reason.DISCONNECTED);
                        assertReason(
                                () -> desk.opportunities()
                                        .summarise(OpportunityFilter.all(), OpportunityDimension.STAGE),
                                Reason.DISCONNECTED);
                        assertReason(desk::lists, Reason.DISCONNECTED);
                        assertReason(() -> desk.audit(acme.id()), Reason.DISCONNECTED);
                        return desk;
                    }))
                    .as("nothing is left to commit on")
                    .isNotInstanceOf(AssertionError.class);
        });
    }

    @Test
    void a_pool_that_has_no_connection_left_says_so() throws SQLException {
        try (HikariDataSource pool = pool(TestDatabase.H2.crm().url());
                EntityManagerFactory factory = TestDatabase.H2
                        .crm()
                        .entityManagers("carnet-test", Map.of("jakarta.persistence.nonJtaDataSource", pool));
                Connection taken = pool.getConnection();
                EntityManager em = factory.createEntityManager()) {
            assertThat(taken.isClosed()).isFalse();
            assertReason(() -> Host.desk(em).lists(), Reason.DISCONNECTED);
        }
    }

    /** On a database that may be lost. In memory H2 has no server from which a connection could part. */
    private static void onItsOwn(TestDatabase kind, Consumer<Database> work) {
        Database database = kind.create().base().prospecting();
        work.accept(database);
        if (kind == TestDatabase.H2) {
            ((HikariDataSource) database.dataSource()).close();
        } else {
            database.close();
        }
    }

    static void assertReason(ThrowingCallable work, Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    /** A pool of one connection that is not waited for long. */
    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        return new HikariDataSource(config);
    }

    /** The setting is that of a session on MariaDB, and there outlives the transaction. */
    private static void readOnly(EntityManager em, boolean on) {
        em.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                boolean maria =
                        connection.getMetaData().getDatabaseProductName().equals("MariaDB");
                statement.execute("set " + (maria ? "session " : "") + "transaction read " + (on ? "only" : "write"));
            }
        });
    }

    /** Ends the connection of an entity manager at the server. */
    private static void kill(Database database, EntityManager em) {
        String session = em.unwrap(Session.class).doReturningWork(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            switch (database.kind()) {
                                case H2 -> "select 1";
                                case POSTGRESQL -> "select pg_backend_pid()";
                                case MARIADB -> "select connection_id()";
                            })) {
                rows.next();
                return rows.getString(1);
            }
        });
        switch (database.kind()) {
            case H2 ->
                // The commit after it finds the database closed.
                assertThatThrownBy(() -> database.execute(List.of("shutdown immediately")))
                        .hasMessageContaining("closed");
            case POSTGRESQL -> database.query("select pg_terminate_backend(" + session + ", 10000)");
            case MARIADB -> database.execute(List.of(KILL_ON_MARIADB + session));
        }
    }
}
