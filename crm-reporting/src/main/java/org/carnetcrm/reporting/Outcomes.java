package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.carnetcrm.Desk;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.jspecify.annotations.Nullable;

/**
 * What was won and lost, and what is still open.
 *
 * @param by what the rows are by: {@code manager}, {@code businessLine}, {@code quarterOfClosing}; {@code overall} when
 *     by nothing
 * @param rows one per text and currency, the currencies in the order of their codes. Within one, months and quarters go
 *     in the order of time with the open deals first; all else goes by won value, highest first, then by folded label,
 *     then by key
 * @param asOf the past that the figures are of; missing for the present
 */
public record Outcomes(String by, List<Row> rows, @Nullable AsOf asOf) {

    /** Keeps the rows unmodifiable. */
    public Outcomes {
        rows = List.copyOf(rows);
    }

    /**
     * The deals that share a text, in one currency.
     *
     * @param key the text, such as a code or an id; empty for what is missing, and overall
     * @param label what the text is called in the language of who asked
     * @param caption what the text is called in all languages
     * @param currency the currency
     * @param won how many deals are won
     * @param lost how many are lost
     * @param abandoned how many are abandoned
     * @param openByStage how many are open, by the code of the stage
     * @param wonValue the sum of the signed totals
     * @param withoutAmount how many won deals have no signed total
     * @param wonList the sum of the values, as once hoped for, of the won deals
     * @param filter lists all deals of the row
     */
    public record Row(
            String key,
            String label,
            Caption caption,
            Currency currency,
            long won,
            long lost,
            long abandoned,
            Map<String, Long> openByStage,
            Money wonValue,
            long withoutAmount,
            Money wonList,
            OpportunityFilter filter) {

        /** Keeps the stages unmodifiable, by code. */
        public Row {
            openByStage = Collections.unmodifiableMap(new TreeMap<>(openByStage));
        }

        /** Gives how many deals are open. */
        public long open() {
            return openByStage.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Gives how many deals are open in a stage. */
        public long openIn(String stageCode) {
            return openByStage.getOrDefault(stageCode, 0L);
        }

        /** Gives how many deals there are, whatever their standing. */
        public long count() {
            return won + lost + abandoned + open();
        }

        /** Gives won value ÷ won deals that have a signed total, HALF_UP to the minor unit; nothing without such deals. */
        public @Nullable Money averageWon() {
            long signed = won - withoutAmount;
            return signed == 0 ? null : wonValue.dividedBy(signed);
        }

        /** Gives won ÷ (won + lost) in percent with two decimals, HALF_UP; nothing when none was won or lost. */
        public @Nullable BigDecimal winRate() {
            return Percent.of(won, won + lost);
        }
    }

    /** Gives one row per currency; one in that of the tenant when there is no deal. */
    public static Outcomes overall(Desk desk, OpportunityFilter filter) {
        List<Row> rows = new Tallies(filter, OpportunityDimension.CURRENCY, currency -> "")
                .count(desk)
                .rows(desk, key -> Caption.ofText("label.total"));
        if (!rows.isEmpty()) {
            return new Outcomes("overall", rows, filter.asOf());
        }
        Currency currency = desk.tenant().currency();
        OpportunityFilter none = filter.where(OpportunityDimension.CURRENCY, currency.getCurrencyCode());
        return new Outcomes(
                "overall",
                List.of(new Tally(currency)
                        .row("", Caption.ofText("label.total"), desk.actor().locale(), none)),
                filter.asOf());
    }

    /** Gives the rows by a dimension; no deal gives no row. One statement for the figures and at most one for the names. */
    public static Outcomes by(Desk desk, OpportunityFilter filter, OpportunityDimension dimension) {
        Tallies tallies = new Tallies(filter, dimension, text -> text).count(desk);
        List<Row> rows = tallies.rows(desk, Names.of(desk, dimension, tallies.keys())::of);
        return new Outcomes(Column.keyOf(dimension), sorted(rows, isTime(dimension)), filter.asOf());
    }

    /** Gives the rows by month of closing, such as {@code 2017-03}; the deals still open have the empty key. */
    public static Outcomes byMonth(Desk desk, OpportunityFilter filter) {
        return by(desk, filter, OpportunityDimension.MONTH_OF_CLOSING);
    }

    /** Gives the rows by quarter of closing, such as {@code 2017-Q1}; the deals still open have the empty key. */
    public static Outcomes byQuarter(Desk desk, OpportunityFilter filter) {
        List<Row> rows = new Tallies(filter, OpportunityDimension.MONTH_OF_CLOSING, Outcomes::quarter)
                .count(desk)
                .rows(desk, key -> key.isEmpty() ? Caption.ofText("label.open") : Caption.of(key));
        return new Outcomes("quarterOfClosing", sorted(rows, true), filter.asOf());
    }

    /** Gives the table {@code outcomes-by-…} or {@code outcomes-overall} with the captions in a language. */
    public Table table(Locale locale) {
        boolean captioned = !by.equals("overall") && !by.equals(Table.CURRENCY);
        List<Column> columns = new ArrayList<>();
        if (captioned) {
            columns.add(Column.by(by));
        }
        columns.addAll(List.of(
                new Column(Table.CURRENCY, Column.Kind.TEXT),
                new Column("open", Column.Kind.COUNT),
                new Column("won", Column.Kind.COUNT),
                new Column("lost", Column.Kind.COUNT),
                new Column("abandoned", Column.Kind.COUNT),
                new Column("winRate", Column.Kind.PERCENT),
                new Column("wonValue", Column.Kind.MONEY),
                new Column("withoutAmount", Column.Kind.COUNT),
                new Column("averageWon", Column.Kind.MONEY),
                new Column("wonList", Column.Kind.MONEY)));
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<@Nullable Object> line = new ArrayList<>();
            if (captioned) {
                line.add(row.caption().in(locale));
            }
            line.addAll(figures(row));
            cells.add(line);
        }
        String name = by.equals("overall") ? "outcomes-overall" : Table.nameOf("outcomes", by);
        return new Table(name, columns, cells, Remarks.in(locale).asOf(asOf).toList());
    }

    private static List<@Nullable Object> figures(Row row) {
        return Arrays.<@Nullable Object>asList(
                row.currency().getCurrencyCode(),
                row.open(),
                row.won(),
                row.lost(),
                row.abandoned(),
                row.winRate(),
                row.wonValue(),
                row.withoutAmount(),
                row.averageWon(),
                row.wonList());
    }

    private static List<Row> sorted(List<Row> rows, boolean time) {
        Comparator<Row> byCurrency = Comparator.comparing(row -> row.currency().getCurrencyCode());
        return time
                ? rows.stream().sorted(byCurrency.thenComparing(Row::key)).toList()
                : Ranking.sorted(
                        rows, byCurrency.thenComparing(Row::wonValue, Comparator.reverseOrder()), Row::label, Row::key);
    }

    private static String quarter(String month) {
        if (month.isEmpty()) {
            return month;
        }
        YearMonth parsed = YearMonth.parse(month);
        String year = month.substring(0, month.length() - "-00".length());
        return year + "-Q" + parsed.get(IsoFields.QUARTER_OF_YEAR);
    }

    private static boolean isTime(OpportunityDimension dimension) {
        return dimension == OpportunityDimension.MONTH_OF_CLOSING
                || dimension == OpportunityDimension.MONTH_OF_EXPECTED_CLOSING;
    }
}
