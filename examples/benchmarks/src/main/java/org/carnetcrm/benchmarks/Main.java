package org.carnetcrm.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import org.carnetcrm.benchmarks.jdbc.Versus;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The command line: {@code reads [ENTRIES...]} measures questions, {@code load [ACTIONS]} loads actions,
 * {@code together [ENTRIES]} lets threads wait for each other, {@code jdbc} measures the JPA store beside JDBC on a
 * PostgreSQL.
 */
public final class Main {

    private static final String USAGE =
            "java -Xmx4g -jar carnet-benchmarks.jar (reads [ENTRIES...] | load [ACTIONS] | together [ENTRIES]"
                    + " | jdbc [--url JDBC-URL | --dir FOLDER] [--rounds N] [COUNT...])";

    private Main() {}

    /** Measures, and prints what it found. */
    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        List<String> rest = given.isEmpty() ? given : given.subList(1, given.size());
        if (given.isEmpty()) {
            System.err.println(USAGE);
        } else if (given.get(0).equals("load")) {
            Load.run(rest.isEmpty() ? 1_000_000 : Integer.parseInt(rest.get(0)), System.out);
        } else if (given.get(0).equals("reads")) {
            reads(rest.isEmpty() ? List.of("1000", "100000", "1000000") : rest, System.out);
        } else if (given.get(0).equals("together")) {
            Together.run(Size.of(rest.isEmpty() ? 1_000_000 : Integer.parseInt(rest.get(0))), System.out);
        } else if (given.get(0).equals("jdbc")) {
            Versus.run(rest, System.out);
        } else {
            System.err.println(USAGE);
        }
    }

    /** All in this process, whose code has then seen every question, as a host's has. */
    private static void reads(List<String> sizes, PrintStream out) throws RunnerException {
        Ratios ratios = new Ratios();
        for (String size : sizes) {
            Options options = new OptionsBuilder()
                    .include(Reads.class.getName())
                    .param("entries", size)
                    .forks(0)
                    .warmupIterations(2)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.seconds(1))
                    .verbosity(VerboseMode.SILENT)
                    .build();
            Collection<RunResult> results = new Runner(options).run();
            results.forEach(ratios::add);
        }
        ratios.print(out);
    }
}
