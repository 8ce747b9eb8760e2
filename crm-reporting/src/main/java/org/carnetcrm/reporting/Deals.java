package org.carnetcrm.reporting;

import java.util.Objects;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityFilter;

/**
 * Some deals of one currency.
 *
 * @param measures what they add up to
 * @param filter lists them
 */
public record Deals(Measures measures, OpportunityFilter filter) implements Measured {

    /** Refuses missing parts. */
    public Deals {
        Objects.requireNonNull(measures, "measures");
        Objects.requireNonNull(filter, "filter");
    }
}
