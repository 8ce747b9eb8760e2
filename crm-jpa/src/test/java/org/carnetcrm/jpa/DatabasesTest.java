package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.hibernate.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The databases start and are the ones that the build says. */
class DatabasesTest {

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_database_starts_and_answers(TestDatabase kind) throws SQLException {
        long begun = System.nanoTime();
        try (Database database = kind.create();
                Connection connection = database.dataSource().getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            System.out.printf(
                    "%s %s, driver %s, there after %d ms%n",
                    about.getDatabaseProductName(),
                    about.getDatabaseProductVersion(),
                    about.getDriverVersion(),
                    (System.nanoTime() - begun) / 1_000_000);

            assertThat(about.getDatabaseProductName()).isEqualToIgnoringCase(kind.name());
            assertThat(database.query("select 1")).containsExactly("1");
        }
    }

    @Test
    void hibernate_and_the_api_are_those_of_the_build() {
        String api = Persistence.class.getPackage().getImplementationVersion();
        System.out.println("Hibernate " + Version.getVersionString() + ", Jakarta Persistence " + api);

        assertThat(Version.getVersionString()).isEqualTo(System.getProperty("carnet.hibernate"));
        assertThat(api).startsWith(System.getProperty("carnet.persistence"));
    }
}
