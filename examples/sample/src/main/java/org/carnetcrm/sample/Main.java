package org.carnetcrm.sample;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.carnetcrm.problem.StoreException;
import org.carnetcrm.sample.company.SampleWeek;
import org.carnetcrm.sample.reading.BadFileException;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.store.StorageException;
import org.carnetcrm.sample.telling.Language;
import org.carnetcrm.sample.telling.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 a file or the database is missing or wrong, 2 the options are. */
@Command(
        name = "carnet-sample",
        mixinStandardHelpOptions = true,
        version = "0.1.0-SNAPSHOT",
        description = "Loads relations, deals, actions and orders, and prints the reports on them.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:a file is missing or wrong, or the database", "2:the options are wrong"})
public final class Main implements Callable<Integer> {

    /** Held, for the logging of the JDK forgets a level that nobody holds. What goes wrong is told by exceptions. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    /** What may go wrong without being a defect. */
    private static final List<Class<? extends Exception>> EXPECTED =
            List.of(BadFileException.class, UncheckedIOException.class, StorageException.class, StoreException.class);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Reads the data set in a folder instead of the bundled sample; its files tell which:"
                    + " sales_pipeline.csv, accounts.csv, products.csv, sales_teams.csv;"
                    + " or crm_deals.csv, crm_activities.csv, monthly_targets.csv; or northwind.sql.")
    private @Nullable Path data;

    @Option(names = "--out", paramLabel = "DIR", description = "Writes every table as CSV into a folder too.")
    private @Nullable Path out;

    @Option(
            names = "--locale",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "The language: en, fr or nl (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    @Option(
            names = "--unmatched",
            description = "Leaves a product unmatched that the catalogue spells differently: its deals have no value.")
    private boolean unmatched;

    @Option(names = "--rows", description = "Reports each row for which a rule was needed.")
    private boolean rows;

    @Option(
            names = "--store",
            paramLabel = "WHERE",
            defaultValue = "jdbc:h2:./target/carnet-sample",
            description = "Where all of it is kept, so that the next run finds it: the JDBC URL of an H2, PostgreSQL or"
                    + " MariaDB database; or memory (default: ${DEFAULT-VALUE}).")
    private String store = Storage.MEMORY;

    @Option(names = "--user", paramLabel = "NAME", description = "Who opens the database.")
    private @Nullable String user;

    @Option(names = "--password", paramLabel = "WORD", description = "With which password.")
    private @Nullable String password;

    private Main() {}

    /** Runs the command line; ends the process with a code other than 0 only. */
    public static void main(String[] arguments) {
        PrintWriter output = new PrintWriter(
                new PrintStream(System.out, true, StandardCharsets.UTF_8), true, StandardCharsets.UTF_8);
        PrintWriter errors = new PrintWriter(
                new PrintStream(System.err, true, StandardCharsets.UTF_8), true, StandardCharsets.UTF_8);
        int code = run(output, errors, arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(PrintWriter output, PrintWriter errors, String... arguments) {
        HIBERNATE.setLevel(Level.OFF);
        int code = new CommandLine(new Main())
                .setOut(output)
                .setErr(errors)
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (EXPECTED.stream().anyMatch(type -> type.isInstance(e))) {
                        line.getErr().println(e.getMessage());
                        return 1;
                    }
                    throw e;
                })
                .execute(arguments);
        output.flush();
        errors.flush();
        return code;
    }

    @Override
    public Integer call() {
        if (!Language.CODES.contains(language)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--locale is '" + language + "', expected en, fr or nl");
        }
        Output output = new Output(spec.commandLine().getOut(), Locale.forLanguageTag(language), out);
        if (!store.equals(Storage.MEMORY) && !Storage.knows(store)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--store is '" + store + "', expected memory or a JDBC URL of H2, PostgreSQL or MariaDB");
        }
        try (Storage storage = Storage.at(store, user, password)) {
            if (data == null) {
                SampleWeek.tell(storage, output);
            } else {
                DataSet.in(data).teller().tell(data, new DataSet.Wishes(rows, unmatched), storage, output);
            }
        }
        return 0;
    }
}
