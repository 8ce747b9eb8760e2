package org.carnetcrm.jpa;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs a unit of work again when another was faster, and what it did was rolled back for that alone.
 *
 * <p>That is so when the database says that it stopped a transaction in favour of another (a serialization failure, a
 * deadlock, a lock that it waited for too long), while the unit ran or when it was committed, whatever the host's framework
 * has wrapped that in; and when a command found something else than it had read that its caller had never seen. It is not
 * so for a {@linkplain org.carnetcrm.problem.ConflictException#retryable version that the caller named}, nor for a lost
 * connection, for then nobody knows whether the unit was committed.
 *
 * <p>What is run is the whole unit with its transaction, by the host's own means: {@code Retries.upTo(5).call(() ->
 * transactions.run(...))}. It must not run inside of another transaction. Nothing waits between two runs: the one that was
 * faster holds its locks until it ends, and the next run waits for them in the database.
 */
public final class Retries {

    private final int most;

    private Retries(int most) {
        this.most = most;
    }

    /**
     * A unit of work with its transaction.
     *
     * @param <T> what it gives
     * @param <X> what it throws, besides what need not be said
     */
    @FunctionalInterface
    public interface Unit<T, X extends Exception> {

        /** Begins a transaction, does the work, commits, and gives the result; rolls back when the work fails. */
        T run() throws X;
    }

    /** Allows so many runs in all, one at least. */
    public static Retries upTo(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a unit of work runs once at least, not " + most + " times");
        }
        return new Retries(most);
    }

    /**
     * Runs a unit of work, again and again while that may help, and gives its result.
     *
     * @throws X what the last run threw, with what the earlier ones threw as suppressed
     */
    public <T, X extends Exception> T call(Unit<T, X> unit) throws X {
        List<Exception> earlier = new ArrayList<>();
        while (true) {
            try {
                return unit.run();
            } catch (Exception e) {
                if (earlier.size() + 1 == most || !mayHelp(e)) {
                    earlier.stream().filter(failure -> failure != e).forEach(e::addSuppressed);
                    throw e;
                }
                earlier.add(e);
            }
        }
    }

    /** Tells whether a unit of work that failed so may succeed when it is run again as it is. */
    public static boolean mayHelp(Throwable failure) {
        return Failures.isWorthAnotherRun(failure);
    }
}
