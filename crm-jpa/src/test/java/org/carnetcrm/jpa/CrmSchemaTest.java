package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The helper that runs the scripts, beside whatever a host has. */
class CrmSchemaTest {

    private static final String HISTORY =
            "select \"script\" from \"crm_schema_history\" where \"script\" like 'V%' order by \"installed_rank\"";
    private static final String HOST_HISTORY =
            "select \"script\" from \"flyway_schema_history\" where \"script\" like 'V%' order by 1";

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void an_empty_database_gets_the_tables_that_a_provider_expects_and_a_second_run_does_nothing(TestDatabase kind) {
        try (Database database = kind.create()) {
            assertThat(schema(database).migrate()).isEqualTo(2);
            assertThat(schema(database).migrate()).isZero();

            assertThat(scripts(database, HISTORY)).containsExactly("V1__base.sql", "V1_1__prospecting.sql");
            try (EntityManagerFactory whole = database.entityManagers("carnet-test", Map.of())) {
                assertThat(whole.isOpen()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void prospecting_may_be_left_out_and_added_later_and_left_out_of_a_later_run(TestDatabase kind) {
        try (Database database = kind.create()) {
            assertThat(schema(database).withoutProspecting().migrate()).isEqualTo(1);
            assertThat(tables(database)).contains("crm_relation").doesNotContain("crm_opportunity");

            assertThat(schema(database).migrate()).isEqualTo(1);
            assertThat(tables(database)).contains("crm_relation", "crm_opportunity");

            assertThat(schema(database).withoutProspecting().migrate()).isZero();
            assertThat(tables(database)).contains("crm_opportunity");
            assertThat(scripts(database, HISTORY)).containsExactly("V1__base.sql", "V1_1__prospecting.sql");
        }
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_host_with_tables_and_a_history_of_its_own_is_left_alone(TestDatabase kind) {
        try (Database database = kind.create()) {
            // The host's scripts are V1 and V2 of db/migration, one of them with a table called as one of ours would be
            // but for the prefix.
            assertThat(hostsOwn(database).migrate().migrationsExecuted).isEqualTo(2);
            database.execute(List.of("insert into host_order (id, note) values (1, 'first')"));
            List<String> before = scripts(database, HOST_HISTORY);

            assertThat(schema(database).migrate()).isEqualTo(2);

            assertThat(scripts(database, HOST_HISTORY)).isEqualTo(before).hasSize(2);
            assertThat(database.query("select note from host_order")).containsExactly("first");
            assertThat(scripts(database, HISTORY)).containsExactly("V1__base.sql", "V1_1__prospecting.sql");
            assertThat(tables(database)).contains("crm_schema_history", "crm_relation");
            assertThat(hostsOwn(database).migrate().migrationsExecuted).isZero();
            assertThat(hostsOwn(database).validateWithResult().validationSuccessful)
                    .isTrue();
            assertThat(schema(database).migrate()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(CrmSchema.Database.class)
    void the_scripts_that_are_named_are_those_that_are_there(CrmSchema.Database database) throws Exception {
        Path folder = Path.of(CrmSchema.class
                        .getClassLoader()
                        .getResource(CrmSchema.scripts(database, false).get(0))
                        .toURI())
                .getParent();

        assertThat(CrmSchema.scripts(database, true))
                .containsAll(CrmSchema.scripts(database, false))
                .extracting(script -> script.substring(script.lastIndexOf('/') + 1))
                .containsExactlyInAnyOrderElementsOf(names(folder));
    }

    @Test
    void a_database_without_scripts_is_refused_by_name() {
        assertThatThrownBy(() -> CrmSchema.in(renamed("Oracle")).migrate())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Oracle")
                .hasMessageContaining("MARIADB");
    }

    private static CrmSchema schema(Database database) {
        return CrmSchema.in(database.dataSource());
    }

    private static Flyway hostsOwn(Database database) {
        return Flyway.configure().dataSource(database.dataSource()).load();
    }

    /** Flyway writes names in lower case and in quotes. */
    private static List<String> scripts(Database database, String sql) {
        return database.query(database.kind() == TestDatabase.MARIADB ? sql.replace('"', '`') : sql);
    }

    private static SortedSet<String> tables(Database database) {
        return DatabaseColumns.of(database, DatabaseColumns::tables);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).toList();
        }
    }

    /** H2 that says it is another. */
    private static DataSource renamed(String name) {
        JdbcDataSource real = new JdbcDataSource();
        real.setURL("jdbc:h2:mem:");
        return proxy(
                DataSource.class,
                real,
                "getConnection",
                connection -> proxy(
                        Connection.class,
                        connection,
                        "getMetaData",
                        about -> proxy(DatabaseMetaData.class, about, "getDatabaseProductName", h2 -> name)));
    }

    private static <T> T proxy(Class<T> type, Object real, String name, UnaryOperator<Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) -> method.getName().equals(name)
                        ? answer.apply(method.invoke(real, given))
                        : method.invoke(real, given)));
    }
}
