package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunitySummary;

/** Counts outcomes by the keys that the texts of a dimension are gathered under, and by currency. */
final class Tallies {

    private final OpportunityFilter filter;
    private final OpportunityDimension dimension;
    private final Function<String, String> keyOf;
    private final Map<Group, Tally> tallies = new TreeMap<>();
    private final Map<Group, Set<String>> texts = new HashMap<>();

    Tallies(OpportunityFilter filter, OpportunityDimension dimension, Function<String, String> keyOf) {
        this.filter = filter;
        this.dimension = dimension;
        this.keyOf = keyOf;
    }

    /** Counts the deals of the filter in one statement. */
    Tallies count(Desk desk) {
        List<OpportunitySummary> summaries = desk.opportunities()
                .summarise(filter, dimension, OpportunityDimension.STANDING, OpportunityDimension.STAGE);
        for (OpportunitySummary summary : summaries) {
            String text = summary.get(dimension);
            Currency currency = summary.currency();
            Group group = new Group(currency.getCurrencyCode(), keyOf.apply(text));
            tallies.computeIfAbsent(group, missing -> new Tally(currency)).add(summary);
            texts.computeIfAbsent(group, missing -> new TreeSet<>()).add(text);
        }
        return this;
    }

    /** Gives the keys that occur. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        tallies.keySet().forEach(group -> keys.add(group.key()));
        return keys;
    }

    /** Gives the row of a currency and a key; one of zeros where no deal has them. */
    Outcomes.Row row(Desk desk, Currency currency, String key, Caption caption) {
        Group group = new Group(currency.getCurrencyCode(), key);
        OpportunityFilter narrowed = filter.where(dimension, texts.getOrDefault(group, Set.of(key)))
                .where(OpportunityDimension.CURRENCY, group.currency());
        return tallies.getOrDefault(group, new Tally(currency))
                .row(key, caption, desk.actor().locale(), narrowed);
    }

    /** Tells whether a deal has a currency and a key. */
    boolean has(Currency currency, String key) {
        return tallies.containsKey(new Group(currency.getCurrencyCode(), key));
    }

    /** Gives the row of all deals of a currency. */
    Outcomes.Row total(Desk desk, Currency currency) {
        return total(desk, currency, filter, keys());
    }

    /** Gives the row of the deals of a currency that have one of some keys. */
    Outcomes.Row total(Desk desk, Currency currency, Set<String> some) {
        return total(desk, currency, filter.where(dimension, some), some);
    }

    private Outcomes.Row total(Desk desk, Currency currency, OpportunityFilter narrowed, Set<String> some) {
        Tally all = new Tally(currency);
        for (String key : some) {
            Tally one = tallies.get(new Group(currency.getCurrencyCode(), key));
            if (one != null) {
                all.add(one);
            }
        }
        return all.row(
                "",
                Caption.ofText("label.total"),
                desk.actor().locale(),
                narrowed.where(OpportunityDimension.CURRENCY, currency.getCurrencyCode()));
    }

    /** Gives the currencies that occur here or in some sums, by code; that of the tenant when there is no deal. */
    List<Currency> currencies(Desk desk, Sums... others) {
        Set<String> codes = new TreeSet<>();
        tallies.keySet().forEach(group -> codes.add(group.currency()));
        for (Sums sums : others) {
            sums.found().forEach(currency -> codes.add(currency.getCurrencyCode()));
        }
        return codes.isEmpty()
                ? List.of(desk.tenant().currency())
                : codes.stream().map(Currency::getInstance).toList();
    }

    /** Gives the rows by currency, then by key; each lists its deals by the texts that were gathered in it. */
    List<Outcomes.Row> rows(Desk desk, Function<String, Caption> captions) {
        Map<String, Caption> known = new HashMap<>();
        List<Outcomes.Row> rows = new ArrayList<>();
        tallies.forEach((group, tally) -> {
            OpportunityFilter narrowed = filter.where(dimension, texts.getOrDefault(group, Set.of()))
                    .where(OpportunityDimension.CURRENCY, group.currency());
            Caption caption = known.computeIfAbsent(group.key(), captions);
            rows.add(tally.row(group.key(), caption, desk.actor().locale(), narrowed));
        });
        return rows;
    }
}
