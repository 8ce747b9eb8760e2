package org.carnetcrm.sample.sales;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Random;
import org.carnetcrm.Setup;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.sample.reading.Fingerprint;
import org.carnetcrm.sample.reading.Progress;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.DealReports;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.Phrase;

/** The four files of the set, read and told. */
public final class SalesData {

    private SalesData() {}

    /** Reads the files as of the last date in them, and prints what the reader did, the tables and the reports. */
    public static void tell(Path folder, boolean unmatched, boolean rows, Storage storage, Output out) {
        MavenCrmFiles files = new MavenCrmFiles(folder);
        Clock clock = Clock.fixed(files.lastDate().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Book book = storage.open(
                "maven-crm-" + Fingerprint.of(files.paths()) + (unmatched ? "-unmatched" : ""),
                Setup.of(clock).withIds(IdSource.timeOrdered(clock, new Random(42))));
        if (!book.isWhole()) {
            MavenCrmReader reader = new MavenCrmReader(files, unmatched);
            Progress.show(
                    out, Phrase.of("reader.deals"), files.pipeline().size(), progress -> reader.load(book, progress));
            book.finish(reader.report().told());
        }
        ReadingReport.tell(book, out, rows);
        book.run(desk -> {
            new SalesTables(desk, files).all().forEach(out::show);
            DealReports.of(desk, out.locale()).forEach(out::show);
        });
    }
}
