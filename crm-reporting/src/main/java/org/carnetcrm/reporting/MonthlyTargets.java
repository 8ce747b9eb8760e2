package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carnetcrm.Desk;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.reporting.Contributors.Contributor;
import org.jspecify.annotations.Nullable;

/**
 * Monthly targets of representatives against what they signed. The actual of a month is the sum of the signed totals of
 * the deals that were won in it, which count for who manages them.
 *
 * @param from the first month
 * @param to the last month
 * @param filter lists the won deals of the period; it may be of the past
 * @param rows by currency, then by folded name of the representative and id, then by month: one where there is a target or
 *     a won deal. A month with neither has no row
 * @param totals what all rows of a currency add up to, by currency; that of the tenant when there is no row
 */
public record MonthlyTargets(YearMonth from, YearMonth to, OpportunityFilter filter, List<Row> rows, List<Row> totals)
        implements Report {

    private static final Comparator<Row> ORDER = Comparator.<Row, String>comparing(
                    row -> row.won().currency().getCurrencyCode())
            .thenComparing(row -> Text.fold(row.name()))
            .thenComparing(row ->
                    row.representative() == null ? "" : row.representative().text())
            .thenComparing(row -> row.month() == null ? "" : row.month().toString());

    /** Keeps the rows unmodifiable. */
    public MonthlyTargets {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * What a representative is to sign in a month.
     *
     * @param representative the representative
     * @param month the month
     * @param amount the amount
     */
    public record Target(RepresentativeId representative, YearMonth month, Money amount) {

        /** Refuses missing parts. */
        public Target {
            Objects.requireNonNull(representative, "representative");
            Objects.requireNonNull(month, "month");
            Objects.requireNonNull(amount, "amount");
        }
    }

    /**
     * A month of a representative, in one currency.
     *
     * @param representative the representative; missing for a total
     * @param name the name; the id of one that there is not
     * @param month the month; missing for a total
     * @param targets the targets behind the row; of a month there is one or none
     * @param won the deals that were won
     */
    public record Row(
            @Nullable RepresentativeId representative,
            String name,
            @Nullable YearMonth month,
            List<Target> targets,
            Deals won) {

        /** Keeps the targets unmodifiable. */
        public Row {
            targets = List.copyOf(targets);
        }

        /** Gives the sum of the targets; nothing without a target. */
        public @Nullable Money target() {
            return targets.stream().map(Target::amount).reduce(Money::plus).orElse(null);
        }

        /** Gives signed total − target; nothing without a target. */
        public @Nullable Money difference() {
            Money target = target();
            return target == null ? null : won.signedTotal().minus(target);
        }

        /** Gives signed total ÷ target in percent with two decimals, HALF_UP; nothing without a target, or one of zero. */
        public @Nullable BigDecimal attainment() {
            Money target = target();
            return target == null ? null : Percent.of(won.signedTotal().amount(), target.amount());
        }
    }

    /**
     * Compares targets with the won deals that a filter lets through, in the months from one to another, both included;
     * targets of other months do not count. One statement for the figures and one for the names.
     *
     * @throws IllegalArgumentException when a representative has two targets for a month in one currency, or when the last
     *     month is before the first
     */
    public static MonthlyTargets between(
            Desk desk, OpportunityFilter filter, YearMonth from, YearMonth to, Collection<Target> targets) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the months from " + from + " to " + to);
        }
        OpportunityFilter won = filter.standing(StandingKind.WON).closedBetween(from.atDay(1), to.atEndOfMonth());
        SortedMap<Place, Measures> actuals = new TreeMap<>();
        for (OpportunitySummary summary : desk.opportunities()
                .summarise(won, OpportunityDimension.MANAGER, OpportunityDimension.MONTH_OF_CLOSING)) {
            actuals.put(Place.of(summary), summary.measures());
        }
        SortedMap<Place, Target> wanted = new TreeMap<>();
        for (Target target : targets) {
            boolean counts = !target.month().isBefore(from) && !target.month().isAfter(to);
            if (counts && wanted.put(Place.of(target), target) != null) {
                throw new IllegalArgumentException("two targets for " + Place.of(target));
            }
        }
        Set<Place> places = new TreeSet<>(actuals.keySet());
        places.addAll(wanted.keySet());
        Names names = Names.ofRepresentatives(desk);
        List<Row> rows = new ArrayList<>();
        for (Place place : places) {
            Measures measures = actuals.getOrDefault(place, Measures.none(Currency.getInstance(place.currency())));
            Target target = wanted.get(place);
            rows.add(new Row(
                    RepresentativeId.parse(place.representative()),
                    names.of(place.representative()).in(Locale.ROOT),
                    YearMonth.parse(place.month()),
                    target == null ? List.of() : List.of(target),
                    new Deals(measures, place.narrow(won))));
        }
        rows.sort(ORDER);
        return new MonthlyTargets(from, to, won, rows, totals(desk, won, rows));
    }

    /** Where a row stands. */
    private record Place(String currency, String representative, String month) implements Comparable<Place> {

        private static final Comparator<Place> BY_TEXT = Comparator.comparing(Place::currency)
                .thenComparing(Place::representative)
                .thenComparing(Place::month);

        static Place of(OpportunitySummary summary) {
            return new Place(
                    summary.currency().getCurrencyCode(),
                    summary.get(OpportunityDimension.MANAGER),
                    summary.get(OpportunityDimension.MONTH_OF_CLOSING));
        }

        static Place of(Target target) {
            return new Place(
                    target.amount().currency().getCurrencyCode(),
                    target.representative().text(),
                    target.month().toString());
        }

        OpportunityFilter narrow(OpportunityFilter won) {
            return won.where(OpportunityDimension.CURRENCY, currency)
                    .where(OpportunityDimension.MANAGER, representative)
                    .where(OpportunityDimension.MONTH_OF_CLOSING, month);
        }

        @Override
        public int compareTo(Place other) {
            return BY_TEXT.compare(this, other);
        }
    }

    /** Gives the table {@code monthly-targets} in a language. */
    @Override
    public Table table(Locale locale) {
        return layout().table(
                        rows, totals, Remarks.in(locale).asOf(filter.asOf()).toList(), locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(rows, totals, row, column, filter.asOf(), locale);
    }

    private static List<Row> totals(Desk desk, OpportunityFilter won, List<Row> rows) {
        SortedMap<String, Row> totals = new TreeMap<>();
        for (Row row : rows) {
            String currency = row.won().currency().getCurrencyCode();
            totals.merge(currency, total(won, row.targets(), row.won().measures()), (one, other) -> {
                List<Target> targets = new ArrayList<>(one.targets());
                targets.addAll(other.targets());
                return total(won, targets, one.won().measures().plus(other.won().measures()));
            });
        }
        return totals.isEmpty()
                ? List.of(total(won, List.of(), Measures.none(desk.tenant().currency())))
                : List.copyOf(totals.values());
    }

    private static Row total(OpportunityFilter won, List<Target> targets, Measures measures) {
        String currency = measures.value().currency().getCurrencyCode();
        OpportunityFilter all = won.where(OpportunityDimension.CURRENCY, currency);
        return new Row(null, "", null, targets, new Deals(measures, all));
    }

    private static Layout<Row> layout() {
        return new Layout<Row>("monthly-targets")
                .label(
                        Column.by("manager"),
                        (row, locale) -> row.representative() == null ? Texts.text("label.total", locale) : row.name())
                .label(
                        Column.by("month"),
                        (row, locale) ->
                                row.month() == null ? null : row.month().toString())
                .currency(row -> row.won().currency().getCurrencyCode())
                .sum(
                        "target",
                        Column.Kind.MONEY,
                        Row::target,
                        row -> Contributors.of(row.targets().stream()
                                .map(target -> new Contributor(
                                        target.representative(), target.month().toString(), target.amount()))
                                .toList()))
                .count("won", Row::won)
                .without("withoutAmount", DealAmount.SIGNED_TOTAL, Row::won)
                .amount("wonValue", DealAmount.SIGNED_TOTAL, Row::won)
                .computed("difference", Column.Kind.MONEY, Row::difference, "wonValue", "target")
                .computed("attainment", Column.Kind.PERCENT, Row::attainment, "wonValue", "target");
    }
}
