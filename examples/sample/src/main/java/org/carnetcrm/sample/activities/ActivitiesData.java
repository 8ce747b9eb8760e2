package org.carnetcrm.sample.activities;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.reporting.ActivityCounts;
import org.carnetcrm.reporting.ConversionReport;
import org.carnetcrm.reporting.CrmCosts;
import org.carnetcrm.reporting.TimeInStage;
import org.carnetcrm.sample.reading.Fingerprint;
import org.carnetcrm.sample.reading.Progress;
import org.carnetcrm.sample.reading.ReadingReport;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.store.Storage;
import org.carnetcrm.sample.telling.DealReports;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.Phrase;

/** The three files of the set, read and told. */
public final class ActivitiesData {

    private ActivitiesData() {}

    /** Reads the files as of the last date in them, and prints what the reader did, the tables and the reports. */
    public static void tell(Path folder, boolean rows, Storage storage, Output out) {
        ActivityFiles files = new ActivityFiles(folder);
        Book book = open(storage, files);
        if (!book.isWhole()) {
            ActivitiesReader reader = new ActivitiesReader(files);
            Progress.show(
                    out,
                    Phrase.of("reader.activities"),
                    files.activities().size(),
                    progress -> reader.load(book, progress));
            book.finish(reader.report().told());
        }
        ReadingReport.tell(book, out, rows);
        book.run(desk -> {
            new ActivityTables(desk, files).all().forEach(out::show);
            reports(desk, files, out);
        });
    }

    private static void reports(Desk desk, ActivityFiles files, Output out) {
        DealReports.of(desk, out.locale()).forEach(out::show);
        out.show(TimeInStage.of(desk, OpportunityFilter.all()).table(out.locale()));
        for (ActionDimension by : List.of(ActionDimension.TYPE, ActionDimension.STATUS)) {
            out.show(ActivityCounts.by(desk, ActionFilter.all(), by).table(out.locale()));
        }
        for (ActionDimension by :
                List.of(ActionDimension.REPRESENTATIVE, ActionDimension.TYPE, ActionDimension.MONTH)) {
            out.show(CrmCosts.by(desk, ActionFilter.all(), by).table(out.locale()));
        }
        out.show(ConversionReport.between(desk, files.firstDate(), files.lastDate(), false)
                .table(out.locale()));
    }

    static Book open(Storage storage, ActivityFiles files) {
        Clock clock = Clock.fixed(files.lastDate().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return storage.open(
                "activities-" + Fingerprint.of(files.paths()),
                Setup.of(clock)
                        .withIds(IdSource.timeOrdered(clock, new Random(42)))
                        .withProductCosts(ActivitiesReader.productCosts()));
    }
}
