package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carnetcrm.Desk;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.reporting.Explanation.LeftOut;
import org.jspecify.annotations.Nullable;

/**
 * What deals of several currencies add up to in one of them, at the rates of a date. The sum of each currency is converted
 * and rounded HALF_UP once; the total is the sum of these. A currency without a rate is listed and counted, and is no part
 * of the total.
 *
 * @param kind which deals and amounts
 * @param into the currency that amounts are converted into
 * @param on the date of the rates
 * @param rows one per currency, by code; that of the tenant when there is no deal
 * @param filter lists all the deals, in any currency; it may be of the past
 */
public record Converted(Kind kind, Currency into, LocalDate on, List<Row> rows, OpportunityFilter filter)
        implements Report {

    /** Keeps the rows unmodifiable. */
    public Converted {
        rows = List.copyOf(rows);
    }

    /** Which deals are summed, and which of their amounts. */
    public enum Kind {
        /** The open deals: value, and weighted total. */
        PIPELINE("converted-pipeline", StandingKind.IN_PROGRESS),
        /** The won deals: signed total. */
        WON("converted-won-value", StandingKind.WON);

        private final String table;
        private final StandingKind standing;

        Kind(String table, StandingKind standing) {
            this.table = table;
            this.standing = standing;
        }
    }

    /**
     * The deals of a currency.
     *
     * @param deals the deals
     * @param rate the rate; missing when there is none
     */
    public record Row(Deals deals, @Nullable Rate rate) {

        /** Gives the converted sum of the values; nothing without a rate. */
        public @Nullable Money convertedValue() {
            return converted(deals.value());
        }

        /** Gives the converted sum of the weighted totals; nothing without a rate. */
        public @Nullable Money convertedTotal() {
            return converted(deals.total());
        }

        /** Gives the converted sum of the signed totals; nothing without a rate. */
        public @Nullable Money convertedWonValue() {
            return converted(deals.signedTotal());
        }

        private @Nullable Money converted(Money sum) {
            return rate == null ? null : Money.rounded(rate.to(), sum.amount().multiply(rate.rate()));
        }
    }

    /**
     * Sums the deals that a filter lets through, and converts what each currency has; one statement.
     *
     * @throws IllegalArgumentException when a rate is zero or less
     */
    public static Converted of(
            Desk desk, OpportunityFilter filter, Kind kind, ExchangeRates rates, Currency into, LocalDate on) {
        OpportunityFilter deals = filter.standing(kind.standing);
        Sums sums = Sums.of(desk, deals, OpportunityDimension.STANDING);
        List<Row> rows = new ArrayList<>();
        for (Currency currency : sums.currencies()) {
            BigDecimal rate = currency.equals(into)
                    ? BigDecimal.ONE
                    : rates.rateOf(desk.actor().tenant(), currency, into, on).orElse(null);
            rows.add(new Row(sums.deals(currency), rate == null ? null : new Rate(currency, into, on, rate)));
        }
        return new Converted(kind, into, on, rows, deals);
    }

    /** Gives the total of converted sums; what has no rate is left out. */
    public Money total(Function<Row, @Nullable Money> converted) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(converted.apply(row)))
                .reduce(Money.zero(into), Money::plus);
    }

    /** Gives the table {@code converted-pipeline} or {@code converted-won-value} in a language. */
    @Override
    public Table table(Locale locale) {
        Remarks remarks = Remarks.in(locale).asOf(filter.asOf()).rates(into, on);
        rows.stream().filter(row -> row.rate() == null).forEach(row -> remarks.withoutRate(row.deals()));
        return layout().table(lines(), List.of(sum()), remarks.toList(), locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(lines(), List.of(sum()), row, column, filter.asOf(), locale);
    }

    /** A row of the table, which is of one currency or the total. */
    private record Line(List<Row> rows, @Nullable Row one) {

        List<Rate> rates() {
            return rows.stream().flatMap(row -> Stream.ofNullable(row.rate())).toList();
        }

        /** A row counts its deals with or without a rate, the total those with one. */
        List<Row> counted() {
            return one != null
                    ? rows
                    : rows.stream().filter(row -> row.rate() != null).toList();
        }
    }

    private List<Line> lines() {
        return rows.stream().map(row -> new Line(List.of(row), row)).toList();
    }

    private Line sum() {
        return new Line(rows, null);
    }

    private Layout<Line> layout() {
        Layout<Line> layout = new Layout<Line>(kind.table)
                .label(
                        new Column("fromCurrency", Column.Kind.TEXT),
                        (line, locale) -> line.one() == null
                                ? Texts.text("label.total", locale)
                                : line.one().deals().currency().getCurrencyCode())
                .sum(
                        "count",
                        Column.Kind.COUNT,
                        line -> line.counted().stream()
                                .mapToLong(row -> row.deals().count())
                                .sum(),
                        line -> Contributors.deals(in(line.counted()), deal -> 1L),
                        (line, locale) -> line.one() == null ? withoutRate(line, locale) : List.of());
        if (kind == Kind.PIPELINE) {
            original(layout, "value", DealAmount.VALUE);
            original(layout, "total", DealAmount.TOTAL);
            rate(layout, "value");
            converted(layout, "convertedValue", Row::convertedValue, "value");
            return converted(layout, "convertedTotal", Row::convertedTotal, "total");
        }
        original(layout, "wonValue", DealAmount.SIGNED_TOTAL);
        rate(layout, "wonValue");
        return converted(layout, "convertedWonValue", Row::convertedWonValue, "wonValue");
    }

    /** Adds the column of sums as they are, as numbers: they are of another currency in each row, and of none in the total. */
    private static void original(Layout<Line> layout, String key, DealAmount amount) {
        layout.sum(
                key,
                Column.Kind.DECIMAL,
                line -> line.one() == null
                        ? null
                        : amount.sum(line.one().deals()).amount(),
                line -> line.one() == null
                        ? Contributors.of(List.of())
                        : Contributors.deals(line.one().deals().filter(), deal -> number(amount.of(deal))),
                (line, locale) -> line.one() == null
                        ? List.of()
                        : amount.leftOut(line.one().deals(), locale));
    }

    private void rate(Layout<Line> layout, String original) {
        layout.converted(
                        "rate",
                        Column.Kind.DECIMAL,
                        line -> line.one() == null || line.one().rate() == null
                                ? null
                                : line.one().rate().rate(),
                        Line::rates,
                        Converted::withoutRate,
                        original)
                .currency(line -> into.getCurrencyCode());
    }

    private Layout<Line> converted(
            Layout<Line> layout, String key, Function<Row, @Nullable Money> amount, String original) {
        return layout.converted(
                key,
                Column.Kind.MONEY,
                line -> line.one() == null ? total(amount) : amount.apply(line.one()),
                Line::rates,
                Converted::withoutRate,
                original);
    }

    private static @Nullable BigDecimal number(@Nullable Money amount) {
        return amount == null ? null : amount.amount();
    }

    private OpportunityFilter in(List<Row> some) {
        return filter.where(
                OpportunityDimension.CURRENCY,
                some.stream()
                        .map(row -> row.deals().currency().getCurrencyCode())
                        .collect(Collectors.toSet()));
    }

    private static List<LeftOut> withoutRate(Line line, Locale locale) {
        return line.rows().stream()
                .filter(row -> row.rate() == null)
                .map(row -> new LeftOut(
                        Texts.text(
                                "leftOut.withoutRate",
                                locale,
                                Map.of("currency", row.deals().currency().getCurrencyCode())),
                        row.deals().count()))
                .toList();
    }
}
