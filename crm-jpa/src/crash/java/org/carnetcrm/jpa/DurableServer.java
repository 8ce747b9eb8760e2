package org.carnetcrm.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that runs a PostgreSQL which waits for the disk at each commit, on files that outlive it. It ends when its
 * standard input does.
 */
final class DurableServer {

    private DurableServer() {}

    /** Takes the folder of the files, and tells the URL on a line of its own. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(Path.of(arguments[0]))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // After a kill it reads its log first, which takes a while on a busy machine.
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
        System.out.println(server.getJdbcUrl("postgres", "postgres"));
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nobody says anything; the end of the input is the sign.
        }
        server.close();
    }
}
