package org.carnetcrm.sample.sales;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carnetcrm.sample.reading.BadFileException;
import org.carnetcrm.sample.reading.CsvFile;
import org.jspecify.annotations.Nullable;

/** The four files of the Maven Analytics set "CRM Sales Opportunities", with dates as in ISO 8601 or the American way. */
final class MavenCrmFiles {

    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);

    private final CsvFile accounts;
    private final CsvFile products;
    private final CsvFile teams;
    private final CsvFile pipeline;
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final LocalDate lastDate;

    MavenCrmFiles(Path folder) {
        accounts = CsvFile.read(
                folder.resolve("accounts.csv"),
                "account",
                "sector",
                "year_established",
                "revenue",
                "employees",
                "office_location",
                "subsidiary_of");
        products = CsvFile.read(folder.resolve("products.csv"), "product", "series", "sales_price");
        teams = CsvFile.read(folder.resolve("sales_teams.csv"), "sales_agent", "manager", "regional_office");
        pipeline = CsvFile.read(
                folder.resolve("sales_pipeline.csv"),
                "opportunity_id",
                "sales_agent",
                "product",
                "account",
                "deal_stage",
                "engage_date",
                "close_date",
                "close_value");
        lastDate = Stream.concat(dates("close_date"), dates("engage_date"))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new BadFileException(pipeline.path(), "has no date"));
    }

    /** Gives the products of the pipeline that the catalogue spells otherwise, each with its number of rows. */
    Map<String, Long> unspelled() {
        Set<String> catalogue = products().stream()
                .map(row -> MavenCrmReader.code(row.get("product")))
                .collect(Collectors.toSet());
        return pipeline().stream()
                .map(row -> row.get("product"))
                .filter(product -> !catalogue.contains(MavenCrmReader.code(product)))
                .collect(Collectors.groupingBy(product -> product, LinkedHashMap::new, Collectors.counting()));
    }

    List<Path> paths() {
        return List.of(accounts.path(), products.path(), teams.path(), pipeline.path());
    }

    List<CsvFile.Row> accounts() {
        return accounts.rows();
    }

    List<CsvFile.Row> products() {
        return products.rows();
    }

    List<CsvFile.Row> teams() {
        return teams.rows();
    }

    List<CsvFile.Row> pipeline() {
        return pipeline.rows();
    }

    /** Gives the last date in the files, which is the day on which the data is looked at. */
    LocalDate lastDate() {
        return lastDate;
    }

    /** Gives the dates in a column of the pipeline, without the blanks. */
    Stream<LocalDate> dates(String column) {
        return pipeline.rows().stream()
                .map(row -> date(row, column))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** Gives the date in a cell, or nothing when it is blank. */
    @Nullable
    LocalDate date(CsvFile.Row row, String column) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return dates.computeIfAbsent(text, MavenCrmFiles::parse);
        } catch (DateTimeParseException e) {
            throw row.bad("'" + text + "' in " + column + " is no date");
        }
    }

    private static LocalDate parse(String text) {
        return text.contains("/") ? LocalDate.parse(text, US) : LocalDate.parse(text);
    }
}
