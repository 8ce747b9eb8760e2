package org.carnetcrm.sample.northwind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carnetcrm.sample.reading.BadFileException;
import org.carnetcrm.sample.reading.TextFile;

/** Takes an SQL dump apart into its statements. */
final class SqlDump {

    private final Path path;
    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int at;
    private long line = 1;
    private long begun;

    private SqlDump(Path path, String text) {
        this.path = path;
        this.text = text;
    }

    /**
     * A statement without comments and without the semicolon that ends it.
     *
     * @param line the line on which it begins
     */
    record Statement(Path file, long line, String text) {

        BadFileException bad(String what) {
            return new BadFileException(file, line, what);
        }
    }

    /** Reads the statements of a file; one that does not end is told with the line on which it begins. */
    static List<Statement> read(Path path) {
        return new SqlDump(path, TextFile.read(path)).statements();
    }

    private List<Statement> statements() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\'' || next == '"') {
                quoted(next);
            } else if (text.startsWith("--", at)) {
                skipTo("\n", 0);
            } else if (text.startsWith("/*", at)) {
                skipTo("*/", 2);
            } else if (next == ';') {
                at++;
                end();
            } else {
                take(1);
            }
        }
        if (!statement.isEmpty()) {
            throw new BadFileException(
                    path, begun, "the statement that begins here does not end; is the file cut off?");
        }
        return List.copyOf(statements);
    }

    /** Takes a text in quotes; a doubled quote within it ends one text and begins the next, which comes to the same. */
    private void quoted(char quote) {
        int end = text.indexOf(quote, at + 1);
        take(end < 0 ? text.length() - at : end + 1 - at);
    }

    private void skipTo(String mark, int length) {
        int end = text.indexOf(mark, at);
        int from = at;
        at = end < 0 ? text.length() : end + length;
        count(from);
    }

    private void take(int length) {
        String part = text.substring(at, at + length);
        if (!statement.isEmpty() || !part.isBlank()) {
            if (statement.isEmpty()) {
                begun = line;
            }
            statement.append(part);
        }
        int from = at;
        at += length;
        count(from);
    }

    private void count(int from) {
        for (int i = from; i < at; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
    }

    private void end() {
        if (!statement.isEmpty()) {
            statements.add(new Statement(path, begun, statement.toString().strip()));
            statement.setLength(0);
        }
    }
}
