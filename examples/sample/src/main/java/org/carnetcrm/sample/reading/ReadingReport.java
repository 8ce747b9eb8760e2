package org.carnetcrm.sample.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carnetcrm.sample.telling.Output;
import org.carnetcrm.sample.telling.Phrase;

/** What a reader met in the files and did about it: counts always, each row on request. */
public final class ReadingReport {

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

    /** Prints the counts, and each row if it is asked for. */
    public void tell(Output out, boolean eachRow) {
        out.say(Phrase.of("reader.title"));
        out.blank();
        int width = counts.values().stream()
                .mapToInt(count -> out.language().write(count).length())
                .max()
                .orElse(0);
        counts.forEach((rule, count) -> {
            String number = out.language().write(count);
            out.say(2 + width - number.length(), number + "  " + out.language().write(rule));
        });
        if (eachRow) {
            out.blank();
            rows.forEach(out::say);
        }
    }
}
