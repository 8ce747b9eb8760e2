package org.carnetcrm.sample;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carnetcrm.input.Decimals;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;

/** A CSV file in UTF-8 with exactly the columns expected; whatever is wrong is told with file and line. */
record CsvFile(Path path, List<Row> rows) {

    /** The path of a problem in a list of drafts: the place, and the field there. */
    private static final Pattern PLACE = Pattern.compile("\\[(\\d+)]\\.(.+)");

    /** What some editors write before a text in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A row with its line in the file. */
    record Row(Path file, long line, Map<String, String> cells) {

        /** Gives a cell, empty when blank. */
        String get(String column) {
            return cells.getOrDefault(column, "").strip();
        }

        /** Gives the number in a cell that is not blank. */
        BigDecimal number(String column) {
            BigDecimal number = Decimals.parse(get(column));
            if (number == null) {
                throw bad("'" + get(column) + "' in " + column + " is no number");
            }
            return number;
        }

        BadFileException bad(String what) {
            return new BadFileException(file, line, what);
        }

        /** Runs a command about the row; what it refuses is told with the line. */
        <T> T accepted(Supplier<T> command) {
            return CsvFile.accepted(List.of(this), command);
        }
    }

    /** Runs a command about rows; the first thing that it refuses is told with the line of the row at fault. */
    static <T> T accepted(List<Row> rows, Supplier<T> command) {
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

    static CsvFile read(Path path, String... columns) {
        return parse(path, text(path), columns);
    }

    static CsvFile parse(Path path, String text, String... columns) {
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

    private static String text(Path path) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new BadFileException(path, "there is no such file");
        } catch (IOException e) {
            throw new BadFileException(path, "cannot be read: " + e.getMessage());
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (CharacterCodingException e) {
            long line = 1;
            for (int i = 0; i < rest.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new BadFileException(path, line, "is not UTF-8");
        }
    }
}
