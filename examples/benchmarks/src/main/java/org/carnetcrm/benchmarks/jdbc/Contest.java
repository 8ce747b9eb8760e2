package org.carnetcrm.benchmarks.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Both sides on the tables of one size, and how long each of their turns took. */
final class Contest implements AutoCloseable {

    /** The times of a job in nanoseconds, a list for each round. */
    record Times(List<List<Long>> jpa, List<List<Long>> jdbc) {}

    final Scale scale;

    private final Filled filled;
    private final ThroughJpa jpa;
    private final ByHand jdbc;
    private final Map<Job, Times> times = new EnumMap<>(Job.class);
    /** The next turn, the same of every job. */
    private final Map<Job, Integer> next = new EnumMap<>(Job.class);

    private Contest(Filled filled) {
        this.scale = filled.scale;
        this.filled = filled;
        Jobs jobs = new Jobs(filled);
        this.jpa = new ThroughJpa(filled, jobs);
        this.jdbc = new ByHand(filled, jobs);
    }

    /** Opens the tables of a size, filled so that some rounds have something left to change. */
    static Contest of(Server server, Scale scale, int rounds) throws IOException, SQLException {
        int turns = 1 + Job.Kind.COMMAND.warmUp(scale) + rounds * Job.Kind.COMMAND.turns;
        Contest contest = new Contest(Filled.of(scale, server, turns));
        for (Job job : Job.values()) {
            contest.next.put(job, contest.filled.firstTurn());
            contest.times.put(job, new Times(new ArrayList<>(), new ArrayList<>()));
        }
        return contest;
    }

    /** Lets both sides do every job once, and requires that they answer the same. */
    void compare() {
        for (Job job : Job.values()) {
            int turn = turn(job, 1);
            List<?> one = job.doing.by(jpa, turn);
            List<?> other = job.doing.by(jdbc, turn);
            if (one.isEmpty() || !one.equals(other)) {
                throw new IllegalStateException(job.title + ": " + one + " is not " + other);
            }
        }
    }

    /** Lets both sides do a job without looking at the clock. */
    void warmUp(Job job) {
        run(job, job.kind.warmUp(scale), new ArrayList<>(), new ArrayList<>());
    }

    /** Measures a round of a job. */
    void measure(Job job) {
        List<Long> one = new ArrayList<>();
        List<Long> other = new ArrayList<>();
        run(job, job.kind.turns, one, other);
        times(job).jpa().add(one);
        times(job).jdbc().add(other);
    }

    Times times(Job job) {
        return times.getOrDefault(job, new Times(List.of(), List.of()));
    }

    @Override
    public void close() throws SQLException {
        filled.emptyOpened();
        filled.close();
    }

    /** The sides take turns, and take turns in being first. */
    private void run(Job job, int turns, List<Long> one, List<Long> other) {
        int first = turn(job, turns);
        for (int turn = first; turn < first + turns; turn++) {
            if (turn % 2 == 0) {
                one.add(time(job, jpa, turn));
                other.add(time(job, jdbc, turn));
            } else {
                other.add(time(job, jdbc, turn));
                one.add(time(job, jpa, turn));
            }
        }
    }

    private static long time(Job job, Side side, int turn) {
        long start = System.nanoTime();
        List<?> answer = job.doing.by(side, turn);
        long end = System.nanoTime();
        if (answer.isEmpty()) {
            throw new IllegalStateException(job.title + ": nothing was answered");
        }
        return end - start;
    }

    /** Takes some turns, and prepares for them what a host would have on its screen. */
    private int turn(Job job, int turns) {
        int first = next.getOrDefault(job, 0);
        next.put(job, first + turns);
        if (job == Job.CHANGE) {
            jpa.readForms(first, first + turns);
        } else if (job == Job.FAR_TIMELINE || job == Job.FAR_MINE || job == Job.FAR_DUE) {
            for (int turn = first; turn < first + turns; turn++) {
                job.doing.by(jpa, turn);
                job.doing.by(jdbc, turn);
            }
        }
        return first;
    }
}
