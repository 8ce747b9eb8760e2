package org.carnetcrm.opportunity;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The dates of deals that a filter may bound. */
public enum OpportunityDate {
    /** The start date. */
    START(deal -> deal.horizon().start()),
    /** The expected date of closing; a deal may have none. */
    EXPECTED_CLOSING(deal -> deal.horizon().expectedClosing()),
    /** The date of closing, of a won deal that of the signature; an open deal has none. */
    CLOSING(deal -> deal.standing().closedOn()),
    /** The date since which the deal is in its stage. */
    STAGE_SINCE(deal -> deal.stamp().stageSince());

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final Function<Opportunity, @Nullable LocalDate> date;

    OpportunityDate(Function<Opportunity, @Nullable LocalDate> date) {
        this.date = date;
    }

    /** Gives the date of a deal, or nothing. */
    public @Nullable LocalDate of(Opportunity deal) {
        return date.apply(deal);
    }
}
