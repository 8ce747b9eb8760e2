package org.carnetcrm.action;

import java.util.Map;
import java.util.Objects;
import org.carnetcrm.money.Money;

/**
 * One row of a summary: the cost lines that share a text in each dimension asked for, and a currency.
 *
 * @param key the text by dimension, always with the currency; {@link ActionDimension#MISSING} where there is none
 * @param lines how many lines
 * @param amount the sum of their amounts, each rounded on its own
 */
public record CostSummary(Map<ActionDimension, String> key, long lines, Money amount) {

    /** Keeps the key unmodifiable and in the order of the dimensions. */
    public CostSummary {
        key = ActionSummary.sorted(key);
    }

    /** Gives the text of a dimension that was asked for. */
    public String get(ActionDimension dimension) {
        return Objects.requireNonNull(key.get(dimension), () -> "the summary was not asked by " + dimension);
    }

    /** Gives the filter that lists the actions whose lines this row counts. */
    public ActionFilter narrow(ActionFilter asked) {
        return ActionSummary.narrow(asked.whoseCostsCount(), key);
    }
}
