package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.problem.StoreException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds when sixteen threads of a host do everything that there is with the same few things, each unit in a
 * transaction of its own on the database's default isolation. {@code -Dcarnet.commands=10000} makes it a long run.
 */
class ThreadsTest {

    private static final int THREADS = 16;
    private static final int COMMANDS = Integer.getInteger("carnet.commands", 2_000);

    @ParameterizedTest
    @MethodSource("org.carnetcrm.jpa.TestDatabase#here")
    void sixteen_threads_lose_no_update_and_leave_no_half_command(TestDatabase kind) throws Exception {
        Database database = kind.crm();
        EntityManagerFactory factory = database.entityManagers();
        Acknowledged acknowledged = new Acknowledged();
        Map<String, Integer> refused = new ConcurrentHashMap<>();
        HostUnits units = new HostUnits(factory, acknowledged);
        Errands errands = new Errands(units, "run");
        long begun = System.nanoTime();
        atOnce(random -> errand(errands, refused, random), acknowledged);
        System.out.printf(
                "%s: %d commands by %d threads in %d ms; run again: %s; refused: %s%n",
                kind,
                acknowledged.commands(),
                THREADS,
                (System.nanoTime() - begun) / 1_000_000,
                new TreeMap<>(units.again()),
                new TreeMap<>(refused));

        assertThat(acknowledged.commands()).isGreaterThanOrEqualTo(COMMANDS);
        acknowledged.areAllThatThereIs(database);
        new JpaUnits(factory).inUnit(store -> {
            acknowledged.followEachOther(store);
            acknowledged.madeTheHistories(store);
            return store;
        });
        units.unit(Actor.system(HostUnits.TENANT), desk -> {
            acknowledged.areOnRecord(desk);
            Agreement agreement = new Agreement(desk);
            agreement.holds();
            for (OpportunityId deal : acknowledged.deals()) {
                if (desk.opportunities().find(deal).isEmpty()) {
                    agreement.nothingIsLinkedTo(deal);
                }
            }
            return desk;
        });
    }

    /** One errand; what may be refused is refused with a type of its own, and nothing else is thrown. */
    private static void errand(Errands errands, Map<String, Integer> refused, Random random) {
        try {
            errands.run(random);
        } catch (ConflictException e) {
            refused.merge(e.retryable() ? "conflict at last" : "conflict", 1, Integer::sum);
        } catch (StoreException e) {
            assertThat(e.reason()).isEqualTo(StoreException.Reason.OVERTAKEN);
            refused.merge("overtaken at last", 1, Integer::sum);
        } catch (NotFoundException e) {
            refused.merge("gone", 1, Integer::sum);
        } catch (InvalidException e) {
            refused.merge(e.problems().get(0).key(), 1, Integer::sum);
        } catch (java.util.NoSuchElementException e) {
            // What the errand looked for is gone before it began.
            refused.merge("not found", 1, Integer::sum);
        }
    }

    private interface Job {
        void run(Random random);
    }

    private static void atOnce(Job job, Acknowledged acknowledged) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        AtomicInteger failed = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> jobs = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                jobs.add(threads.submit(() -> {
                    start.await();
                    try {
                        while (acknowledged.commands() < COMMANDS && failed.get() == 0) {
                            job.run(random);
                        }
                    } catch (RuntimeException | Error e) {
                        failed.incrementAndGet();
                        throw e;
                    }
                    return null;
                }));
            }
            for (Future<?> each : jobs) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
