package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;
import org.jspecify.annotations.Nullable;

/**
 * What was opened and closed in a period by type of deal, such as new, recurring and update.
 *
 * @param from the first day of the period
 * @param to its last day
 * @param filter lets deals through, whatever their dates; it may be of the past
 * @param rows by currency, the types in the order of their list; a retired type, and among several currencies each type,
 *     is there only with deals
 * @param totals what all rows of a currency add up to, by currency; that of the tenant when there is no deal
 */
public record SalesByType(LocalDate from, LocalDate to, OpportunityFilter filter, List<Row> rows, List<Row> totals)
        implements Report {

    /** Keeps the rows unmodifiable. */
    public SalesByType {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * The deals of a type, in one currency.
     *
     * @param type the code of the type; empty for a total
     * @param caption its names in all languages
     * @param opened the deals that started in the period
     * @param won the deals that were won in it
     * @param lost the deals that were lost in it
     * @param abandoned the deals that were abandoned in it
     */
    public record Row(String type, Caption caption, Deals opened, Deals won, Deals lost, Deals abandoned) {

        private static Row of(Deals opened, Outcomes.Row closed) {
            return new Row(
                    closed.key(),
                    closed.caption(),
                    opened,
                    closed.deals(StandingKind.WON),
                    closed.deals(StandingKind.LOST),
                    closed.deals(StandingKind.ABANDONED));
        }

        /** Gives won ÷ (won + lost) in percent with two decimals, HALF_UP; nothing when none was won or lost. */
        public @Nullable BigDecimal winRate() {
            return Percent.of(won.count(), won.count() + lost.count());
        }
    }

    /**
     * Counts the deals that a filter lets through and that started or were closed between two days, both included; two
     * statements for the figures and one for the names.
     */
    public static SalesByType between(Desk desk, OpportunityFilter filter, LocalDate from, LocalDate to) {
        Sums opened = Sums.of(desk, filter.startedBetween(from, to), OpportunityDimension.TYPE);
        Tallies closed =
                new Tallies(filter.closedBetween(from, to), OpportunityDimension.TYPE, type -> type).count(desk);
        List<Choice> types = desk.lists().of(ChoiceKind.OPPORTUNITY_TYPE);
        List<Currency> currencies = closed.currencies(desk, opened);
        List<Row> rows = new ArrayList<>();
        List<Row> totals = new ArrayList<>();
        for (Currency currency : currencies) {
            for (Choice type : types) {
                boolean has = opened.has(currency, type.code()) || closed.has(currency, type.code());
                if (has || (currencies.size() == 1 && !type.isRetired())) {
                    rows.add(Row.of(
                            opened.deals(currency, type.code()),
                            closed.row(desk, currency, type.code(), Caption.of(type))));
                }
            }
            totals.add(Row.of(opened.deals(currency), closed.total(desk, currency)));
        }
        return new SalesByType(from, to, filter, rows, totals);
    }

    /** Gives the table {@code sales-by-type} in a language. */
    @Override
    public Table table(Locale locale) {
        List<String> notes =
                Remarks.in(locale).asOf(filter.asOf()).between(from, to).toList();
        return layout().table(rows, totals, notes, locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(rows, totals, row, column, filter.asOf(), locale);
    }

    private static Layout<Row> layout() {
        return new Layout<Row>("sales-by-type")
                .label(Column.by("type"), (row, locale) -> row.caption().in(locale))
                .currency(row -> row.won().currency().getCurrencyCode())
                .count("opened", Row::opened)
                .count("won", Row::won)
                .count("lost", Row::lost)
                .count("abandoned", Row::abandoned)
                .computed("winRate", Column.Kind.PERCENT, Row::winRate, "won", "lost")
                .without("withoutAmount", DealAmount.SIGNED_TOTAL, Row::won)
                .amount("wonValue", DealAmount.SIGNED_TOTAL, Row::won);
    }
}
