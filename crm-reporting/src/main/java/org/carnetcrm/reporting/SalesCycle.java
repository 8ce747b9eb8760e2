package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StandingKind;
import org.jspecify.annotations.Nullable;

/**
 * How many days won deals took from their start to their signature, whatever their currency.
 *
 * @param by what the rows are by; {@code overall} when by nothing
 * @param filter lists all the deals of the report; it may be of the past
 * @param rows one per text: months in the order of time; all else by the number of deals, highest first, then by folded
 *     label, then by key
 * @param totals what all rows add up to, once; nothing when by nothing
 */
public record SalesCycle(String by, OpportunityFilter filter, List<Row> rows, List<Row> totals) implements Report {

    private static final String OVERALL = "overall";

    /** Keeps the rows unmodifiable. */
    public SalesCycle {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * The won deals that share a text.
     *
     * @param key the text, such as a code or an id; empty for what is missing, and overall
     * @param label what the text is called in the language of who asked
     * @param caption what the text is called in all languages
     * @param dealsByDays how many deals took how many days
     * @param filter lists the deals
     */
    public record Row(
            String key, String label, Caption caption, NavigableMap<Long, Long> dealsByDays, OpportunityFilter filter) {

        private static final int DECIMALS = 2;

        /** Keeps the counts unmodifiable. */
        public Row {
            dealsByDays = Collections.unmodifiableNavigableMap(new TreeMap<>(dealsByDays));
        }

        /** Gives how many deals were won. */
        public long won() {
            return dealsByDays.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Gives the days of all of them, added up. */
        public long days() {
            return dealsByDays.entrySet().stream()
                    .mapToLong(entry -> entry.getKey() * entry.getValue())
                    .sum();
        }

        /** Gives days ÷ deals with two decimals, HALF_UP; nothing without a deal. */
        public @Nullable BigDecimal meanDays() {
            return dealsByDays.isEmpty()
                    ? null
                    : BigDecimal.valueOf(days()).divide(BigDecimal.valueOf(won()), DECIMALS, RoundingMode.HALF_UP);
        }

        /** Gives the days of the deal in the middle, or the mean of the two in the middle; exact, with one decimal. */
        public @Nullable BigDecimal medianDays() {
            if (dealsByDays.isEmpty()) {
                return null;
            }
            long both = at((won() - 1) / 2) + at(won() / 2);
            return BigDecimal.valueOf(both).multiply(new BigDecimal("0.5")).setScale(1, RoundingMode.UNNECESSARY);
        }

        /** Gives the fewest days that a deal took; nothing without a deal. */
        public @Nullable Long fewestDays() {
            return dealsByDays.isEmpty() ? null : dealsByDays.firstKey();
        }

        /** Gives the most days that a deal took; nothing without a deal. */
        public @Nullable Long mostDays() {
            return dealsByDays.isEmpty() ? null : dealsByDays.lastKey();
        }

        private long at(long place) {
            long passed = 0;
            for (Map.Entry<Long, Long> entry : dealsByDays.entrySet()) {
                passed += entry.getValue();
                if (place < passed) {
                    return entry.getKey();
                }
            }
            throw new IllegalStateException("there is no place " + place);
        }
    }

    /** Gives one row of all won deals that a filter lets through, of zeros when there is none; one statement. */
    public static SalesCycle overall(Desk desk, OpportunityFilter filter) {
        OpportunityFilter won = filter.standing(StandingKind.WON);
        NavigableMap<Long, Long> all = new TreeMap<>();
        for (OpportunitySummary summary : desk.opportunities().summarise(won, OpportunityDimension.DAYS_TO_CLOSING)) {
            count(all, summary);
        }
        return new SalesCycle(OVERALL, won, List.of(total(desk, won, all)), List.of());
    }

    /**
     * Gives the rows of the won deals that a filter lets through by a dimension; no deal gives no row. One statement for
     * the figures and at most one for the names.
     */
    public static SalesCycle by(Desk desk, OpportunityFilter filter, OpportunityDimension dimension) {
        OpportunityFilter won = filter.standing(StandingKind.WON);
        Map<String, NavigableMap<Long, Long>> byText = new TreeMap<>();
        NavigableMap<Long, Long> all = new TreeMap<>();
        for (OpportunitySummary summary :
                desk.opportunities().summarise(won, dimension, OpportunityDimension.DAYS_TO_CLOSING)) {
            count(byText.computeIfAbsent(summary.get(dimension), text -> new TreeMap<>()), summary);
            count(all, summary);
        }
        Names names = Names.of(desk, dimension, byText.keySet());
        List<Row> rows = new ArrayList<>();
        byText.forEach((text, days) -> {
            Caption caption = names.of(text);
            rows.add(new Row(text, caption.in(desk.actor().locale()), caption, days, won.where(dimension, text)));
        });
        List<Row> sorted = Outcomes.isTime(dimension)
                ? rows
                : Ranking.sorted(rows, Comparator.comparing(Row::won, Comparator.reverseOrder()), Row::label, Row::key);
        return new SalesCycle(Column.keyOf(dimension), won, sorted, List.of(total(desk, won, all)));
    }

    /** Gives the table {@code sales-cycle-by-…} or {@code sales-cycle-overall} in a language. */
    @Override
    public Table table(Locale locale) {
        return layout().table(
                        rows, totals, Remarks.in(locale).asOf(filter.asOf()).toList(), locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(rows, totals, row, column, filter.asOf(), locale);
    }

    private static void count(Map<Long, Long> days, OpportunitySummary summary) {
        days.merge(
                Long.valueOf(summary.get(OpportunityDimension.DAYS_TO_CLOSING)),
                summary.measures().count(),
                Long::sum);
    }

    private static Row total(Desk desk, OpportunityFilter won, NavigableMap<Long, Long> all) {
        Caption caption = Caption.ofText("label.total");
        return new Row("", caption.in(desk.actor().locale()), caption, all, won);
    }

    private Layout<Row> layout() {
        boolean overall = by.equals(OVERALL);
        Layout<Row> layout = new Layout<>(overall ? "sales-cycle-overall" : Table.nameOf("sales-cycle", by));
        if (!overall) {
            layout.label(Column.by(by), (row, locale) -> row.caption().in(locale));
        }
        return layout.sum("won", Column.Kind.COUNT, Row::won, row -> Contributors.deals(row.filter(), deal -> 1L))
                .sum("days", Column.Kind.COUNT, Row::days, row -> Contributors.deals(row.filter(), SalesCycle::days))
                .computed("meanDays", Column.Kind.DECIMAL, Row::meanDays, "days", "won")
                .computed("medianDays", Column.Kind.DECIMAL, Row::medianDays, "days")
                .computed("fewestDays", Column.Kind.COUNT, Row::fewestDays, "days")
                .computed("mostDays", Column.Kind.COUNT, Row::mostDays, "days");
    }

    /** Gives the days from start to closing of a closed deal. */
    static Long days(OpportunityRow deal) {
        return ChronoUnit.DAYS.between(deal.start(), Objects.requireNonNull(deal.closedOn(), "closedOn"));
    }
}
