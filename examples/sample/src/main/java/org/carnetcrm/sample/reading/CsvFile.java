package org.carnetcrm.sample.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carnetcrm.input.Decimals;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A CSV file in UTF-8 with exactly the columns expected; whatever is wrong is told with file and line. */
public record CsvFile(Path path, List<Row> rows) {

    /** The path of a problem in a list of drafts: the place, and the field there. */
    private static final Pattern PLACE = Pattern.compile("\\[(\\d+)]\\.(.+)");

    /** How many rows come in with one command. */
    private static final int BATCH = 1000;

    /** A row with its line in the file. */
    public record Row(Path file, long line, Map<String, String> cells) {

        /** Gives a cell, empty when blank. */
        public String get(String column) {
            return cells.getOrDefault(column, "").strip();
        }

        /** Gives the number in a cell that is not blank. */
        public BigDecimal number(String column) {
            BigDecimal number = Decimals.parse(get(column));
            if (number == null) {
                throw bad("'" + get(column) + "' in " + column + " is no number");
            }
            return number;
        }

        /** Gives the date in a cell, or nothing when it is blank. */
        public @Nullable LocalDate date(String column) {
            try {
                return get(column).isEmpty() ? null : LocalDate.parse(get(column));
            } catch (DateTimeParseException e) {
                throw bad("'" + get(column) + "' in " + column + " is no date");
            }
        }

        /** Gives the date in a cell that must not be blank. */
        public LocalDate requiredDate(String column) {
            LocalDate date = date(column);
            if (date == null) {
                throw bad(column + " is blank");
            }
            return date;
        }

        /** Gives what a cell names, of the things known by name. */
        public <T> T known(String column, Map<String, T> byName) {
            T found = byName.get(get(column));
            if (found == null) {
                throw bad("there is no " + column + " '" + get(column) + "'");
            }
            return found;
        }

        /** Gives the exception that tells what is wrong with the row. */
        public BadFileException bad(String what) {
            return new BadFileException(file, line, what);
        }

        /** Runs a command about the row; what it refuses is told with the line. */
        public <T> T accepted(Supplier<T> command) {
            return CsvFile.accepted(List.of(this), command);
        }
    }

    /** Runs a command about rows; the first thing that it refuses is told with the line of the row at fault. */
    public static <T> T accepted(List<Row> rows, Supplier<T> command) {
        try {
            return command.get();
        } catch (InvalidException e) {
            Problem first = e.problems().get(0);
            Matcher place = PLACE.matcher(first.path());
            boolean listed = place.matches();
            Row row = rows.get(listed ? Integer.parseInt(place.group(1)) : 0);
            String field = listed ? place.group(2) : first.path();
            int more = e.problems().size() - 1;
            throw row.bad(field + ": " + first.message(Locale.ENGLISH) + (more == 0 ? "" : " (and " + more + " more)"));
        }
    }

    /** Hands rows on in batches, and tells after each how many were handed on so far. */
    public static void inBatches(List<Row> rows, Consumer<List<Row>> batch, LongConsumer progress) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Row> some = rows.subList(from, Math.min(from + BATCH, rows.size()));
            batch.accept(some);
            progress.accept(from + some.size());
        }
    }

    /** Reads a file that has exactly these columns and at least one row. */
    public static CsvFile read(Path path, String... columns) {
        return parse(path, TextFile.read(path), columns);
    }

    /** Reads the text of a file. */
    public static CsvFile parse(Path path, String text, String... columns) {
        List<Row> rows = new ArrayList<>();
        boolean header = true;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                if (header) {
                    checkHeader(path, line, columns);
                } else {
                    rows.add(row(path, line, columns));
                }
                header = false;
            }
        } catch (CsvParseException | IOException e) {
            throw new BadFileException(path, "is not CSV: " + e.getMessage());
        }
        if (rows.isEmpty()) {
            throw new BadFileException(path, header ? 1 : 2, header ? "is empty" : "there is no row below the header");
        }
        return new CsvFile(path, List.copyOf(rows));
    }

    private static void checkHeader(Path path, CsvRecord line, String... columns) {
        if (!line.getFields().equals(List.of(columns))) {
            throw new BadFileException(
                    path,
                    line.getStartingLineNumber(),
                    "the header is " + line.getFields() + ", expected " + List.of(columns));
        }
    }

    private static Row row(Path path, CsvRecord line, String... columns) {
        if (line.getFieldCount() != columns.length) {
            throw new BadFileException(
                    path,
                    line.getStartingLineNumber(),
                    line.getFieldCount() + " cells, expected " + columns.length + "; is the file cut off?");
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            cells.put(columns[i], line.getField(i));
        }
        return new Row(path, line.getStartingLineNumber(), cells);
    }
}
