package org.carnetcrm.benchmarks.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.jpa.JpaCrm;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;

/** The tables of one size with what they hold, and the entity managers over them. */
final class Filled implements AutoCloseable {

    /** The tenant of all jobs but the opening of many deals, which has one of its own that is emptied after it. */
    static final String TENANT = "bench";

    static final String OPENED = "opened";
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final Instant NOW = Instant.parse("2026-06-30T08:00:00Z");

    private static final String FOLDER = "META-INF/carnet/db/postgresql/";
    private static final Pattern STATEMENT_END = Pattern.compile(";\\s*\n");
    private static final List<String> SCRIPTS = List.of("V1__base.sql", "V1_1__prospecting.sql");

    final Scale scale;
    final HikariDataSource dataSource;
    final EntityManagerFactory entityManagers;
    final JpaCrm crm;
    /** The relations of the tenant, in the order in which the fill gave them things. */
    final List<UUID> relations;

    final List<UUID> representatives;
    final List<UUID> relationsOfOpened;
    private int firstTurn;

    private Filled(Scale scale, HikariDataSource dataSource) throws IOException, SQLException {
        this.scale = scale;
        this.dataSource = dataSource;
        if (!isThere("crm_tenant")) {
            tables("create table");
        }
        this.entityManagers = Persistence.createEntityManagerFactory(
                "carnet-benchmarks",
                Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource,
                        "jakarta.persistence.validation.mode",
                        "none",
                        "hibernate.jdbc.batch_size",
                        50));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        // What is added in several runs has ids of its own, and after those of the fill.
        this.crm = JpaCrm.of(Setup.of(clock).withIds(IdSource.timeOrdered(Clock.systemUTC(), new Random())));
        if (!isThere("filled")) {
            fill();
        }
        this.relations = ids("select id from crm_relation where tenant_id = '" + TENANT + "' order by id");
        this.representatives = ids("select id from crm_representative where tenant_id = '" + TENANT + "' order by id");
        this.relationsOfOpened = ids("select id from crm_relation where tenant_id = '" + OPENED + "' order by id");
    }

    /** Opens the tables, and fills them unless they are and have something left to change in some more turns. */
    static Filled of(Scale scale, Server server, int turns) throws IOException, SQLException {
        Filled filled = new Filled(scale, server.open(scale.schema()));
        int first = filled.number("select coalesce(sum(turns), 0) from filled");
        if (first + turns > new Jobs(filled).turns()) {
            filled.execute("drop schema " + scale.schema() + " cascade");
            filled.close();
            return of(scale, server, turns);
        }
        filled.firstTurn = first;
        filled.execute("insert into filled values (" + turns + ")");
        return filled;
    }

    /** Gives the first turn whose things no earlier run has changed. */
    int firstTurn() {
        return firstTurn;
    }

    /** Takes away the deals that were opened to see how long that takes. */
    void emptyOpened() throws SQLException {
        execute(
                "delete from crm_opportunity where tenant_id = '" + OPENED + "'",
                "delete from crm_opportunity_revision where tenant_id = '" + OPENED + "'",
                "delete from crm_audit_entry where tenant_id = '" + OPENED + "' and item_kind = 'OPPORTUNITY'",
                "vacuum analyze");
    }

    /** Gives the id of a thing that the fill made; kind 1 is an action, 2 a deal. */
    static UUID id(int kind, long number) {
        return new UUID((long) kind << 32 | 0x7000L, 0x8000_0000_0000_0000L | number);
    }

    /** Does work in a transaction of its own, as a host does without a framework. */
    <T> T within(Function<EntityManager, T> work) {
        EntityManager em = entityManagers.createEntityManager();
        try {
            em.getTransaction().begin();
            T result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    /** Runs SQL, each statement in a transaction of its own. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        entityManagers.close();
        dataSource.close();
    }

    private void fill() throws IOException, SQLException {
        people(TENANT, scale.relations());
        people(OPENED, scale.relations());
        String sql = text("org/carnetcrm/benchmarks/jdbc/fill.sql")
                .replace("${tenant}", TENANT)
                .replace("${today}", TODAY.toString())
                .replace("${count}", Integer.toString(scale.count()))
                .replace("${relations}", Integer.toString(scale.relations()));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
        tables("create index");
        execute("vacuum analyze", "create table filled (turns integer)");
    }

    private void people(String tenant, int count) {
        within(em -> {
            Desk desk = crm.over(em)
                    .openTenant(TenantDraft.of(tenant, "EUR")
                            .choices(Presets.standard().with(ActionType.of("VISIT", "Visit"))));
            List<Representative> people = new ArrayList<>();
            for (int i = 0; i < scale.representatives(); i++) {
                people.add(desk.representatives().ensure("R" + i, "Representative " + i));
            }
            List<RelationDraft> drafts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                drafts.add(RelationDraft.company("Company " + i)
                        .accountManager(people.get(i % people.size()).id()));
            }
            return crm.over(em)
                    .actingAs(Actor.of(tenant, people.get(0).id()))
                    .relations()
                    .addAll(drafts);
        });
    }

    /** Runs the statements of the schema that begin so. */
    private void tables(String beginning) throws IOException, SQLException {
        for (String script : SCRIPTS) {
            for (String statement : STATEMENT_END.split(text(FOLDER + script), -1)) {
                String sql = statement.replaceAll("(?m)^\\s*--.*$", "").strip();
                if (sql.startsWith(beginning)) {
                    execute(sql);
                }
            }
        }
    }

    private boolean isThere(String table) throws SQLException {
        return number("select count(*) from pg_tables where schemaname = '" + scale.schema() + "' and tablename = '"
                        + table + "'")
                > 0;
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private List<UUID> ids(String sql) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = Filled.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
