package org.carnetcrm.sample.activities;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.carnetcrm.sample.reading.CsvFile;

/** The three files of the set: deals, activities, and monthly targets. */
final class ActivityFiles {

    private final CsvFile deals;
    private final CsvFile activities;
    private final CsvFile targets;

    ActivityFiles(Path folder) {
        deals = CsvFile.read(
                folder.resolve("crm_deals.csv"),
                "deal_id",
                "deal_name",
                "rep_name",
                "rep_segment",
                "region",
                "industry",
                "product",
                "lead_source",
                "acv",
                "stage",
                "created_date",
                "close_date",
                "days_in_pipeline",
                "deal_score",
                "num_touches",
                "competitors",
                "forecast_category");
        activities = CsvFile.read(
                folder.resolve("crm_activities.csv"),
                "activity_id",
                "deal_id",
                "rep_name",
                "activity_type",
                "activity_date",
                "duration_min",
                "outcome");
        targets = CsvFile.read(
                folder.resolve("monthly_targets.csv"), "rep_name", "month", "quota", "attainment", "actual");
    }

    List<Path> paths() {
        return List.of(deals.path(), activities.path(), targets.path());
    }

    List<CsvFile.Row> deals() {
        return deals.rows();
    }

    List<CsvFile.Row> activities() {
        return activities.rows();
    }

    List<CsvFile.Row> targets() {
        return targets.rows();
    }

    /** Gives the first date in the deals and activities. */
    LocalDate firstDate() {
        return dates().min(LocalDate::compareTo).orElseThrow();
    }

    /** Gives the last date in the deals and activities, which is the day on which the data is looked at. */
    LocalDate lastDate() {
        return dates().max(LocalDate::compareTo).orElseThrow();
    }

    private Stream<LocalDate> dates() {
        return Stream.of(
                        deals().stream().map(row -> row.requiredDate("created_date")),
                        deals().stream().map(row -> row.date("close_date")),
                        activities().stream().map(row -> row.requiredDate("activity_date")))
                .flatMap(dates -> dates)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }
}
