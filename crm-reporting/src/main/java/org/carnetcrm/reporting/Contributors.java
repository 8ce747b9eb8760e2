package org.carnetcrm.reporting;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.Cost;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.Id;
import org.carnetcrm.money.Money;
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

    /** Gives the actions of a filter, the earliest first, with what their cost lines in a currency add up to. */
    static Contributors costs(ActionFilter filter, Currency currency) {
        return (desk, request) -> {
            Page<ActionRow> page = desk.actions().list(filter, ActionOrder.EARLIEST, request);
            Map<ActionId, Action> whole = new HashMap<>();
            desk.actions()
                    .findAll(page.rows().stream().map(ActionRow::id).toList())
                    .forEach(action -> whole.put(action.id(), action));
            List<Contributor> contributors = page.rows().stream()
                    .map(row -> new Contributor(
                            row.id(),
                            row.subject() == null ? "" : row.subject(),
                            spent(Objects.requireNonNull(whole.get(row.id())), currency)))
                    .toList();
            return new Page<>(contributors, page.cursor());
        };
    }

    private static Money spent(Action action, Currency currency) {
        return action.costs().stream()
                .filter(line -> line.price().currency().equals(currency))
                .map(Cost::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** Gives what is known already. */
    static Contributors of(List<Contributor> all) {
        return (desk, request) -> {
            int from = request.cursor() == null ? 0 : Integer.parseInt(request.cursor());
            int to = Math.min(all.size(), from + request.size());
            return new Page<>(all.subList(from, to), to == all.size() ? null : Integer.toString(to));
        };
    }

    /** Gives deals that are known already. */
    static Contributors of(List<OpportunityRow> deals, Function<OpportunityRow, @Nullable Object> amount) {
        return of(deals.stream()
                .map(deal -> new Contributor(deal.id(), deal.subject(), amount.apply(deal)))
                .toList());
    }
}
