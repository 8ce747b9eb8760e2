package org.carnetcrm.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.reporting.Csv;
import org.carnetcrm.reporting.Outcomes;
import org.carnetcrm.reporting.PerRepresentative;
import org.carnetcrm.reporting.PipelineByStage;
import org.carnetcrm.reporting.PlainText;
import org.carnetcrm.reporting.SuccessLevels;
import org.carnetcrm.reporting.Table;
import org.carnetcrm.store.InMemoryStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 a file is missing or wrong, 2 the options are. */
@Command(
        name = "carnet-sample",
        mixinStandardHelpOptions = true,
        version = "0.1.0-SNAPSHOT",
        description = "Loads relations and deals, and prints the reports on them.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:a file is missing or wrong", "2:the options are wrong"})
public final class Main implements Callable<Integer> {

    /** Held, for the logging of the JDK forgets a level that nobody holds. */
    private static final Logger VALIDATION = Logger.getLogger("org.hibernate.validator");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Reads accounts.csv, products.csv, sales_teams.csv and sales_pipeline.csv from a folder"
                    + " instead of the bundled sample.")
    private @Nullable Path data;

    @Option(names = "--out", paramLabel = "DIR", description = "Writes every table as CSV into a folder too.")
    private @Nullable Path out;

    @Option(
            names = "--locale",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "The language: en, fr or nl (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    private Locale locale = Locale.ENGLISH;

    @Option(
            names = "--unmatched",
            description = "Leaves a product unmatched that the catalogue spells differently: its deals have no value.")
    private boolean unmatched;

    @Option(names = "--rows", description = "Reports each row for which a rule was needed.")
    private boolean rows;

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
        VALIDATION.setLevel(Level.WARNING);
        int code = new CommandLine(new Main())
                .setOut(output)
                .setErr(errors)
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (e instanceof BadFileException || e instanceof UncheckedIOException) {
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
        locale = Locale.forLanguageTag(language);
        PrintWriter printer = spec.commandLine().getOut();
        if (data == null) {
            reports(new SampleWeek(locale, printer).play(), printer);
        } else {
            realData(data, printer);
        }
        return 0;
    }

    private void realData(Path folder, PrintWriter printer) {
        MavenCrmFiles files = new MavenCrmFiles(folder);
        Clock clock = Clock.fixed(files.lastDate().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Crm crm = Crm.over(Setup.of(clock).withIds(IdSource.timeOrdered(clock, new Random(42))), new InMemoryStore());
        MavenCrmReader reader = new MavenCrmReader(files, unmatched);
        Language words = Language.of(locale);
        Desk desk = load(reader, crm, files.pipeline().size(), words);
        whatTheReaderDid(reader.report(), words, printer);
        for (Sheet sheet : new SalesTables(desk, files, reader.report()).all()) {
            show(sheet.shown(words), printer);
            write(sheet.plain());
        }
        reports(desk, printer);
    }

    private static Desk load(MavenCrmReader reader, Crm crm, long deals, Language words) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(words.write(Phrase.of("reader.progress")))
                .setInitialMax(deals)
                .build()) {
            return reader.load(crm, bar::stepTo);
        }
    }

    private void whatTheReaderDid(ReadingReport report, Language words, PrintWriter printer) {
        printer.println(words.write(Phrase.of("reader.title")));
        printer.println();
        int width = report.counts().values().stream()
                .mapToInt(count -> words.write(count).length())
                .max()
                .orElse(0);
        report.counts().forEach((rule, count) -> {
            String number = words.write(count);
            printer.println(" ".repeat(2 + width - number.length()) + number + "  " + words.write(rule));
        });
        if (rows) {
            printer.println();
            report.rows().forEach(row -> printer.println(words.write(row)));
        }
    }

    private void reports(Desk desk, PrintWriter printer) {
        OpportunityFilter open = OpportunityFilter.open();
        OpportunityFilter all = OpportunityFilter.all();
        for (Table table : List.of(
                PipelineByStage.of(desk, open).table(locale),
                SuccessLevels.of(desk, open).table(locale),
                PerRepresentative.of(desk, open).table(locale),
                Outcomes.overall(desk, all).table(locale),
                Outcomes.by(desk, all, OpportunityDimension.MANAGER).table(locale),
                Outcomes.by(desk, all, OpportunityDimension.SECTOR).table(locale),
                Outcomes.byMonth(desk, all).table(locale),
                Outcomes.byQuarter(desk, all).table(locale))) {
            show(table, printer);
            write(table);
        }
    }

    private void show(Table table, PrintWriter printer) {
        printer.println();
        printer.print(PlainText.write(table, locale));
    }

    private void write(Table table) {
        if (out == null) {
            return;
        }
        try {
            Files.createDirectories(out);
            try (Writer file = Files.newBufferedWriter(out.resolve(table.name() + ".csv"), StandardCharsets.UTF_8)) {
                Csv.write(table, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
