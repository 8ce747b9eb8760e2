package org.carnetcrm.benchmarks;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * The table of what each question costs at each size, and how many times as much a loop costs. Costs are medians, for on
 * a machine that does other work besides a mean tells more of that work than of the question.
 */
final class Ratios {

    private final Map<Question, NavigableMap<Integer, Map<String, Statistics>>> costs = new EnumMap<>(Question.class);

    void add(RunResult run) {
        BenchmarkParams asked = run.getParams();
        String way = asked.getBenchmark().substring(asked.getBenchmark().lastIndexOf('.') + 1);
        costs.computeIfAbsent(Question.valueOf(asked.getParam("question")), question -> new TreeMap<>())
                .computeIfAbsent(Integer.valueOf(asked.getParam("entries")), entries -> new TreeMap<>())
                .put(way, run.getPrimaryResult().getStatistics());
    }

    void print(PrintStream out) {
        out.println("| question | entries | desk, µs | middle half, µs | loop, µs | loop ÷ desk |");
        out.println("|---|--:|--:|--:|--:|--:|");
        costs.forEach((question, sizes) -> sizes.forEach((entries, ways) -> {
            Statistics desk = Objects.requireNonNull(ways.get("desk"));
            Statistics loop = Objects.requireNonNull(ways.get("loop"));
            out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.1f | %.1f–%.1f | %,.1f | %,.1f |%n",
                    question.title(),
                    entries,
                    micros(desk, 50),
                    micros(desk, 25),
                    micros(desk, 75),
                    micros(loop, 50),
                    micros(loop, 50) / micros(desk, 50));
        }));
    }

    private static double micros(Statistics nanos, int percentile) {
        return nanos.getPercentile(percentile) / 1e3;
    }
}
