package org.carnetcrm.reporting;

import java.util.List;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.id.Id;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** The things behind a figure. */
@FunctionalInterface
public interface Contributors {

    /**
     * A thing behind a figure.
     *
     * @param item its id
     * @param label what people call it, such as the subject of a deal
     * @param amount what it gives to the figure: a number for a count, else an amount; missing when it has nothing to give
     */
    record Contributor(Id item, String label, @Nullable Object amount) {

        /** Names the thing; what it is called and gives may be a secret. */
        @Override
        public String toString() {
            return "Contributor[" + item + "]";
        }
    }

    /** Reads a page of them, in the order of the list that they are of; one statement. */
    Page<Contributor> page(Desk desk, PageRequest request);

    /** Gives the deals of a filter, the newest first. */
    static Contributors deals(OpportunityFilter filter, Function<OpportunityRow, @Nullable Object> amount) {
        return (desk, request) -> {
            Page<OpportunityRow> page = desk.opportunities().list(filter, OpportunityOrder.NEWEST, request);
            List<Contributor> contributors = page.rows().stream()
                    .map(row -> new Contributor(row.id(), row.subject(), amount.apply(row)))
                    .toList();
            return new Page<>(contributors, page.cursor());
        };
    }
}
