package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.representative.Representative;

/**
 * The open deals of each representative.
 *
 * @param filter lists all the deals of the report; it may be of the past
 * @param rows by currency, the representatives who manage a deal, by name
 * @param totals what all rows of a currency add up to, by currency; that of the tenant when there is no deal
 */
public record PerRepresentative(OpportunityFilter filter, List<Row> rows, List<Measures> totals) implements Report {

    private static final Comparator<Row> ORDER = Comparator.<Row, String>comparing(
                    row -> row.currency().getCurrencyCode())
            .thenComparing(row -> Text.fold(row.name()))
            .thenComparing(row -> row.representative().text());

    /** Keeps the rows unmodifiable. */
    public PerRepresentative {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * The open deals that a representative manages, in one currency.
     *
     * @param representative the representative
     * @param name the name
     * @param measures what the deals add up to
     * @param filter lists the deals
     */
    public record Row(RepresentativeId representative, String name, Measures measures, OpportunityFilter filter)
            implements Measured {}

    /** Sums the open deals that a filter lets through; one statement for the figures and one for the names. */
    public static PerRepresentative of(Desk desk, OpportunityFilter filter) {
        OpportunityFilter open = filter.standing(StandingKind.IN_PROGRESS);
        Sums sums = Sums.of(desk, open, OpportunityDimension.MANAGER);
        Map<String, Representative> byId = new HashMap<>();
        desk.representatives().all().forEach(known -> byId.put(known.id().text(), known));
        List<Row> rows = new ArrayList<>();
        for (Currency currency : sums.currencies()) {
            for (String key : sums.keys(currency)) {
                Representative manager = byId.get(key);
                if (manager == null) {
                    throw new IllegalStateException("the manager " + key + " of deals is not a representative");
                }
                rows.add(new Row(
                        manager.id(), manager.name(), sums.measures(currency, key), sums.filter(currency, key)));
            }
        }
        rows.sort(ORDER);
        return new PerRepresentative(open, rows, sums.totals());
    }

    /** Gives the table {@code per-representative} in a language. */
    @Override
    public Table table(Locale locale) {
        return potential().table(locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return potential().explain(row, column, locale);
    }

    private Potential potential() {
        Potential table = new Potential("per-representative", "manager", filter, totals);
        rows.forEach(row -> table.add(row, in -> row.name()));
        return table;
    }
}
