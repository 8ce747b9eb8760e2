package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;
import org.jspecify.annotations.Nullable;

/**
 * How much the open deals bring a day at the pace of a period: open deals × average won value × win rate ÷ average cycle
 * in days, as salespeople reckon it. It is reckoned from the exact figures and rounded once.
 *
 * @param from the first day of the period, in which deals were closed
 * @param to its last day
 * @param filter lets deals through, whatever their standing; it may be of the past
 * @param rows one per currency, by code; that of the tenant when there is no deal
 */
public record Velocity(LocalDate from, LocalDate to, OpportunityFilter filter, List<Row> rows) implements Report {

    private static final int DECIMALS = 2;

    /** Keeps the rows unmodifiable. */
    public Velocity {
        rows = List.copyOf(rows);
    }

    /**
     * The deals of one currency.
     *
     * @param open the deals that are open, whenever they started
     * @param won the deals that were won in the period
     * @param lost the deals that were lost in the period
     */
    public record Row(Deals open, Deals won, Deals lost) {

        /** Gives won ÷ (won + lost) in percent with two decimals, HALF_UP; nothing when none was won or lost. */
        public @Nullable BigDecimal winRate() {
            return Percent.of(won.count(), won.count() + lost.count());
        }

        /** Gives signed total ÷ won deals that have one, HALF_UP to the minor unit; nothing without such deals. */
        public @Nullable Money averageWon() {
            return signed() == 0 ? null : won.signedTotal().dividedBy(signed());
        }

        /** Gives days ÷ won deals with two decimals, HALF_UP; nothing without a won deal. */
        public @Nullable BigDecimal meanDays() {
            return won.count() == 0
                    ? null
                    : BigDecimal.valueOf(won.measures().days())
                            .divide(BigDecimal.valueOf(won.count()), DECIMALS, RoundingMode.HALF_UP);
        }

        /**
         * Gives the amount a day, HALF_UP to the minor unit; nothing without won deals, when none has a signed total, and
         * when all were won on the day on which they started.
         */
        public @Nullable Money velocity() {
            BigDecimal days = BigDecimal.valueOf(won.measures().days());
            if (signed() == 0 || days.signum() == 0) {
                return null;
            }
            // open × (signed total ÷ signed) × (won ÷ (won + lost)) ÷ (days ÷ won)
            BigDecimal wonDeals = BigDecimal.valueOf(won.count());
            BigDecimal above = BigDecimal.valueOf(open.count())
                    .multiply(won.signedTotal().amount())
                    .multiply(wonDeals)
                    .multiply(wonDeals);
            BigDecimal below = BigDecimal.valueOf(signed())
                    .multiply(wonDeals.add(BigDecimal.valueOf(lost.count())))
                    .multiply(days);
            Currency currency = won.currency();
            return new Money(currency, above.divide(below, Money.minorDigits(currency), RoundingMode.HALF_UP));
        }

        private long signed() {
            return won.count() - won.withoutSignedTotal();
        }
    }

    /**
     * Reckons with the open deals that a filter lets through, and those that were closed between two days, both included;
     * two statements.
     */
    public static Velocity between(Desk desk, OpportunityFilter filter, LocalDate from, LocalDate to) {
        Sums open = Sums.of(desk, filter.standing(StandingKind.IN_PROGRESS), OpportunityDimension.STANDING);
        Sums closed = Sums.of(desk, filter.closedBetween(from, to), OpportunityDimension.STANDING);
        List<Row> rows = new ArrayList<>();
        for (Currency currency : Sums.currencies(open, closed)) {
            rows.add(new Row(
                    open.deals(currency),
                    closed.deals(currency, StandingKind.WON.name()),
                    closed.deals(currency, StandingKind.LOST.name())));
        }
        return new Velocity(from, to, filter, rows);
    }

    /** Gives the table {@code velocity} in a language. */
    @Override
    public Table table(Locale locale) {
        List<String> notes =
                Remarks.in(locale).asOf(filter.asOf()).between(from, to).toList();
        return layout().table(rows, List.of(), notes, locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(rows, List.of(), row, column, filter.asOf(), locale);
    }

    private static Layout<Row> layout() {
        return new Layout<Row>("velocity")
                .currency(row -> row.open().currency().getCurrencyCode())
                .count("open", Row::open)
                .count("won", Row::won)
                .count("lost", Row::lost)
                .computed("winRate", Column.Kind.PERCENT, Row::winRate, "won", "lost")
                .amount("wonValue", DealAmount.SIGNED_TOTAL, Row::won)
                .without("withoutAmount", DealAmount.SIGNED_TOTAL, Row::won)
                .computed("averageWon", Column.Kind.MONEY, Row::averageWon, "wonValue", "won", "withoutAmount")
                .sum(
                        "days",
                        Column.Kind.COUNT,
                        row -> row.won().measures().days(),
                        row -> Contributors.deals(row.won().filter(), SalesCycle::days))
                .computed("meanDays", Column.Kind.DECIMAL, Row::meanDays, "days", "won")
                .computed(
                        "velocity",
                        Column.Kind.MONEY,
                        Row::velocity,
                        "open",
                        "wonValue",
                        "won",
                        "withoutAmount",
                        "lost",
                        "days");
    }
}
