package org.carnetcrm.sample.northwind;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.carnetcrm.Setup;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.reporting.DueFollowUps;
import org.carnetcrm.reporting.FollowUpBoxReport;
import org.carnetcrm.reporting.FollowUpReport;
import org.carnetcrm.sample.reading.Fingerprint;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.StoryClock;

/** The dump of the set, read and told. */
public final class NorthwindData {

    /** The name under which a book keeps what was told of the week. */
    private static final String WEEK = "week";

    private NorthwindData() {}

    /** Reads the dump as of the last date in it, and prints what the reader did, the tables, and a week of follow-ups. */
    public static void tell(Path folder, boolean rows, Storage storage, Output out) {
        ReadingReport report = new ReadingReport();
        Path dump = folder.resolve("northwind.sql");
        try (NorthwindDatabase database = new NorthwindDatabase(dump, report)) {
            NorthwindReader reader = new NorthwindReader(database, report);
            List<LocalDate> dates = dates(reader.lastDate());
            LocalDate latest = dates.get(dates.size() - 1);
            String name = "northwind-" + Fingerprint.of(List.of(dump));
            Book book = storage.open(name, setup(new StoryClock(reader.lastDate())));
            if (!book.isWhole()) {
                reader.load(book);
                book.finish(report.told());
            }
            ReadingReport.tell(book, out, rows);
            book.run(desk -> {
                new NorthwindTables(database, desk).all(dates).forEach(out::show);
                out.show(DueFollowUps.of(desk, DueFilter.all(), latest).table(out.locale()));
            });
            tellWeek(storage, name + "-week-" + out.locale().getLanguage(), database, latest, out);
        }
    }

    /** The week is played in a book of its own, so that the tables above always tell of the data as they are. */
    private static void tellWeek(
            Storage storage, String name, NorthwindDatabase database, LocalDate latest, Output out) {
        NorthwindReader reader = new NorthwindReader(database, new ReadingReport());
        StoryClock clock = new StoryClock(reader.lastDate());
        Book book = storage.open(name, setup(clock));
        if (!book.isWhole()) {
            reader.load(book);
            StringWriter told = new StringWriter();
            Output week = new Output(new PrintWriter(told), out.locale(), null);
            book.unit(crm -> {
                new ChaseWeek(crm, book.tenant(), clock, latest, week).play();
                return true;
            });
            book.finish(Map.of(WEEK, told.toString().lines().toList()));
        }
        book.told(WEEK).forEach(out::line);
        clock.on(ChaseWeek.friday(latest));
        book.run(desk -> {
            FollowUpBoxReport.of(desk, ChaseWeek.BOX).tables(out.locale()).forEach(out::show);
            out.show(FollowUpReport.of(desk, FollowUpFilter.all()).table(out.locale()));
        });
    }

    static Setup setup(StoryClock clock) {
        return Setup.of(clock).withIds(IdSource.timeOrdered(clock, new Random(42)));
    }

    /** Gives the dates as of which the due list is told: around the last one in the data, two and four weeks later. */
    static List<LocalDate> dates(LocalDate last) {
        return List.of(last.minusDays(1), last, last.plusWeeks(2), last.plusWeeks(4));
    }
}
