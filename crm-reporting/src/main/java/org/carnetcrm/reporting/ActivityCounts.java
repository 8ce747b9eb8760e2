package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionSummary;
import org.carnetcrm.choice.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How many actions there are, planned, done and cancelled apart. An action counts once, for who carries it out and on its
 * first day.
 *
 * @param by what the rows are by
 * @param rows one per text. Months go in the order of time; all else goes by done, then by planned, most first, then by
 *     folded label, then by key
 * @param total what all rows add up to
 */
public record ActivityCounts(ActionDimension by, List<Row> rows, Counts total) {

    /** Keeps the rows unmodifiable. */
    public ActivityCounts {
        rows = List.copyOf(rows);
    }

    /**
     * Numbers of actions.
     *
     * @param planned how many are planned
     * @param done how many are done
     * @param cancelled how many are cancelled
     */
    public record Counts(long planned, long done, long cancelled) {

        /** The numbers of no action. */
        public static final Counts NONE = new Counts(0, 0, 0);

        static Counts of(ActionSummary summary) {
            return switch (Progress.valueOf(summary.get(ActionDimension.PROGRESS))) {
                case PLANNED -> new Counts(summary.count(), 0, 0);
                case DONE -> new Counts(0, summary.count(), 0);
                case CANCELLED -> new Counts(0, 0, summary.count());
            };
        }

        /** Adds the numbers of other actions. */
        public Counts plus(Counts other) {
            return new Counts(planned + other.planned, done + other.done, cancelled + other.cancelled);
        }

        /** Gives how many actions there are in all. */
        public long all() {
            return planned + done + cancelled;
        }
    }

    /**
     * The actions that share a text.
     *
     * @param key the text, such as a code or an id; empty for what is missing
     * @param label what the text is called in the language of who asked
     * @param caption what the text is called in all languages
     * @param counts how many there are
     * @param filter lists the actions
     */
    public record Row(String key, String label, Caption caption, Counts counts, ActionFilter filter) {}

    /**
     * Counts the actions of a filter by a dimension, which must not be one of cost lines; one statement and at most one for
     * the names.
     */
    public static ActivityCounts by(Desk desk, ActionFilter filter, ActionDimension dimension) {
        Map<String, Counts> byKey = new TreeMap<>();
        for (ActionSummary summary : desk.actions().count(filter, dimension, ActionDimension.PROGRESS)) {
            byKey.merge(summary.get(dimension), Counts.of(summary), Counts::plus);
        }
        Names names = Names.of(desk, dimension, byKey.keySet());
        List<Row> rows = new ArrayList<>();
        byKey.forEach((key, counts) -> {
            Caption caption = names.of(key);
            rows.add(new Row(key, caption.in(desk.actor().locale()), caption, counts, filter.where(dimension, key)));
        });
        return new ActivityCounts(
                dimension,
                dimension == ActionDimension.MONTH ? rows : sorted(rows),
                byKey.values().stream().reduce(Counts.NONE, Counts::plus));
    }

    /** Gives the table {@code actions-by-…} in a language. */
    public Table table(Locale locale) {
        List<Column> columns = List.of(
                Column.of(by),
                new Column("planned", Column.Kind.COUNT),
                new Column("done", Column.Kind.COUNT),
                new Column("cancelled", Column.Kind.COUNT));
        List<List<@Nullable Object>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(cells(row.caption().in(locale), row.counts())));
        List<List<@Nullable Object>> sums = List.of(cells(Texts.text("label.total", locale), total));
        return new Table(Table.nameOf("actions", Column.keyOf(by)), columns, cells, sums, List.of());
    }

    private static List<@Nullable Object> cells(String label, Counts counts) {
        return Arrays.<@Nullable Object>asList(label, counts.planned(), counts.done(), counts.cancelled());
    }

    private static List<Row> sorted(List<Row> rows) {
        Comparator<Row> order = Comparator.<Row>comparingLong(
                        row -> -row.counts().done())
                .thenComparingLong(row -> -row.counts().planned());
        return Ranking.sorted(rows, order, Row::label, Row::key);
    }
}
