package org.carnetcrm.benchmarks.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL: one of our own, whose files stay in a folder so that what is filled stays filled, or a given one. */
final class Server implements AutoCloseable {

    private final @Nullable EmbeddedPostgres embedded;
    private final String url;

    private Server(@Nullable EmbeddedPostgres embedded, String url) {
        this.embedded = embedded;
        this.url = url;
    }

    /** Starts one whose files are in a folder; it does not wait for the disk when it commits. */
    static Server in(Path folder) throws IOException {
        Files.createDirectories(folder);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .start();
        return new Server(server, server.getJdbcUrl("postgres", "postgres"));
    }

    /** Takes one that runs. */
    static Server at(String url) {
        return new Server(null, url);
    }

    /** Opens the tables of one size, each size in a schema of its own. */
    HikariDataSource open(String schema) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true&currentSchema=" + schema);
        config.setMaximumPoolSize(2);
        HikariDataSource dataSource = new HikariDataSource(config);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
        }
        return dataSource;
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
