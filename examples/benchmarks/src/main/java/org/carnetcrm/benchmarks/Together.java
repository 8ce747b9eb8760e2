package org.carnetcrm.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.id.RelationId;

/** Lets threads work on one CRM, and tells how long they wait for each other. */
final class Together {

    private static final long A_WHILE = 5_000_000_000L;

    /** What a thread does again and again. */
    private enum Job {
        PAGE("a page of a timeline") {
            @Override
            void run(Grown grown, Questions questions, int turn) {
                require(!questions.timeline(turn).isEmpty());
            }
        },
        PLAN("planning an action") {
            @Override
            void run(Grown grown, Questions questions, int turn) {
                RelationId relation =
                        grown.relations.get(turn % grown.relations.size()).id();
                require(grown.desk.actions().plan(ActionDraft.with(relation)).version() == 1);
            }
        },
        SUMMARY("a summary of all costs") {
            @Override
            void run(Grown grown, Questions questions, int turn) {
                require(!grown.desk
                        .actions()
                        .costs(ActionFilter.all(), ActionDimension.REPRESENTATIVE, ActionDimension.MONTH)
                        .isEmpty());
            }
        };

        private final String title;

        Job(String title) {
            this.title = title;
        }

        abstract void run(Grown grown, Questions questions, int turn);

        private static void require(boolean answered) {
            if (!answered) {
                throw new IllegalStateException("nothing was answered");
            }
        }
    }

    private final Grown grown;
    private final Questions questions;

    private Together(Grown grown) {
        this.grown = grown;
        this.questions = new ThroughDesk(grown);
    }

    /** Prints a table of waits. */
    static void run(Size size, PrintStream out) throws Exception {
        Together together = new Together(Grown.to(size));
        out.println("| who | beside | answers a second | median, ms | 99 of 100 within, ms | longest, ms |");
        out.println("|---|---|--:|--:|--:|--:|");
        for (List<Job> jobs : List.of(
                List.of(Job.PAGE),
                List.of(Job.PAGE, Job.PAGE),
                List.of(Job.PAGE, Job.PLAN),
                List.of(Job.PAGE, Job.SUMMARY),
                List.of(Job.PAGE, Job.PLAN, Job.SUMMARY),
                List.of(Job.PLAN),
                List.of(Job.PLAN, Job.SUMMARY),
                List.of(Job.SUMMARY))) {
            out.println(together.measure(jobs));
        }
    }

    /** Measures the first of several jobs that run at the same time. */
    private String measure(List<Job> jobs) throws Exception {
        long end = System.nanoTime() + A_WHILE;
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        try {
            List<Callable<List<Long>>> timed = new ArrayList<>();
            jobs.forEach(job -> timed.add(() -> times(job, end)));
            List<Future<List<Long>>> done = threads.invokeAll(timed);
            for (Future<List<Long>> each : done) {
                each.get();
            }
            return row(jobs, done.get(0).get());
        } finally {
            threads.shutdown();
        }
    }

    private List<Long> times(Job job, long end) {
        List<Long> nanos = new ArrayList<>();
        for (int turn = 0; System.nanoTime() < end; turn++) {
            long start = System.nanoTime();
            job.run(grown, questions, turn);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private static String row(List<Job> jobs, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        List<String> others = jobs.stream().skip(1).map(other -> other.title).toList();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %,.3f | %,.3f | %,.1f |",
                jobs.get(0).title,
                others.isEmpty() ? "nobody" : String.join(", ", others),
                sorted.length * 1_000_000_000L / A_WHILE,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 99L / 100)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
