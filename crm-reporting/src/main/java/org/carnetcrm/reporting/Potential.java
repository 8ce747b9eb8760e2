package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;

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
                .count("count", line -> line)
                .without("withoutValue", DealAmount.VALUE, line -> line)
                .amount("value", DealAmount.VALUE, line -> line)
                .amount("purchaseCosts", DealAmount.PURCHASE_COSTS, line -> line)
                .amount("net", DealAmount.NET, line -> line)
                .amount("total", DealAmount.TOTAL, line -> line);
    }
}
