package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.SuccessLevel;

/**
 * Deals by the level of the probability that counts: each deal is in exactly one level.
 *
 * @param filter lists all the deals of the report; it may be of the past
 * @param rows by currency, all five levels from the lowest, with or without deals
 * @param totals what the levels of a currency add up to, by currency; that of the tenant when there is no deal
 */
public record SuccessLevels(OpportunityFilter filter, List<Row> rows, List<Measures> totals) implements Report {

    /** Keeps the rows unmodifiable. */
    public SuccessLevels {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * The deals in a level, in one currency.
     *
     * @param level the level
     * @param measures what the deals add up to
     * @param filter lists the deals
     */
    public record Row(SuccessLevel level, Measures measures, OpportunityFilter filter) implements Measured {

        /** Gives the bounds of the level in words of a language, such as {@code 20 to < 40 %}. */
        public String label(Locale locale) {
            return Texts.text("level." + level.name(), locale);
        }
    }

    /** Sums the open deals. */
    public static SuccessLevels open(Desk desk) {
        return of(desk, OpportunityFilter.open());
    }

    /** Sums the deals that a filter lets through, closed ones included unless it says otherwise; one statement. */
    public static SuccessLevels of(Desk desk, OpportunityFilter filter) {
        Sums sums = Sums.of(desk, filter, OpportunityDimension.SUCCESS_LEVEL);
        List<Row> rows = new ArrayList<>();
        for (Currency currency : sums.currencies()) {
            for (SuccessLevel level : SuccessLevel.values()) {
                rows.add(new Row(level, sums.measures(currency, level.name()), sums.filter(currency, level.name())));
            }
        }
        return new SuccessLevels(filter, rows, sums.totals());
    }

    /** Gives the table {@code success-levels} in a language. */
    @Override
    public Table table(Locale locale) {
        return potential().table(locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return potential().explain(row, column, locale);
    }

    private Potential potential() {
        Potential table = new Potential("success-levels", "successLevel", filter, totals);
        rows.forEach(row -> table.add(row, row::label));
        return table;
    }
}
