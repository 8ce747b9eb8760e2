package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.StoreException;
import org.carnetcrm.problem.StoreException.Reason;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.hibernate.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a command says when another transaction was faster. */
class ConflictFailuresTest {

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void the_second_of_two_changes_that_both_read_the_same_version_is_a_conflict(TestDatabase kind) {
        Host host = new Host(kind.crm());
        Relation acme = host.relation("Acme");
        AtomicBoolean done = new AtomicBoolean();

        // The listener is told after the command has read and before it writes.
        assertThatThrownBy(() -> host.unit(
                        setup -> setup.withListener(set -> {
                            if (done.compareAndSet(false, true)) {
                                host.unit(desk -> Host.rename(desk, acme, "Acme Ltd"));
                            }
                        }),
                        desk -> Host.rename(desk, acme, "Acme Inc")))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.id()).isEqualTo(acme.id());
                    assertThat(e.version()).isEqualTo(acme.version());
                    assertThat(e.retryable()).as("the caller named the version").isFalse();
                    assertThat(e.getCause()).isNotNull();
                });
        assertThat(host.nameOf(acme)).isEqualTo("Acme Ltd");
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_change_of_what_was_removed_meanwhile_is_a_conflict(TestDatabase kind) {
        Host host = new Host(kind.crm());
        Relation acme = host.relation("Acme");
        var note = host.unit(desk -> {
            desk.choices().add(org.carnetcrm.choice.NoteType.of("MEMO", "Memo"));
            var lea = desk.representatives().ensure("lea", "Lea").id();
            return desk.notes()
                    .add(org.carnetcrm.note.NoteDraft.about(acme.id())
                            .assignee(lea)
                            .text("x"));
        });
        AtomicBoolean done = new AtomicBoolean();

        assertThatThrownBy(() -> host.unit(
                        setup -> setup.withListener(set -> {
                            if (done.compareAndSet(false, true)) {
                                host.unit(desk -> {
                                    desk.notes().discard(note.id(), note.version());
                                    return desk;
                                });
                            }
                        }),
                        desk -> desk.notes().pin(note.id(), note.version())))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.id()).isEqualTo(note.id());
                    assertThat(e.retryable()).isFalse();
                });
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_host_reference_that_another_took_first_is_a_conflict_that_another_run_solves(TestDatabase kind) {
        Host host = new Host(kind.crm());
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger runs = new AtomicInteger();
        List<Relation> others = new ArrayList<>();
        List<Exception> failures = new ArrayList<>();

        Relation ensured = Retries.upTo(2).call(() -> {
            runs.incrementAndGet();
            try {
                return host.unit(
                        setup -> setup.withListener(set -> {
                            if (done.compareAndSet(false, true)) {
                                others.add(host.unit(desk -> desk.relations().add(named("Other", "C-1"))));
                            }
                        }),
                        desk -> desk.relations().ensure(named("Acme", "C-1")));
            } catch (RuntimeException e) {
                failures.add(e);
                throw e;
            }
        });

        assertThat(runs).hasValue(2);
        assertThat(List.of(ensured)).isEqualTo(others);
        assertThat(failures).singleElement().isInstanceOfSatisfying(ConflictException.class, e -> {
            assertThat(e.retryable()).isTrue();
            assertThat(e.getCause()).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_change_to_a_reference_that_another_took_first_is_a_conflict_of_what_is_changed(TestDatabase kind) {
        Host host = new Host(kind.crm());
        Relation acme = host.relation("Acme");
        AtomicBoolean done = new AtomicBoolean();

        assertThatThrownBy(() -> host.unit(
                        setup -> setup.withListener(set -> {
                            if (done.compareAndSet(false, true)) {
                                host.unit(desk -> desk.relations().add(named("Other", "C-1")));
                            }
                        }),
                        desk -> desk.relations()
                                .change(
                                        acme.id(),
                                        acme.version(),
                                        RelationDraft.from(acme).hostReference("C-1"))))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.id()).isEqualTo(acme.id());
                    assertThat(e.retryable())
                            .as("another run is told that it is taken")
                            .isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void a_choice_that_another_added_first_is_a_conflict_that_may_be_tried_again(TestDatabase kind) {
        Host host = new Host(kind.crm());
        AtomicBoolean done = new AtomicBoolean();
        ActionType fair = ActionType.of("FAIR", "Fair");

        assertThatThrownBy(() -> host.unit(
                        setup -> setup.withListener(set -> {
                            if (done.compareAndSet(false, true)) {
                                host.unit(desk -> desk.choices().add(fair));
                            }
                        }),
                        desk -> desk.choices().add(fair)))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.id()).isEqualTo(fair.id());
                    assertThat(e.retryable()).isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#servers")
    void one_of_two_that_wait_for_each_other_is_overtaken_and_succeeds_when_run_again(TestDatabase kind)
            throws Exception {
        Host host = new Host(kind.crm());
        Relation acme = host.relation("Acme");
        Relation borealis = host.relation("Borealis");
        CyclicBarrier both = new CyclicBarrier(2);
        CountDownLatch faster = new CountDownLatch(1);
        List<Exception> overtaken = java.util.Collections.synchronizedList(new ArrayList<>());

        Function<List<Relation>, Callable<Integer>> renaming = pair -> () -> {
            AtomicInteger runs = new AtomicInteger();
            Retries.upTo(5).call(() -> {
                boolean first = runs.incrementAndGet() == 1;
                if (!first) {
                    meet(faster);
                }
                try {
                    return host.unit(desk -> {
                        renameOnce(desk, pair.get(0));
                        if (first) {
                            meet(both);
                        }
                        return renameOnce(desk, pair.get(1));
                    });
                } catch (RuntimeException e) {
                    overtaken.add(e);
                    throw e;
                }
            });
            faster.countDown();
            return runs.get();
        };
        List<Integer> runs =
                together(List.of(renaming.apply(List.of(acme, borealis)), renaming.apply(List.of(borealis, acme))));

        assertThat(runs).containsExactlyInAnyOrder(1, 2);
        assertThat(overtaken).singleElement().satisfies(e -> assertOvertaken(e));
        assertThat(host.nameOf(acme)).isEqualTo("Acme++");
        assertThat(host.nameOf(borealis)).isEqualTo("Borealis++");
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void what_cannot_be_serialized_is_overtaken_and_succeeds_when_run_again(TestDatabase kind) {
        if (kind == TestDatabase.MARIADB) {
            return; // It locks what a serializable transaction reads, so that the other would wait for this one.
        }
        Host host = new Host(kind.crm());
        Relation acme = host.relation("Acme");
        AtomicBoolean done = new AtomicBoolean();
        List<Exception> failures = new ArrayList<>();

        Relation renamed = Retries.upTo(2).call(() -> {
            try {
                return host.within(em -> {
                    isolate(em);
                    Relation present = Host.desk(em).relations().find(acme.id()).orElseThrow();
                    if (done.compareAndSet(false, true)) {
                        // Not by a command, which would raise the version.
                        host.within(other -> other.createQuery(
                                        "update CrmRelation r set r.phone = '1' where r.key.tenant = 'acme'")
                                .executeUpdate());
                    }
                    return Host.rename(Host.desk(em), present, "Acme Ltd");
                });
            } catch (RuntimeException e) {
                failures.add(e);
                throw e;
            }
        });

        assertThat(failures).singleElement().satisfies(e -> assertOvertaken(e));
        assertThat(renamed.details().phone()).isEqualTo("1");
        assertThat(host.nameOf(acme)).isEqualTo("Acme Ltd");
    }

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void two_who_count_what_the_other_adds_are_not_both_right(TestDatabase kind) throws Exception {
        Host host = new Host(kind.crm());
        CyclicBarrier both = new CyclicBarrier(2);
        CountDownLatch faster = new CountDownLatch(1);
        List<Exception> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        if (kind == TestDatabase.H2) {
            return; // Its serializable transactions are snapshots, which let both succeed.
        }

        Callable<Integer> counting = () -> {
            AtomicInteger runs = new AtomicInteger();
            Retries.upTo(5).call(() -> {
                boolean first = runs.incrementAndGet() == 1;
                if (!first) {
                    meet(faster);
                }
                try {
                    return host.within(em -> {
                        isolate(em);
                        Desk desk = Host.desk(em);
                        int count = desk.relations()
                                .list(RelationFilter.all(), PageRequest.first(9))
                                .rows()
                                .size();
                        if (first) {
                            meet(both);
                        }
                        return desk.relations().add(RelationDraft.company("Number " + count));
                    });
                } catch (RuntimeException e) {
                    failures.add(e);
                    throw e;
                }
            });
            faster.countDown();
            return runs.get();
        };
        together(List.of(counting, counting));

        assertThat(failures).isNotEmpty().allMatch(Retries::mayHelp);
        List<String> names =
                host.unit(desk -> desk.relations().list(RelationFilter.all(), PageRequest.first(9)).rows().stream()
                        .map(row -> row.name())
                        .toList());
        assertThat(names).containsExactly("Number 0", "Number 1");
    }

    private static void assertOvertaken(Exception e) {
        assertThat(e).isInstanceOfSatisfying(StoreException.class, failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.OVERTAKEN);
            assertThat(failure.getCause()).isNotNull();
        });
    }

    private static RelationDraft named(String name, String reference) {
        return RelationDraft.company(name).hostReference(reference);
    }

    private static Relation renameOnce(Desk desk, Relation relation) {
        Relation present = desk.relations().find(relation.id()).orElseThrow();
        return Host.rename(desk, present, present.name() + "+");
    }

    private static void isolate(EntityManager em) {
        em.unwrap(Session.class)
                .doWork(connection -> connection.setTransactionIsolation(java.sql.Connection.TRANSACTION_SERIALIZABLE));
    }

    private static void meet(CountDownLatch faster) {
        try {
            assertThat(faster.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks, 5, TimeUnit.MINUTES)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
