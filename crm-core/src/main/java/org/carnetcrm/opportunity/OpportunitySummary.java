package org.carnetcrm.opportunity;

import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * One row of a summary: the deals that share a text in each dimension asked for, and a currency.
 *
 * @param key the text by dimension, always with the currency; {@link OpportunityDimension#MISSING} where there is none
 * @param measures what they add up to
 */
public record OpportunitySummary(Map<OpportunityDimension, String> key, Measures measures) {

    /** Keeps the key unmodifiable and in the order of the dimensions. */
    public OpportunitySummary {
        Map<OpportunityDimension, String> sorted = new EnumMap<>(OpportunityDimension.class);
        sorted.putAll(key);
        key = Collections.unmodifiableMap(sorted);
    }

    /** Gives the text of a dimension that was asked for. */
    public String get(OpportunityDimension dimension) {
        return Objects.requireNonNull(key.get(dimension), () -> "the summary was not asked by " + dimension);
    }

    /** Gives the currency. */
    public Currency currency() {
        return measures.value().currency();
    }

    /** Gives the filter that lists the deals that this row counts. */
    public OpportunityFilter narrow(OpportunityFilter asked) {
        OpportunityFilter narrowed = asked;
        for (Map.Entry<OpportunityDimension, String> part : key.entrySet()) {
            narrowed = narrowed.where(part.getKey(), part.getValue());
        }
        return narrowed;
    }
}
