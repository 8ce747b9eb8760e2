package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunitySummary;

/** What deals add up to by one dimension and currency. */
final class Sums {

    private final OpportunityFilter filter;
    private final OpportunityDimension dimension;
    private final Map<String, Map<String, Measures>> byCurrency = new HashMap<>();
    private final SortedSet<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));

    private Sums(OpportunityFilter filter, OpportunityDimension dimension) {
        this.filter = filter;
        this.dimension = dimension;
    }

    static Sums of(Desk desk, OpportunityFilter filter, OpportunityDimension dimension) {
        Sums sums = new Sums(filter, dimension);
        for (OpportunitySummary summary : desk.opportunities().summarise(filter, dimension)) {
            sums.currencies.add(summary.currency());
            sums.of(summary.currency()).merge(summary.get(dimension), summary.measures(), Measures::plus);
        }
        if (sums.currencies.isEmpty()) {
            sums.currencies.add(desk.tenant().currency());
        }
        return sums;
    }

    /** Gives the currencies that occur, by code; that of the tenant when there is no deal. */
    List<Currency> currencies() {
        return List.copyOf(currencies);
    }

    /** Gives the texts of the dimension that deals in a currency have, by text. */
    SortedSet<String> keys(Currency currency) {
        return new TreeSet<>(of(currency).keySet());
    }

    boolean has(Currency currency, String key) {
        return of(currency).containsKey(key);
    }

    Measures measures(Currency currency, String key) {
        return of(currency).getOrDefault(key, Measures.none(currency));
    }

    /** Gives the filter that lists the deals behind the measures of a key. */
    OpportunityFilter filter(Currency currency, String key) {
        return filter.where(dimension, key).where(OpportunityDimension.CURRENCY, currency.getCurrencyCode());
    }

    /** Gives what all deals add up to, one currency after the other. */
    List<Measures> totals() {
        List<Measures> totals = new ArrayList<>();
        for (Currency currency : currencies) {
            totals.add(of(currency).values().stream().reduce(Measures.none(currency), Measures::plus));
        }
        return List.copyOf(totals);
    }

    private Map<String, Measures> of(Currency currency) {
        return byCurrency.computeIfAbsent(currency.getCurrencyCode(), code -> new HashMap<>());
    }
}
