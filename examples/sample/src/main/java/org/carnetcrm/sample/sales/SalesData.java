package org.carnetcrm.sample.sales;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Random;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.sample.reading.Progress;
import org.carnetcrm.sample.telling.DealReports;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.Phrase;
import org.carnetcrm.store.InMemoryStore;

/** The four files of the set, read and told. */
public final class SalesData {

    private SalesData() {}

    /** Reads the files as of the last date in them, and prints what the reader did, the tables and the reports. */
    public static void tell(Path folder, boolean unmatched, boolean rows, Output out) {
        MavenCrmFiles files = new MavenCrmFiles(folder);
        Clock clock = Clock.fixed(files.lastDate().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Crm crm = Crm.over(Setup.of(clock).withIds(IdSource.timeOrdered(clock, new Random(42))), new InMemoryStore());
        MavenCrmReader reader = new MavenCrmReader(files, unmatched);
        Desk desk = Progress.shown(
                out, Phrase.of("reader.deals"), files.pipeline().size(), progress -> reader.load(crm, progress));
        reader.report().tell(out, rows);
        new SalesTables(desk, files, reader.report()).all().forEach(out::show);
        DealReports.of(desk, out.locale()).forEach(out::show);
    }
}
