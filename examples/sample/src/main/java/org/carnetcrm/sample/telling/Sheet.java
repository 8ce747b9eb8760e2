package org.carnetcrm.sample.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carnetcrm.reporting.Column;
import org.carnetcrm.reporting.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table that is shown in the reader's language, and written to a file that is the same in every language.
 *
 * @param name the name of the file
 * @param title what stands above the table
 * @param headings the columns
 * @param rows the rows; a cell of a text column may be anything that a {@link Language} writes
 */
public record Sheet(String name, Phrase title, List<Heading> headings, List<List<@Nullable Object>> rows) {

    /** The name of a column in the file, what stands above it when shown, and what its cells hold. */
    public record Heading(String name, Object shown, Column.Kind kind) {}

    /** Gives the table for people. Its name and keys are words of the language, which the reports show as they are. */
    public Table shown(Language language) {
        List<Column> columns = headings.stream()
                .map(heading -> new Column(language.write(heading.shown()), heading.kind()))
                .toList();
        return new Table(language.write(title), columns, cells(language, false), List.of());
    }

    /** Gives the table for a file: English words, plain numbers, and percents with their sign. */
    public Table plain() {
        List<Column> columns = headings.stream()
                .map(heading -> new Column(
                        heading.name(), heading.kind() == Column.Kind.PERCENT ? Column.Kind.TEXT : heading.kind()))
                .toList();
        return new Table(name, columns, cells(Language.plain(), true), List.of());
    }

    /** Gives a percent in words, {@code n/a} where there is none. */
    public static Phrase percent(@Nullable Object percent) {
        return percent == null
                ? Phrase.of("figure.none")
                : Phrase.of("figure.percent").with("number", percent);
    }

    private List<List<@Nullable Object>> cells(Language language, boolean plain) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> line = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Object cell = row.get(i);
                line.add(
                        switch (headings.get(i).kind()) {
                            case TEXT -> language.write(Objects.requireNonNull(cell));
                            case PERCENT -> plain ? language.write(percent(cell)) : cell;
                            default -> cell;
                        });
            }
            lines.add(line);
        }
        return lines;
    }
}
