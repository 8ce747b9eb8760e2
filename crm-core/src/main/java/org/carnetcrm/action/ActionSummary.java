package org.carnetcrm.action;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * One row of a summary: the actions that share a text in each dimension asked for.
 *
 * @param key the text by dimension; {@link ActionDimension#MISSING} where there is none
 * @param count how many actions
 */
public record ActionSummary(Map<ActionDimension, String> key, long count) {

    /** Keeps the key unmodifiable and in the order of the dimensions. */
    public ActionSummary {
        key = sorted(key);
    }

    /** Gives the text of a dimension that was asked for. */
    public String get(ActionDimension dimension) {
        return Objects.requireNonNull(key.get(dimension), () -> "the summary was not asked by " + dimension);
    }

    /** Gives the filter that lists the actions that this row counts. */
    public ActionFilter narrow(ActionFilter asked) {
        return narrow(asked, key);
    }

    static Map<ActionDimension, String> sorted(Map<ActionDimension, String> key) {
        Map<ActionDimension, String> sorted = new EnumMap<>(ActionDimension.class);
        sorted.putAll(key);
        return Collections.unmodifiableMap(sorted);
    }

    static ActionFilter narrow(ActionFilter asked, Map<ActionDimension, String> key) {
        ActionFilter narrowed = asked;
        for (Map.Entry<ActionDimension, String> part : key.entrySet()) {
            narrowed = narrowed.where(part.getKey(), part.getValue());
        }
        return narrowed;
    }
}
