package org.carnetcrm.reporting;

import java.util.List;
import java.util.Objects;
import org.carnetcrm.opportunity.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure of a report is what it is.
 *
 * @param column the column of the figure
 * @param figure the figure itself, of the type of its column; missing where the report has none
 * @param rule how it is computed, in words
 * @param from the keys of the columns of the same row that it is computed from; empty for a sum over contributors
 * @param contributors what adds up to the figure, or, when it is computed from others, what adds up to these
 * @param leftOut what does not count in it, and why
 * @param asOf the past that the figure is of; missing for the present
 */
public record Explanation(
        Column column,
        @Nullable Object figure,
        String rule,
        List<String> from,
        Contributors contributors,
        List<LeftOut> leftOut,
        @Nullable AsOf asOf) {

    /** Refuses missing parts, and keeps the lists unmodifiable. */
    public Explanation {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(contributors, "contributors");
        from = List.copyOf(from);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * What does not count in a figure.
     *
     * @param why the reason, in words
     * @param count how many there are
     */
    public record LeftOut(String why, long count) {}

    /** Names the column; the figure stays out, for it may be a secret. */
    @Override
    public String toString() {
        return "Explanation[" + column.key() + "]";
    }
}
