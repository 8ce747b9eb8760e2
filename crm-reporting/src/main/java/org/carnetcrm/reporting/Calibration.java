package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.opportunity.SuccessLevel;
import org.jspecify.annotations.Nullable;

/**
 * What was promised against what came true: the closed deals by the level of the probability with which they were opened,
 * and the share of them that was won, whatever their currency. An abandoned deal is closed and not won.
 *
 * @param filter lists all the deals of the report; it may be of the past
 * @param rows all five levels from the lowest, with or without deals
 * @param total what they add up to
 */
public record Calibration(OpportunityFilter filter, List<Row> rows, Row total) implements Report {

    /** Keeps the rows unmodifiable. */
    public Calibration {
        rows = List.copyOf(rows);
    }

    /**
     * The closed deals of a level.
     *
     * @param level the level; missing for the total
     * @param won how many were won
     * @param lost how many were lost
     * @param abandoned how many were abandoned
     * @param filter lists the deals
     */
    public record Row(@Nullable SuccessLevel level, long won, long lost, long abandoned, OpportunityFilter filter) {

        /** Gives how many were closed. */
        public long closed() {
            return won + lost + abandoned;
        }

        /** Gives won ÷ closed in percent with two decimals, HALF_UP; nothing when none was closed. */
        public @Nullable BigDecimal wonShare() {
            return Percent.of(won, closed());
        }

        private Row plus(StandingKind kind, long count) {
            return new Row(
                    level,
                    kind == StandingKind.WON ? won + count : won,
                    kind == StandingKind.LOST ? lost + count : lost,
                    kind == StandingKind.ABANDONED ? abandoned + count : abandoned,
                    filter);
        }
    }

    /** Counts the closed deals that a filter lets through; one statement. */
    public static Calibration of(Desk desk, OpportunityFilter filter) {
        OpportunityFilter closed = Outcomes.closed(filter);
        List<OpportunitySummary> summaries = desk.opportunities()
                .summarise(closed, OpportunityDimension.LEVEL_AT_CREATION, OpportunityDimension.STANDING);
        List<Row> rows = new ArrayList<>();
        for (SuccessLevel level : SuccessLevel.values()) {
            Row row = new Row(level, 0, 0, 0, closed.where(OpportunityDimension.LEVEL_AT_CREATION, level.name()));
            for (OpportunitySummary summary : summaries) {
                if (summary.get(OpportunityDimension.LEVEL_AT_CREATION).equals(level.name())) {
                    row = plus(row, summary);
                }
            }
            rows.add(row);
        }
        Row total = new Row(null, 0, 0, 0, closed);
        for (OpportunitySummary summary : summaries) {
            total = plus(total, summary);
        }
        return new Calibration(closed, rows, total);
    }

    /** Gives the table {@code calibration} in a language. */
    @Override
    public Table table(Locale locale) {
        return layout().table(
                        rows,
                        List.of(total),
                        Remarks.in(locale).asOf(filter.asOf()).toList(),
                        locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(rows, List.of(total), row, column, filter.asOf(), locale);
    }

    private static Row plus(Row row, OpportunitySummary summary) {
        return row.plus(
                StandingKind.valueOf(summary.get(OpportunityDimension.STANDING)),
                summary.measures().count());
    }

    private static Layout<Row> layout() {
        Layout<Row> layout = new Layout<Row>("calibration")
                .label(
                        Column.of(OpportunityDimension.LEVEL_AT_CREATION),
                        (row, locale) ->
                                Texts.text(row.level() == null ? "label.total" : "level." + row.level(), locale))
                .sum("closed", Column.Kind.COUNT, Row::closed, row -> Contributors.deals(row.filter(), deal -> 1L));
        count(layout, "won", StandingKind.WON, Row::won);
        count(layout, "lost", StandingKind.LOST, Row::lost);
        count(layout, "abandoned", StandingKind.ABANDONED, Row::abandoned);
        return layout.computed("wonShare", Column.Kind.PERCENT, Row::wonShare, "won", "closed");
    }

    private static void count(Layout<Row> layout, String key, StandingKind kind, ToLongFunction<Row> count) {
        layout.sum(
                key,
                Column.Kind.COUNT,
                count::applyAsLong,
                row -> Contributors.deals(row.filter().standing(kind), deal -> 1L));
    }
}
