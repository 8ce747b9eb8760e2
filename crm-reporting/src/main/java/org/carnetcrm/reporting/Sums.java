package org.carnetcrm.reporting;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.DateRange;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDate;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunitySummary;

/** What deals add up to by one dimension and currency. */
final class Sums {

    private final OpportunityFilter filter;
    private final OpportunityDimension dimension;
    private final Map<String, Map<String, Measures>> byCurrency = new HashMap<>();
    private final SortedSet<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));

    /** Read only where there is no deal. */
    private final Supplier<Currency> ofTenant;

    private Sums(OpportunityFilter filter, OpportunityDimension dimension, Supplier<Currency> ofTenant) {
        this.filter = filter;
        this.dimension = dimension;
        this.ofTenant = ofTenant;
    }

    static Sums of(Desk desk, OpportunityFilter filter, OpportunityDimension dimension) {
        Sums sums = new Sums(filter, dimension, () -> desk.tenant().currency());
        for (OpportunitySummary summary : desk.opportunities().summarise(filter, dimension)) {
            sums.currencies.add(summary.currency());
            sums.of(summary.currency()).merge(summary.get(dimension), summary.measures(), Measures::plus);
        }
        return sums;
    }

    /** Gives the currencies that occur, by code; that of the tenant when there is no deal. */
    List<Currency> currencies() {
        return currencies(this);
    }

    /** Gives the currencies that occur in any of some sums, by code; that of the tenant when there is no deal at all. */
    static List<Currency> currencies(Sums... all) {
        SortedSet<Currency> union = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        for (Sums sums : all) {
            union.addAll(sums.currencies);
        }
        return union.isEmpty() ? List.of(all[0].ofTenant.get()) : List.copyOf(union);
    }

    /** Gives the currencies that occur, of which there may be none. */
    List<Currency> found() {
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

    /** Gives the deals of a key; none where it does not occur. */
    Deals deals(Currency currency, String key) {
        return new Deals(measures(currency, key), filter(currency, key));
    }

    /** Gives the deals whose month, which is the key, lies in a range of whole months of a date. */
    Deals deals(Currency currency, OpportunityDate date, DateRange months) {
        return new Deals(
                of(currency).entrySet().stream()
                        .filter(entry ->
                                months.has(YearMonth.parse(entry.getKey()).atDay(1)))
                        .map(Map.Entry::getValue)
                        .reduce(Measures.none(currency), Measures::plus),
                deals(currency).filter().within(date, months));
    }

    /** Gives all deals in a currency. */
    Deals deals(Currency currency) {
        return new Deals(
                of(currency).values().stream().reduce(Measures.none(currency), Measures::plus),
                filter.where(OpportunityDimension.CURRENCY, currency.getCurrencyCode()));
    }

    /** Gives what all deals add up to, one currency after the other. */
    List<Measures> totals() {
        List<Measures> totals = new ArrayList<>();
        for (Currency currency : currencies()) {
            totals.add(deals(currency).measures());
        }
        return List.copyOf(totals);
    }

    private Map<String, Measures> of(Currency currency) {
        return byCurrency.computeIfAbsent(currency.getCurrencyCode(), code -> new HashMap<>());
    }
}
