package org.carnetcrm.reporting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes a table for other programs as JSON, by RFC 8259. */
public final class Json {

    /** What breaks off, as when a database fails, must not look complete. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private Json() {}

    /**
     * Writes an object of {@code name}, {@code notes}, {@code columns}, {@code rows} and {@code totals}, in this order. A
     * column has a {@code key} and a {@code kind}; a row is an object of all keys in the order of the columns. Counts are
     * numbers, marks are {@code true} or {@code false}; decimals, percents and amounts are strings of plain numbers, and so
     * are dates, months, quarters and instants, as in ISO 8601; what is missing is null. Rows stand one a line.
     *
     * @throws UncheckedIOException when the target refuses what is written
     */
    public static void write(Tabular table, Appendable target) {
        try (JsonGenerator json = FACTORY.createGenerator(new Target(target))) {
            json.setPrettyPrinter(onePerLine());
            json.writeStartObject();
            json.writeStringField("name", table.name());
            json.writeArrayFieldStart("notes");
            for (String note : table.notes()) {
                json.writeString(note);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("columns");
            for (Column column : table.columns()) {
                json.writeStartObject();
                json.writeStringField("key", column.key());
                json.writeStringField("kind", column.kind().name().toLowerCase(Locale.ROOT));
                json.writeEndObject();
            }
            json.writeEndArray();
            write("rows", table.columns(), table.rows(), json);
            write("totals", table.columns(), table.totals(), json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(
            String field, List<Column> columns, Iterable<List<@Nullable Object>> rows, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (List<@Nullable Object> row : rows) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(columns.get(i).key());
                write(row.get(i), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(@Nullable Object cell, JsonGenerator json) throws IOException {
        if (cell == null) {
            json.writeNull();
        } else if (cell instanceof Long count) {
            json.writeNumber(count);
        } else if (cell instanceof Boolean mark) {
            json.writeBoolean(mark);
        } else if (cell instanceof Money money) {
            json.writeString(money.amount().toPlainString());
        } else if (cell instanceof BigDecimal number) {
            json.writeString(number.toPlainString());
        } else {
            json.writeString(cell.toString());
        }
    }

    private static DefaultPrettyPrinter onePerLine() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.NONE)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
        printer.indentArraysWith(new DefaultIndenter("", "\n"));
        return printer;
    }
}
