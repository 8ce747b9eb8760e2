package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.OpportunityRow;
import org.jspecify.annotations.Nullable;

/**
 * The table of a list of open deals that need attention, with the sums of each currency.
 *
 * @param <R> what a report has of a deal
 */
final class DealList<R> {

    /** A deal, or all deals of a currency. */
    private record Line<R>(@Nullable R row, List<OpportunityRow> deals) {

        /** Gives the sum of what the deals have; nothing when none has anything. */
        @Nullable
        Money sum(Function<OpportunityRow, @Nullable Money> amount) {
            return deals.stream()
                    .flatMap(deal -> Stream.ofNullable(amount.apply(deal)))
                    .reduce(Money::plus)
                    .orElse(null);
        }
    }

    private final Layout<Line<R>> layout;
    private final List<Line<R>> lines = new ArrayList<>();
    private final List<Line<R>> totals = new ArrayList<>();

    DealList(String name, List<R> rows, Function<R, OpportunityRow> deal, Function<R, Caption> stage) {
        Map<String, List<OpportunityRow>> byCurrency = new TreeMap<>();
        for (R row : rows) {
            lines.add(new Line<>(row, List.of(deal.apply(row))));
            byCurrency
                    .computeIfAbsent(currency(deal.apply(row)), code -> new ArrayList<>())
                    .add(deal.apply(row));
        }
        byCurrency.values().forEach(deals -> totals.add(new Line<>(null, List.copyOf(deals))));
        this.layout = new Layout<Line<R>>(name)
                .label(
                        Column.by("relation"),
                        (line, locale) -> line.row() == null
                                ? Texts.text("label.total", locale)
                                : line.deals().get(0).relationName());
        label("subject", Column.Kind.TEXT, (row, locale) -> deal.apply(row).subject());
        label("manager", Column.Kind.TEXT, (row, locale) -> deal.apply(row).managerName());
        label("stage", Column.Kind.TEXT, (row, locale) -> stage.apply(row).in(locale));
    }

    /** Adds a column that only deals have. */
    DealList<R> label(String key, Column.Kind kind, Shown<R> shown) {
        layout.label(new Column(key, kind), (line, locale) -> line.row() == null ? null : shown.of(line.row(), locale));
        return this;
    }

    /** Adds a column of numbers that only deals have. */
    DealList<R> number(String key, ToLongFunction<R> number) {
        layout.sum(
                key,
                Column.Kind.COUNT,
                line -> line.row() == null ? null : (Long) number.applyAsLong(line.row()),
                line -> {
                    R row = line.row();
                    return row == null
                            ? Contributors.of(List.of())
                            : Contributors.of(line.deals(), deal -> (Long) number.applyAsLong(row));
                });
        return this;
    }

    /** Adds the columns of the amounts, which are the last. */
    DealList<R> amounts() {
        layout.currency(line -> currency(line.deals().get(0)));
        amount("value", OpportunityRow::value);
        amount("total", OpportunityRow::total);
        return this;
    }

    Table table(List<String> notes, Locale locale) {
        return layout.table(lines, totals, notes, locale);
    }

    Optional<Explanation> explain(int row, String column, @Nullable AsOf asOf, Locale locale) {
        return layout.explain(lines, totals, row, column, asOf, locale);
    }

    private void amount(String key, Function<OpportunityRow, @Nullable Money> amount) {
        layout.sum(
                key,
                Column.Kind.MONEY,
                line -> line.sum(amount),
                line -> Contributors.of(line.deals(), amount::apply),
                (line, locale) -> Explanation.LeftOut.of(
                        "withoutValue",
                        line.deals().stream()
                                .filter(deal -> deal.value() == null)
                                .count(),
                        locale));
    }

    private static String currency(OpportunityRow deal) {
        return deal.purchaseCosts().currency().getCurrencyCode();
    }

    /**
     * What a deal shows in a column.
     *
     * @param <R> what a report has of a deal
     */
    @FunctionalInterface
    interface Shown<R> {
        @Nullable
        Object of(R row, Locale locale);
    }
}
