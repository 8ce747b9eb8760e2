package org.carnetcrm.jpa;

import java.util.List;
import java.util.Random;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.store.ChangeSet;

/**
 * A process that writes commands to a database by several threads until it is killed. Before each commit it tells on a
 * line the parts of what it is about to commit, and after the database has acknowledged the commit it tells that.
 */
final class CommandWriter {

    /** Begins the line of what a thread is about to commit. */
    static final String COMMITTING = "committing ";

    /** Begins the line that says that the last one of a thread is committed. */
    static final String ACKNOWLEDGED = "acknowledged ";

    /** Stands between the parts of a line. */
    static final String SEPARATOR = "|";

    private static final int THREADS = 4;

    private CommandWriter() {}

    /** Takes the URL, and the seed of what is written. */
    public static void main(String[] arguments) throws Exception {
        Database database = new Database(TestDatabase.POSTGRESQL, arguments[0]);
        HostUnits units = new HostUnits(database.entityManagers(), new Teller());
        Errands errands = new Errands(units, arguments[1]);
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(Long.parseLong(arguments[1]) + i);
            new Thread(() -> write(errands, random)).start();
        }
    }

    private static void write(Errands errands, Random random) {
        while (true) {
            try {
                errands.run(random);
            } catch (CrmException | java.util.NoSuchElementException refused) {
                // Refused for what another thread did; after a lost connection nothing but this comes.
            } catch (RuntimeException | Error e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        }
    }

    private static final class Teller implements HostUnits.Witness {

        @Override
        public void committing(List<ChangeSet> written) {
            tell(COMMITTING, String.join(SEPARATOR, Parts.of(written)));
        }

        @Override
        public void acknowledged(List<ChangeSet> written) {
            tell(ACKNOWLEDGED, "");
        }

        /** A line is out before the commit goes on: what is killed after it has told. */
        private static void tell(String what, String parts) {
            synchronized (System.out) {
                System.out.println(what + Thread.currentThread().getId() + SEPARATOR + parts);
                System.out.flush();
            }
        }
    }
}
