package org.carnetcrm.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader met in the files and did about it: counts always, each row on request. */
final class ReadingReport {

    private final Map<Phrase, Long> counts = new LinkedHashMap<>();
    private final List<Phrase> rows = new ArrayList<>();

    /** Counts a row under a rule. */
    void count(Phrase rule, CsvFile.Row row) {
        counts.merge(rule, 1L, Long::sum);
        rows.add(Phrase.of("reader.row")
                .with("file", String.valueOf(row.file().getFileName()))
                .with("line", Long.toString(row.line()))
                .with("rule", rule));
    }

    /** Gives how many rows each rule was needed for, in the order in which the rules came up. */
    Map<Phrase, Long> counts() {
        return counts;
    }

    /** Gives each row for which a rule was needed. */
    List<Phrase> rows() {
        return rows;
    }
}
