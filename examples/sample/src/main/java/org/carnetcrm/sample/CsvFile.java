package org.carnetcrm.sample;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A CSV file in UTF-8 with exactly the columns expected; whatever is wrong is told with file and line. */
record CsvFile(Path path, List<Row> rows) {

    /** A row with its line in the file. */
    record Row(Path file, long line, Map<String, String> cells) {

        /** Gives a cell, empty when blank. */
        String get(String column) {
            return cells.getOrDefault(column, "").strip();
        }

        BadFileException bad(String what) {
            return new BadFileException(file, line, what);
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
                if (header && !line.getFields().equals(List.of(columns))) {
                    throw new BadFileException(
                            path, 1, "the header is " + line.getFields() + ", expected " + List.of(columns));
                }
                if (line.getFieldCount() != columns.length) {
                    throw new BadFileException(
                            path,
                            line.getStartingLineNumber(),
                            line.getFieldCount() + " cells, expected " + columns.length + "; is the file cut off?");
                }
                if (!header) {
                    Map<String, String> cells = new HashMap<>();
                    for (int i = 0; i < columns.length; i++) {
                        cells.put(columns[i], line.getField(i));
                    }
                    rows.add(new Row(path, line.getStartingLineNumber(), cells));
                }
                header = false;
            }
        } catch (CsvParseException | IOException e) {
            throw new BadFileException(path, "is not CSV: " + e.getMessage());
        }
        if (rows.isEmpty()) {
            throw new BadFileException(path, "is empty");
        }
        return new CsvFile(path, List.copyOf(rows));
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
            return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException e) {
            long line = 1;
            for (int i = 0; i < rest.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new BadFileException(path, line, "is not UTF-8");
        }
    }
}
