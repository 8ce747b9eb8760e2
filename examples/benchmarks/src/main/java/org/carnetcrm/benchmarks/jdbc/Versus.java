package org.carnetcrm.benchmarks.jdbc;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.carnetcrm.benchmarks.jdbc.Contest.Times;
import org.jspecify.annotations.Nullable;

/** Measures the JPA store beside hand-written JDBC, both in one run, and prints what it found. */
public final class Versus {

    private static final int ROUNDS = 5;
    private static final double GROWTH = 1.3;
    private static final double PAST = 2;

    private final List<Contest> contests = new ArrayList<>();
    private final PrintStream out;

    private Versus(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs: {@code [--url JDBC-URL | --dir FOLDER] [--rounds N] [COUNT...]}. Without a URL a PostgreSQL of its own is
     * started, whose files stay in the folder; each count has a schema of its own, and what is filled is found again.
     */
    public static void run(List<String> arguments, PrintStream out) throws IOException, SQLException {
        List<Integer> counts = new ArrayList<>();
        String url = null;
        String folder = "target/benchmarks-postgresql";
        int rounds = ROUNDS;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--url" -> url = arguments.get(++i);
                case "--dir" -> folder = arguments.get(++i);
                case "--rounds" -> rounds = Integer.parseInt(arguments.get(++i));
                default -> counts.add(Integer.valueOf(arguments.get(i)));
            }
        }
        if (counts.isEmpty()) {
            counts.addAll(List.of(10_000, 1_000_000));
        }
        try (Server server = url == null ? Server.in(Path.of(folder).toAbsolutePath()) : Server.at(url)) {
            new Versus(out).run(server, counts, rounds);
        }
    }

    private void run(Server server, List<Integer> counts, int rounds) throws IOException, SQLException {
        try {
            for (int count : counts) {
                contests.add(Contest.of(server, Scale.of(count), rounds));
            }
            contests.forEach(Contest::compare);
            for (Job job : Job.values()) {
                contests.forEach(contest -> contest.warmUp(job));
            }
            for (int round = 0; round < rounds; round++) {
                for (Job job : Job.values()) {
                    contests.forEach(contest -> contest.measure(job));
                }
            }
            printJobs();
            printGrowth();
        } finally {
            for (Contest contest : contests) {
                contest.close();
            }
        }
    }

    private void printJobs() {
        out.println(
                "| job | deals | JPA, ms | 95 of 100 within | JDBC, ms | 95 of 100 within | JPA ÷ JDBC | in rounds | goal |");
        out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (Job job : Job.values()) {
            for (Contest contest : contests) {
                Times times = contest.times(job);
                out.printf(
                        Locale.ROOT,
                        "| %s | %,d | %.2f | %.2f | %.2f | %.2f | %.2f | %s | %s |%n",
                        job.title,
                        contest.scale.count(),
                        millis(times.jpa(), 50),
                        millis(times.jpa(), 95),
                        millis(times.jdbc(), 50),
                        millis(times.jdbc(), 95),
                        millis(times.jpa(), 50) / millis(times.jdbc(), 50),
                        inRounds(times),
                        goal(job.kind.goal, millis(times.jpa(), 50) / millis(times.jdbc(), 50)));
            }
        }
        for (Contest contest : contests) {
            Times times = contest.times(Job.OPEN);
            double jpa = Side.LIST * 1e3 / millis(times.jpa(), 50);
            double jdbc = Side.LIST * 1e3 / millis(times.jdbc(), 50);
            out.printf(
                    Locale.ROOT,
                    "%nDeals opened a second beside %,d: %,.0f by JPA, %,.0f by JDBC: %.2f of it.%n",
                    contest.scale.count(),
                    jpa,
                    jdbc,
                    jpa / jdbc);
        }
    }

    private void printGrowth() {
        Contest small = contests.get(0);
        Contest large = contests.get(contests.size() - 1);
        out.printf(Locale.ROOT, "%n| by JPA | against | ratio | in rounds | goal |%n|---|---|--:|--:|--:|%n");
        for (Job job : Job.values()) {
            if (job.kind == Job.Kind.PAGE && small != large) {
                Times pair = new Times(large.times(job).jpa(), small.times(job).jpa());
                printRatio(job.title + ", " + large.scale.count(), Integer.toString(small.scale.count()), pair, GROWTH);
            }
        }
        for (Contest contest : contests) {
            Times pair = new Times(
                    contest.times(Job.PAST_STAGES).jpa(),
                    contest.times(Job.STAGES).jpa());
            printRatio(Job.PAST_STAGES.title + ", " + contest.scale.count(), "as they are now", pair, PAST);
        }
    }

    private void printRatio(String what, String against, Times pair, double goal) {
        double ratio = millis(pair.jpa(), 50) / millis(pair.jdbc(), 50);
        out.printf(
                Locale.ROOT, "| %s | %s | %.2f | %s | %s |%n", what, against, ratio, inRounds(pair), goal(goal, ratio));
    }

    private static String goal(double goal, double ratio) {
        return String.format(Locale.ROOT, "%s %.2f", ratio <= goal ? "≤" : "missed:", goal);
    }

    /** Gives the least and the greatest ratio of the medians of a round. */
    private static String inRounds(Times times) {
        @Nullable Double least = null;
        @Nullable Double most = null;
        for (int round = 0; round < times.jpa().size(); round++) {
            double ratio = millis(List.of(times.jpa().get(round)), 50)
                    / millis(List.of(times.jdbc().get(round)), 50);
            least = least == null || ratio < least ? (Double) ratio : least;
            most = most == null || ratio > most ? (Double) ratio : most;
        }
        return String.format(Locale.ROOT, "%.2f–%.2f", Objects.requireNonNull(least), Objects.requireNonNull(most));
    }

    private static double millis(List<List<Long>> rounds, int percentile) {
        long[] sorted = rounds.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1e6;
    }
}
