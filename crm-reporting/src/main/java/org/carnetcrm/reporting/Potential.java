package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.reporting.Explanation.LeftOut;
import org.jspecify.annotations.Nullable;

/**
 * The table of rows that say what deals add up to. Where there are several currencies, rows without deals are left out.
 */
final class Potential {

    /** A row or a total of the table. */
    private record Line(Function<Locale, String> label, Measures measures, OpportunityFilter filter)
            implements Measured {}

    private final OpportunityFilter filter;
    private final Layout<Line> layout;
    private final List<Line> rows = new ArrayList<>();
    private final List<Line> totals = new ArrayList<>();

    /** Makes the table of a name, whose first column has a key, over the deals of a filter. */
    Potential(String name, String key, OpportunityFilter filter, List<Measures> totals) {
        this.filter = filter;
        this.layout = layout(name, key);
        totals.forEach(total -> this.totals.add(new Line(
                in -> Texts.text("label.total", in),
                total,
                filter.where(
                        OpportunityDimension.CURRENCY, total.value().currency().getCurrencyCode()))));
    }

    /** Adds a row with what it is called in a language. */
    void add(Measured row, Function<Locale, String> label) {
        // Among several currencies a row without deals is one of many, and says nothing.
        if (totals.size() == 1 || row.count() > 0) {
            rows.add(new Line(label, row.measures(), row.filter()));
        }
    }

    Table table(Locale locale) {
        List<Measures> sums = totals.stream().map(Line::measures).toList();
        return layout.table(
                rows,
                totals,
                Remarks.in(locale).asOf(filter.asOf()).withoutValue(sums).toList(),
                locale);
    }

    Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout.explain(rows, totals, row, column, filter.asOf(), locale);
    }

    private static Layout<Line> layout(String name, String key) {
        return new Layout<Line>(name)
                .label(Column.by(key), (line, in) -> line.label().apply(in))
                .currency(line -> line.currency().getCurrencyCode())
                .sum("count", Column.Kind.COUNT, Line::count, deals(deal -> 1L))
                .sum(
                        "withoutValue",
                        Column.Kind.COUNT,
                        Line::withoutValue,
                        deals(deal -> deal.value() == null ? 1L : 0L))
                .sum("value", Column.Kind.MONEY, Line::value, deals(OpportunityRow::value), Potential::withoutValue)
                .sum(
                        "purchaseCosts",
                        Column.Kind.MONEY,
                        Line::purchaseCosts,
                        deals(Potential::costs),
                        Potential::withoutValue)
                .sum("net", Column.Kind.MONEY, Line::net, deals(Potential::net), Potential::withoutValue)
                .sum("total", Column.Kind.MONEY, Line::total, deals(OpportunityRow::total), Potential::withoutValue);
    }

    private static Function<Line, Contributors> deals(Function<OpportunityRow, @Nullable Object> amount) {
        return line -> Contributors.deals(line.filter(), amount);
    }

    private static @Nullable Money costs(OpportunityRow deal) {
        return deal.value() == null ? null : deal.purchaseCosts();
    }

    private static @Nullable Money net(OpportunityRow deal) {
        Money value = deal.value();
        return value == null ? null : value.minus(deal.purchaseCosts());
    }

    private static List<LeftOut> withoutValue(Line line, Locale locale) {
        return line.withoutValue() == 0
                ? List.of()
                : List.of(new LeftOut(Texts.text("leftOut.withoutValue", locale), line.withoutValue()));
    }
}
