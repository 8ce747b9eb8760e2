package org.carnetcrm.sample.telling;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.carnetcrm.reporting.Csv;
import org.carnetcrm.reporting.PlainText;
import org.carnetcrm.reporting.Table;
import org.jspecify.annotations.Nullable;

/** Where everything is told: printed in the reader's language, and as CSV files where a folder is given. */
public final class Output {

    private final PrintWriter printer;
    private final Locale locale;
    private final Language language;
    private final @Nullable Path folder;

    /** Tells in a language, and writes tables into a folder if there is one. */
    public Output(PrintWriter printer, Locale locale, @Nullable Path folder) {
        this.printer = printer;
        this.locale = locale;
        this.language = Language.of(locale);
        this.folder = folder;
    }

    /** Gives the reader's language. */
    public Locale locale() {
        return locale;
    }

    /** Gives the words of that language. */
    public Language language() {
        return language;
    }

    /** Prints a line. */
    public void say(Phrase phrase) {
        printer.println(language.write(phrase));
    }

    /** Prints a line that stands in by some spaces. */
    public void say(int spaces, Object words) {
        printer.println(" ".repeat(spaces) + language.write(words));
    }

    /** Prints a line that is in words already. */
    public void line(String line) {
        printer.println(line);
    }

    /** Prints an empty line. */
    public void blank() {
        printer.println();
    }

    /** Prints a table, and writes its file. */
    public void show(Sheet sheet) {
        print(sheet.shown(language));
        write(sheet.plain());
    }

    /** Prints a report, and writes its file. */
    public void show(Table report) {
        print(report);
        write(report);
    }

    /** Prints a report that is written under its name elsewhere. */
    public void print(Table table) {
        printer.println();
        printer.println(PlainText.write(table, locale).stripTrailing());
    }

    private void write(Table table) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            try (Writer file = Files.newBufferedWriter(folder.resolve(table.name() + ".csv"), StandardCharsets.UTF_8)) {
                Csv.write(table, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
