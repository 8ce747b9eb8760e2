package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.problem.StoreException;
import org.carnetcrm.problem.StoreException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A unit of work is run again for what another run may mend, and for nothing else. */
class RetriesTest {

    private static final RelationId ACME = new RelationId(UUID.fromString("01890000-0000-7000-8000-000000000001"));

    /** States and numbers: SQL standard and PostgreSQL 16 appendix A; MariaDB's error codes 1020, 1205, 1213. */
    static Stream<Exception> mended() {
        return Stream.of(
                new SQLException("could not serialize access", "40001"),
                new SQLException("deadlock detected", "40P01"),
                new SQLException("record has changed since last read", "HY000", 1020),
                new SQLException("lock wait timeout exceeded", "HY000", 1205),
                new SQLException("deadlock found", "40001", 1213),
                new RollbackException("at commit", new SQLException("pivot", "40001")),
                new IllegalStateException("the host's", new Exception(new SQLException("pivot", "40P01"))),
                batch(new SQLException("deadlock detected", "40P01")),
                batch(new SQLException("see the next", "XX000", new SQLException("deadlock detected", "40P01"))),
                new StoreException(Reason.OVERTAKEN, null),
                new IllegalStateException("the host's", new StoreException(Reason.OVERTAKEN, null)),
                ConflictException.onWrite(ACME, 1, true),
                new IllegalStateException("the host's", ConflictException.onWrite(ACME, 1, true)));
    }

    static Stream<Exception> beyondMending() {
        return Stream.of(
                new SQLException("null value", "23502"),
                new SQLException("duplicate key", "23505"),
                new SQLException("connection failure", "08006"),
                new SQLException(),
                batch(new SQLException("duplicate key", "23505")),
                new OptimisticLockException("the host's own"),
                ConflictException.onWrite(ACME, 1, false),
                new NotFoundException(ACME),
                new IllegalArgumentException("no"),
                new IOException("no"));
    }

    @ParameterizedTest
    @MethodSource("mended")
    void what_another_run_may_mend_is_run_again(Exception failure) throws Exception {
        Script script = new Script(failure, failure);

        assertThat(Retries.upTo(3).call(script::run)).isEqualTo("done");
        assertThat(script.runs).isEqualTo(3);
        assertThat(Retries.mayHelp(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("beyondMending")
    void what_another_run_would_not_mend_comes_out_of_the_first(Exception failure) {
        Script script = new Script(failure);

        assertThatThrownBy(() -> Retries.upTo(3).call(script::run)).isSameAs(failure);
        assertThat(script.runs).isEqualTo(1);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = EnumSource.Mode.EXCLUDE, names = "OVERTAKEN")
    void no_other_reason_of_the_store_is_worth_another_run(Reason reason) {
        assertThat(Retries.mayHelp(new StoreException(reason, null))).isFalse();
    }

    @Test
    void the_last_failure_comes_out_and_carries_the_earlier_ones() {
        List<SQLException> failures = Stream.of("1", "2", "3")
                .map(text -> new SQLException(text, "40001"))
                .toList();
        Script script = new Script(failures.toArray(Exception[]::new));

        assertThatThrownBy(() -> Retries.upTo(3).call(script::run))
                .isSameAs(failures.get(2))
                .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(failures.get(0), failures.get(1)));
        assertThat(script.runs).isEqualTo(3);
    }

    @Test
    void a_failure_that_comes_back_itself_does_not_carry_itself() {
        SQLException same = new SQLException("deadlock detected", "40P01");

        assertThatThrownBy(() -> Retries.upTo(2).call(new Script(same, same)::run))
                .isSameAs(same);
        assertThat(same.getSuppressed()).isEmpty();
    }

    @Test
    void a_failure_beyond_mending_carries_those_before_it() {
        SQLException first = new SQLException("deadlock detected", "40P01");
        IOException second = new IOException();

        assertThatThrownBy(() -> Retries.upTo(5).call(new Script(first, second)::run))
                .isSameAs(second);
        assertThat(second.getSuppressed()).containsExactly(first);
    }

    @Test
    void one_run_is_the_least() {
        SQLException failure = new SQLException("deadlock detected", "40P01");

        assertThatThrownBy(() -> Retries.upTo(1).call(new Script(failure)::run)).isSameAs(failure);
        assertThatThrownBy(() -> Retries.upTo(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_chain_of_causes_that_bites_its_tail_ends() {
        SQLException first = new SQLException("first", "XX000");
        SQLException second = new SQLException("second", "XX000", first);
        first.initCause(second);
        first.setNextException(second);

        assertThat(Retries.mayHelp(first)).isFalse();
    }

    private static BatchUpdateException batch(SQLException next) {
        BatchUpdateException batch = new BatchUpdateException("batch", "XX000", new int[0]);
        batch.setNextException(next);
        return batch;
    }

    /** A unit of work that fails so, then so, then succeeds. */
    private static final class Script {

        private final Deque<Exception> failures;
        private int runs;

        Script(Exception... failures) {
            this.failures = new ArrayDeque<>(List.of(failures));
        }

        String run() throws Exception {
            runs++;
            if (!failures.isEmpty()) {
                throw failures.poll();
            }
            return "done";
        }
    }
}
