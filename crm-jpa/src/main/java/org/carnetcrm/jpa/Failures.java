package org.carnetcrm.jpa;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.TransactionRequiredException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.Id;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.problem.StoreException;
import org.carnetcrm.problem.StoreException.Reason;
import org.carnetcrm.store.Change;
import org.carnetcrm.store.ChangeSet;
import org.jspecify.annotations.Nullable;

/** Says in the domain's words what a provider or a database could not do; what it does not know stays as it is. */
final class Failures {

    /** Serialization failures and deadlocks: the class of the SQL standard, and what MariaDB tells by number alone. */
    private static final Set<String> OVERTAKEN_STATES = Set.of("40001", "40P01");

    /** Lock wait timeout, deadlock, record changed since last read. */
    private static final Set<Integer> OVERTAKEN_CODES = Set.of(1205, 1213, 1020);

    private static final String READ_ONLY_STATE = "25006";

    /** MariaDB's and H2's numbers of a write where only reading is allowed. */
    private static final Set<Integer> READ_ONLY_CODES = Set.of(1792, 90097);

    /** What a unit of work says on PostgreSQL after something in it has failed. */
    private static final String FAILED_BEFORE_STATE = "25P02";

    /** How the names of our tables and rows begin: a flush also writes what the host has changed, and fails for it. */
    private static final List<String> OURS = List.of("crm_", "org.carnetcrm.jpa.");

    private static final String CONSTRAINT_CLASS = "23";
    private static final String CONNECTION_CLASS = "08";

    /** PostgreSQL's shutdown by an administrator and crash shutdown; H2's closed database and broken connection. */
    private static final Set<String> CONNECTION_STATES = Set.of("57P01", "57P02", "57P03", "90098", "90067", "90121");

    /** How the names of the keys of host references end: another was first to take one, and a second try finds that. */
    private static final String TAKEN_REFERENCE = "reference_uk";

    private Failures() {}

    /** Gives what to throw for a failed question. */
    static RuntimeException ofReading(RuntimeException failure) {
        Reason reason = reason(failure);
        return failure instanceof CrmException || reason == null ? failure : new StoreException(reason, failure);
    }

    /** Gives what to throw for a failed command. */
    static RuntimeException ofWriting(RuntimeException failure, ChangeSet set) {
        if (failure instanceof CrmException) {
            return failure;
        }
        Reason reason = reason(failure);
        if (reason != null) {
            return new StoreException(reason, failure);
        }
        String told = told(failure);
        boolean ours = OURS.stream().anyMatch(told::contains);
        if (ours && (has(failure, OptimisticLockException.class) || violatesConstraint(failure))) {
            return conflict(failure, told, set);
        }
        return failure;
    }

    private static @Nullable Reason reason(RuntimeException failure) {
        if (has(failure, TransactionRequiredException.class)) {
            return Reason.NO_TRANSACTION;
        }
        if (has(failure, LockTimeoutException.class)
                || has(failure, PessimisticLockException.class)
                || any(failure, Failures::isOvertaken)) {
            return Reason.OVERTAKEN;
        }
        if (any(failure, e -> READ_ONLY_STATE.equals(e.getSQLState()) || READ_ONLY_CODES.contains(e.getErrorCode()))) {
            return Reason.READ_ONLY;
        }
        if (any(failure, e -> FAILED_BEFORE_STATE.equals(e.getSQLState()))) {
            return Reason.FAILED_BEFORE;
        }
        return any(failure, Failures::isDisconnected) ? Reason.DISCONNECTED : null;
    }

    /** Tells whether a database asks to run a whole unit of work again. */
    static boolean isOvertaken(SQLException e) {
        return OVERTAKEN_STATES.contains(state(e)) || OVERTAKEN_CODES.contains(e.getErrorCode());
    }

    /** Tells whether a unit of work that failed so may succeed when it is run again. */
    static boolean isWorthAnotherRun(Throwable failure) {
        return any(failure, Failures::isOvertaken) || chain(failure).stream().anyMatch(Failures::asksForAnotherRun);
    }

    private static boolean asksForAnotherRun(Throwable cause) {
        if (cause instanceof StoreException store) {
            return store.reason() == Reason.OVERTAKEN;
        }
        return cause instanceof ConflictException conflict && conflict.retryable();
    }

    private static boolean isDisconnected(SQLException e) {
        return state(e).startsWith(CONNECTION_CLASS)
                || CONNECTION_STATES.contains(state(e))
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLRecoverableException
                || isClosedByPool(e);
    }

    /** A pool takes a connection away that it saw fail, and says so in words alone. */
    private static boolean isClosedByPool(SQLException e) {
        return e.getSQLState() == null && String.valueOf(e.getMessage()).equals("Connection is closed");
    }

    private static boolean violatesConstraint(RuntimeException failure) {
        return has(failure, EntityExistsException.class) || any(failure, e -> state(e).startsWith(CONSTRAINT_CLASS));
    }

    /**
     * Finds which change the database refused: the row that the provider names, else the one whose id or reference the
     * database's message names, else the first.
     */
    private static ConflictException conflict(RuntimeException failure, String told, ChangeSet set) {
        Change refused = set.changes().stream()
                .filter(change -> told.contains(change.id().text().toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> set.changes().stream()
                        .filter(change -> isReferenceTold(change, told))
                        .findFirst())
                .orElse(set.changes().get(0));
        boolean retryable = !refused.seen() || told.contains(TAKEN_REFERENCE);
        return ConflictException.onWrite(refused.id(), refused.version(), retryable, failure);
    }

    private static boolean isReferenceTold(Change change, String told) {
        return change.after() instanceof HostReferenced referenced
                && referenced.hostReference() != null
                && told.contains(referenced.hostReference().toLowerCase(Locale.ROOT));
    }

    private static String told(RuntimeException failure) {
        StringBuilder told = new StringBuilder();
        for (Throwable cause : chain(failure)) {
            told.append(cause.getMessage()).append('\n');
            if (cause instanceof OptimisticLockException lost && lost.getEntity() instanceof Row<?> row) {
                Id id = row.value().id();
                told.append(id.text()).append('\n');
            }
        }
        return told.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return chain(failure).stream().anyMatch(type::isInstance);
    }

    private static boolean any(Throwable failure, Predicate<SQLException> test) {
        return chain(failure).stream().anyMatch(cause -> cause instanceof SQLException sql && test.test(sql));
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        collect(failure, chain);
        return chain;
    }

    /** A batch tells what went wrong in the exceptions that come next, each with causes of its own. */
    private static void collect(@Nullable Throwable failure, List<Throwable> chain) {
        for (Throwable cause = failure; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
            if (cause instanceof SQLException sql) {
                collect(sql.getNextException(), chain);
            }
        }
    }
}
