package org.carnetcrm.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL from binaries on the class path; it ends with the JVM. */
final class PostgresServer implements DatabaseServer {

    private final EmbeddedPostgres server;

    PostgresServer() {
        try {
            server = EmbeddedPostgres.builder()
                    // Rows that tests delete thousands of times would otherwise lie about for a minute.
                    .setServerConfig("autovacuum_naptime", "1s")
                    // As hosts set it for disks without a moving arm; the default dates from those with one.
                    .setServerConfig("random_page_cost", "1.1")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String create(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }
}
