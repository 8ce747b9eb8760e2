package org.carnetcrm.sample.northwind;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.reporting.DueFollowUps;
import org.carnetcrm.reporting.FollowUpBoxReport;
import org.carnetcrm.reporting.FollowUpReport;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.StoryClock;
import org.carnetcrm.store.InMemoryStore;

/** The dump of the set, read and told. */
public final class NorthwindData {

    private NorthwindData() {}

    /** Reads the dump as of the last date in it, and prints what the reader did, the tables, and a week of follow-ups. */
    public static void tell(Path folder, boolean rows, Output out) {
        ReadingReport report = new ReadingReport();
        try (NorthwindDatabase database = new NorthwindDatabase(folder.resolve("northwind.sql"), report)) {
            NorthwindReader reader = new NorthwindReader(database, report);
            LocalDate last = reader.lastDate();
            StoryClock clock = new StoryClock(last);
            Crm crm = crm(clock);
            Desk desk = reader.load(crm);
            report.tell(out, rows);
            List<LocalDate> dates = dates(last);
            new NorthwindTables(database, desk).all(dates).forEach(out::show);
            LocalDate latest = dates.get(dates.size() - 1);
            out.show(DueFollowUps.of(desk, DueFilter.all(), latest).table(out.locale()));
            new ChaseWeek(crm, desk, clock, latest, out).play();
            FollowUpBoxReport.of(desk, ChaseWeek.BOX).tables(out.locale()).forEach(out::show);
            out.show(FollowUpReport.of(desk, FollowUpFilter.all()).table(out.locale()));
        }
    }

    static Crm crm(StoryClock clock) {
        return Crm.over(Setup.of(clock).withIds(IdSource.timeOrdered(clock, new Random(42))), new InMemoryStore());
    }

    /** Gives the dates as of which the due list is told: around the last one in the data, two and four weeks later. */
    static List<LocalDate> dates(LocalDate last) {
        return List.of(last.minusDays(1), last, last.plusWeeks(2), last.plusWeeks(4));
    }
}
