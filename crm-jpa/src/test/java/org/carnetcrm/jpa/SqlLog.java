package org.carnetcrm.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Remembers the SQL that Hibernate sends: what one thread sends while it does some work, and each different statement of
 * the whole JVM.
 *
 * <p>A statement counts when it is prepared. A batch is prepared once, however many rows and round trips it takes.
 */
final class SqlLog {

    /** What every factory of the tests is given; a statement that breaks the rules fails the test that sends it. */
    static final StatementInspector INSPECTOR = sql -> {
        SqlRules.check(sql);
        remember(sql);
        return sql;
    };

    private static final Set<String> DISTINCT = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<List<String>> OPEN = new ThreadLocal<>();

    private SqlLog() {}

    /** The statements that the work sends in this thread, in their order. */
    static List<String> of(Work work) {
        List<String> outer = OPEN.get();
        List<String> inner = new ArrayList<>();
        OPEN.set(inner);
        try {
            work.run();
        } catch (Exception e) {
            throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        } finally {
            if (outer == null) {
                OPEN.remove();
            } else {
                outer.addAll(inner);
                OPEN.set(outer);
            }
        }
        return List.copyOf(inner);
    }

    /** Each different statement that any thread has sent since the JVM began. */
    static SortedSet<String> distinct() {
        return new TreeSet<>(DISTINCT);
    }

    private static void remember(String sql) {
        DISTINCT.add(sql);
        List<String> open = OPEN.get();
        if (open != null) {
            open.add(sql);
        }
    }

    /** What is watched. */
    interface Work {
        void run() throws Exception;
    }
}
