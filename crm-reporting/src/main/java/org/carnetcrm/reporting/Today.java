package org.carnetcrm.reporting;

import java.time.LocalDate;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.OpportunityFilter;

/** The day from which deals are late. */
final class Today {

    private Today() {}

    /** Gives the date of the filter's view of the past; without one, the day that it is where the actor is. */
    static LocalDate of(Desk desk, OpportunityFilter filter) {
        AsOf view = filter.asOf();
        return view == null ? desk.today() : view.date();
    }
}
