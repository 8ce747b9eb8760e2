package org.carnetcrm.sample.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carnetcrm.sample.store.Book;
import org.carnetcrm.sample.telling.Language;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.Phrase;

/** What a reader met in the files and did about it: counts always, each row on request. */
public final class ReadingReport {

    private static final String ROWS = " rows";

    private final Map<Phrase, Long> counts = new LinkedHashMap<>();
    private final List<Phrase> rows = new ArrayList<>();

    /** Counts a row under a rule. */
    public void count(Phrase rule, CsvFile.Row row) {
        count(rule, row.file(), row.line());
    }

    /** Counts what stands in a line of a file under a rule. */
    public void count(Phrase rule, Path file, long line) {
        counts.merge(rule, 1L, Long::sum);
        rows.add(Phrase.of("reader.row")
                .with("file", String.valueOf(file.getFileName()))
                .with("line", Long.toString(line))
                .with("rule", rule));
    }

    /** Gives how many rows each rule was needed for, in the order in which the rules came up. */
    public Map<Phrase, Long> counts() {
        return counts;
    }

    /** Gives each row for which a rule was needed. */
    public List<Phrase> rows() {
        return rows;
    }

    /** Gives what is told in every language, for a book to keep. */
    public Map<String, List<String>> told() {
        Map<String, List<String>> told = new HashMap<>();
        for (String code : Language.CODES) {
            Language language = Language.of(Locale.forLanguageTag(code));
            told.put(code, countsIn(language));
            told.put(code + ROWS, rows.stream().map(language::write).toList());
        }
        return told;
    }

    /** Prints what a book keeps: the counts, and each row if it is asked for. */
    public static void tell(Book book, Output out, boolean eachRow) {
        String language = out.locale().getLanguage();
        book.told(language).forEach(out::line);
        if (eachRow) {
            out.blank();
            book.told(language + ROWS).forEach(out::line);
        }
    }

    private List<String> countsIn(Language language) {
        List<String> lines = new ArrayList<>(List.of(language.write(Phrase.of("reader.title")), ""));
        int width = counts.values().stream()
                .mapToInt(count -> language.write(count).length())
                .max()
                .orElse(0);
        counts.forEach((rule, count) -> {
            String number = language.write(count);
            lines.add(" ".repeat(2 + width - number.length()) + number + "  " + language.write(rule));
        });
        return lines;
    }
}
