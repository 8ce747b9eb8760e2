package org.carnetcrm.opportunity;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The orders of lists of deals; equal dates go by id. */
public enum OpportunityOrder {
    /** By start date, the latest first. */
    NEWEST(deal -> deal.horizon().start(), true),
    /** By expected closing, the earliest first; deals without one are left out. */
    EXPECTED_CLOSING(deal -> deal.horizon().expectedClosing(), false),
    /** By closing date, the latest first; open deals are left out. */
    LAST_CLOSED(deal -> deal.standing().closedOn(), true);

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final Function<Opportunity, @Nullable LocalDate> date;

    private final boolean latestFirst;

    OpportunityOrder(Function<Opportunity, @Nullable LocalDate> date, boolean latestFirst) {
        this.date = date;
        this.latestFirst = latestFirst;
    }

    /** Gives the date that a deal is ordered by, or nothing when it is left out. */
    public @Nullable LocalDate of(Opportunity deal) {
        return date.apply(deal);
    }

    /** Tells whether later dates come first. */
    public boolean isLatestFirst() {
        return latestFirst;
    }
}
