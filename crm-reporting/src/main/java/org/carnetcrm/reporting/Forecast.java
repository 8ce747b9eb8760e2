package org.carnetcrm.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.DateRange;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDate;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;
import org.jspecify.annotations.Nullable;

/**
 * What is expected to be signed, month by month, beside what was signed.
 *
 * <p>An open deal stands in one row: it is overdue when it was expected to close before today; else it is in the month in
 * which it is expected to close, before the first or after the last of the months, or without an expected closing. So a
 * month that is over, and the days of this month that are over, have no open deals. A won deal stands in the month in
 * which it was signed.
 *
 * @param filter lets deals through, whatever their standing; it may be of the past
 * @param today the day before which a deal is overdue
 * @param rows by currency: what is overdue, what is expected before the first month, each month, what is later, what has
 *     no expected closing; all but the months are there only with deals
 * @param totals what all rows of a currency add up to, by currency; that of the tenant when there is no deal
 */
public record Forecast(OpportunityFilter filter, LocalDate today, List<Row> rows, List<Row> totals) implements Report {

    /** The key of the row of what is overdue. */
    public static final String OVERDUE = "OVERDUE";

    /** The key of the row of what is expected before the first month, and not overdue. */
    public static final String EARLIER = "EARLIER";

    /** The key of the row of what is expected after the last month. */
    public static final String LATER = "LATER";

    /** Keeps the rows unmodifiable. */
    public Forecast {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * The deals of a month, in one currency.
     *
     * @param key the month, such as {@code 2017-03}; {@link #OVERDUE}, {@link #EARLIER}, {@link #LATER}, or empty
     *     without an expected closing
     * @param caption its names in all languages
     * @param open the deals that are open
     * @param won the deals that were won in the month; missing where the row is no month
     */
    public record Row(
            String key,
            Caption caption,
            Deals open,
            @Nullable Deals won) {

        /** Gives the signed total of what is won + the weighted total of what is open. */
        public Money forecast() {
            return won == null ? open.total() : won.signedTotal().plus(open.total());
        }

        private boolean isEmpty() {
            return open.count() == 0 && won == null;
        }
    }

    /**
     * Sums the deals that a filter lets through, by the months from one to another, both included; four statements.
     *
     * @throws IllegalArgumentException when the last month is before the first
     */
    public static Forecast between(Desk desk, OpportunityFilter filter, YearMonth from, YearMonth to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the months from " + from + " to " + to);
        }
        LocalDate today = Today.of(desk, filter);
        OpportunityFilter open = filter.standing(StandingKind.IN_PROGRESS);
        OpportunityFilter dated = open.within(OpportunityDate.EXPECTED_CLOSING, new DateRange(today, null));
        DateRange before = new DateRange(null, from.atDay(1));
        DateRange after = new DateRange(to.plusMonths(1).atDay(1), null);
        Sums expected = Sums.of(desk, dated, OpportunityDimension.MONTH_OF_EXPECTED_CLOSING);
        Sums overdue = Sums.of(desk, open.overdue(today), OpportunityDimension.STANDING);
        Sums undated = Sums.of(desk, open.withoutExpectedClosing(), OpportunityDimension.STANDING);
        OpportunityFilter won = filter.standing(StandingKind.WON).closedBetween(from.atDay(1), to.atEndOfMonth());
        Sums signed = Sums.of(desk, won, OpportunityDimension.MONTH_OF_CLOSING);
        List<Row> rows = new ArrayList<>();
        List<Row> totals = new ArrayList<>();
        for (Currency currency : Sums.currencies(expected, overdue, undated, signed)) {
            List<Row> all = new ArrayList<>();
            all.add(new Row(OVERDUE, Caption.ofText("label.overdue"), overdue.deals(currency), null));
            all.add(new Row(
                    EARLIER,
                    Caption.ofText("label.earlier"),
                    expected.deals(currency, OpportunityDate.EXPECTED_CLOSING, before),
                    null));
            for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                String key = month.toString();
                all.add(new Row(key, Caption.of(key), expected.deals(currency, key), signed.deals(currency, key)));
            }
            all.add(new Row(
                    LATER,
                    Caption.ofText("label.later"),
                    expected.deals(currency, OpportunityDate.EXPECTED_CLOSING, after),
                    null));
            all.add(new Row("", Caption.ofText("label.none"), undated.deals(currency), null));
            all.stream().filter(row -> !row.isEmpty()).forEach(rows::add);
            totals.add(total(all, open, signed.deals(currency)));
        }
        return new Forecast(filter, today, rows, totals);
    }

    /** Gives the table {@code forecast} in a language. */
    @Override
    public Table table(Locale locale) {
        return layout().table(
                        rows,
                        totals,
                        Remarks.in(locale).seen(today, filter.asOf()).toList(),
                        locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(rows, totals, row, column, filter.asOf(), locale);
    }

    /** Each open deal stands in one of the rows, so they add up to all that are open. */
    private static Row total(List<Row> all, OpportunityFilter open, Deals won) {
        Currency currency = won.currency();
        return new Row(
                "",
                Caption.ofText("label.total"),
                new Deals(
                        all.stream().map(row -> row.open().measures()).reduce(Measures.none(currency), Measures::plus),
                        open.where(OpportunityDimension.CURRENCY, currency.getCurrencyCode())),
                won);
    }

    private static Layout<Row> layout() {
        return new Layout<Row>("forecast")
                .label(Column.by("month"), (row, locale) -> row.caption().in(locale))
                .currency(row -> row.open().currency().getCurrencyCode())
                .count("open", Row::open)
                .without("withoutValue", DealAmount.VALUE, Row::open)
                .amount("value", DealAmount.VALUE, Row::open)
                .amount("total", DealAmount.TOTAL, Row::open)
                .count("won", Row::won)
                .without("withoutAmount", DealAmount.SIGNED_TOTAL, Row::won)
                .amount("wonValue", DealAmount.SIGNED_TOTAL, Row::won)
                .computed("forecast", Column.Kind.MONEY, Row::forecast, "total", "wonValue");
    }
}
