package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What actions cost, planned and done apart. A cost is attributed to who carries the action out and to its first day, and
 * never divided among those who go along; the costs of cancelled actions are left out.
 *
 * @param by what the rows are by
 * @param rows one per text and currency, the currencies in the order of their codes. Within one, months go in the order
 *     of time; all else goes by done amount, then by planned amount, highest first, then by folded label, then by key
 * @param totals what all rows of a currency add up to, by currency; that of the tenant when there is no cost
 */
public record CrmCosts(ActionDimension by, List<Row> rows, List<Spent> totals) {

    private static final Comparator<Row> BY_CURRENCY =
            Comparator.comparing(row -> row.spent().currency().getCurrencyCode());

    /** Keeps the rows unmodifiable. */
    public CrmCosts {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * What cost lines of one currency add up to. All parts are additive.
     *
     * @param plannedLines how many lines are of planned actions
     * @param plannedAmount the sum of their amounts, each rounded on its own
     * @param doneLines how many lines are of done actions
     * @param doneAmount the sum of their amounts
     */
    public record Spent(long plannedLines, Money plannedAmount, long doneLines, Money doneAmount) {

        /** Gives what no line adds up to. */
        public static Spent none(Currency currency) {
            return new Spent(0, Money.zero(currency), 0, Money.zero(currency));
        }

        static Spent of(CostSummary summary) {
            Money nothing = Money.zero(summary.amount().currency());
            return summary.get(ActionDimension.PROGRESS).equals(Progress.PLANNED.name())
                    ? new Spent(summary.lines(), summary.amount(), 0, nothing)
                    : new Spent(0, nothing, summary.lines(), summary.amount());
        }

        /** Adds what other lines of the same currency add up to. */
        public Spent plus(Spent other) {
            return new Spent(
                    plannedLines + other.plannedLines,
                    plannedAmount.plus(other.plannedAmount),
                    doneLines + other.doneLines,
                    doneAmount.plus(other.doneAmount));
        }

        /** Gives the currency. */
        public Currency currency() {
            return doneAmount.currency();
        }
    }

    /**
     * The cost lines that share a text, in one currency.
     *
     * @param key the text, such as a code or an id; empty for what is missing
     * @param label what the text is called in the language of who asked
     * @param caption what the text is called in all languages
     * @param spent what the lines add up to
     * @param filter lists the actions behind the row
     */
    public record Row(String key, String label, Caption caption, Spent spent, ActionFilter filter) {}

    /** Sums the costs of the actions of a filter by a dimension; one statement and at most one for the names. */
    public static CrmCosts by(Desk desk, ActionFilter filter, ActionDimension dimension) {
        Map<Group, Spent> groups = new TreeMap<>();
        for (CostSummary summary : desk.actions().costs(filter, dimension, ActionDimension.PROGRESS)) {
            Group group = new Group(summary.amount().currency().getCurrencyCode(), summary.get(dimension));
            groups.merge(group, Spent.of(summary), Spent::plus);
        }
        Names names = Names.of(
                desk,
                dimension,
                groups.keySet().stream().map(Group::key).distinct().toList());
        ActionFilter counted = filter.where(ActionDimension.PROGRESS, Progress.PLANNED.name(), Progress.DONE.name());
        List<Row> rows = new ArrayList<>();
        Map<String, Spent> totals = new TreeMap<>();
        groups.forEach((group, spent) -> {
            Caption caption = names.of(group.key());
            ActionFilter narrowed =
                    counted.where(dimension, group.key()).where(ActionDimension.CURRENCY, group.currency());
            rows.add(new Row(group.key(), caption.in(desk.actor().locale()), caption, spent, narrowed));
            totals.merge(group.currency(), spent, Spent::plus);
        });
        return new CrmCosts(
                dimension,
                sorted(rows, dimension),
                totals.isEmpty() ? List.of(Spent.none(desk.tenant().currency())) : List.copyOf(totals.values()));
    }

    /** Gives the table {@code crm-costs-by-…} in a language. */
    public Table table(Locale locale) {
        boolean captioned = by != ActionDimension.CURRENCY;
        List<Column> columns = new ArrayList<>(List.of(
                new Column(Table.CURRENCY, Column.Kind.TEXT),
                new Column("plannedLines", Column.Kind.COUNT),
                new Column("plannedAmount", Column.Kind.MONEY),
                new Column("doneLines", Column.Kind.COUNT),
                new Column("doneAmount", Column.Kind.MONEY)));
        if (captioned) {
            columns.add(0, Column.of(by));
        }
        List<List<@Nullable Object>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(cells(captioned ? row.caption().in(locale) : null, row.spent())));
        List<List<@Nullable Object>> sums = new ArrayList<>();
        if (captioned) {
            totals.forEach(total -> sums.add(cells(Texts.text("label.total", locale), total)));
        }
        return new Table(Table.nameOf("crm-costs", Column.keyOf(by)), columns, cells, sums, List.of());
    }

    private static List<@Nullable Object> cells(@Nullable String label, Spent spent) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.<@Nullable Object>asList(
                spent.currency().getCurrencyCode(),
                spent.plannedLines(),
                spent.plannedAmount(),
                spent.doneLines(),
                spent.doneAmount()));
        if (label != null) {
            cells.add(0, label);
        }
        return cells;
    }

    private static List<Row> sorted(List<Row> rows, ActionDimension dimension) {
        if (dimension == ActionDimension.MONTH) {
            return rows.stream().sorted(BY_CURRENCY.thenComparing(Row::key)).toList();
        }
        Comparator<Row> order = BY_CURRENCY
                .thenComparing(row -> row.spent().doneAmount(), Comparator.reverseOrder())
                .thenComparing(row -> row.spent().plannedAmount(), Comparator.reverseOrder());
        return Ranking.sorted(rows, order, Row::label, Row::key);
    }
}
