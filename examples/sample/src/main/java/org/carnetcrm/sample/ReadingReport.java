package org.carnetcrm.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader met in the files and did about it: counts always, each row on request. */
final class ReadingReport {

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();

    /** Counts a row under a rule. */
    void count(String rule, CsvFile.Row row) {
        counts.merge(rule, 1L, Long::sum);
        rows.add(row.file().getFileName() + ", line " + row.line() + ": " + rule);
    }

    void fact(String name, Object value) {
        facts.put(name, value.toString());
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    long count(String rule) {
        return counts.getOrDefault(rule, 0L);
    }

    Map<String, Long> counts() {
        return counts;
    }

    Map<String, String> facts() {
        return facts;
    }

    List<String> rows() {
        return rows;
    }
}
