package org.carnetcrm.sample.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.sample.telling.Phrase;

/** How often each number occurs among deals, and what follows from that: smallest, largest, mean, median. */
record Spread(NavigableMap<BigDecimal, Long> counts) {

    /** Counts the numbers that deals have in a dimension, such as the days to closing; a deal without one is left out. */
    static Spread of(Desk desk, OpportunityFilter filter, OpportunityDimension dimension) {
        NavigableMap<BigDecimal, Long> counts = new TreeMap<>();
        for (OpportunitySummary row : desk.opportunities().summarise(filter, dimension)) {
            String number = row.get(dimension);
            if (!number.equals(OpportunityDimension.MISSING)) {
                counts.merge(shortest(new BigDecimal(number)), row.measures().count(), Long::sum);
            }
        }
        return new Spread(counts);
    }

    /** Gives a number without decimals that are zero. */
    static BigDecimal shortest(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    BigDecimal sum() {
        return counts.entrySet().stream()
                .map(value -> value.getKey().multiply(BigDecimal.valueOf(value.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal mean() {
        return sum().divide(BigDecimal.valueOf(count()), 2, RoundingMode.HALF_UP);
    }

    BigDecimal smallest() {
        return counts.firstKey();
    }

    BigDecimal largest() {
        return counts.lastKey();
    }

    /** Gives the two numbers in the middle, which are one and the same when the count is odd. */
    Phrase middle() {
        return Phrase.of("figure.middle").with("low", at((count() - 1) / 2)).with("high", at(count() / 2));
    }

    /** Gives the number in the middle, or both when they differ. */
    Object median() {
        BigDecimal low = at((count() - 1) / 2);
        return low.compareTo(at(count() / 2)) == 0 ? low : middle();
    }

    private BigDecimal at(long place) {
        long passed = 0;
        for (Map.Entry<BigDecimal, Long> value : counts.entrySet()) {
            passed += value.getValue();
            if (place < passed) {
                return value.getKey();
            }
        }
        throw new IllegalArgumentException("there is no place " + place);
    }
}
