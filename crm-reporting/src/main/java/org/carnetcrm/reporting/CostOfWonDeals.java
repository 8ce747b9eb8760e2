package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * What the done actions about each won deal cost against what was signed; amounts of different currencies are never
 * compared. Costs are as they are now, also beside deals of the past.
 *
 * @param rows each won deal in its currency, and in any other in which it had costs: by currency, then by cost, highest
 *     first, then by folded subject, then by id
 * @param elsewhere the costs that are not about a won deal, by currency
 * @param asOf the past that the deals are of; missing for the present
 */
public record CostOfWonDeals(
        List<Row> rows, List<Money> elsewhere, @Nullable AsOf asOf) implements Report {

    /** Keeps the lists unmodifiable. */
    public CostOfWonDeals {
        rows = List.copyOf(rows);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * What a won deal cost and brought, in one currency.
     *
     * @param deal the deal
     * @param cost the sum of the cost lines of the done actions about it
     * @param actions lists those actions
     * @param signedTotal the signed total; missing where there is none in the currency
     */
    public record Row(
            OpportunityRow deal,
            Money cost,
            ActionFilter actions,
            @Nullable Money signedTotal) {

        /** Gives cost ÷ signed total in percent with two decimals, HALF_UP; nothing when nothing was signed. */
        public @Nullable BigDecimal costShare() {
            return signedTotal == null ? null : Percent.of(cost.amount(), signedTotal.amount());
        }
    }

    /**
     * Compares the costs of the done actions with the won deals that two filters let through; one statement for the costs
     * and one per thousand deals.
     */
    public static CostOfWonDeals of(Desk desk, ActionFilter actions, OpportunityFilter deals) {
        ActionFilter done = actions.progress(Progress.DONE);
        OpportunityFilter won = deals.standing(StandingKind.WON);
        Map<String, OpportunityRow> byId = new HashMap<>();
        SortedMap<Group, Money> costs = new TreeMap<>();
        for (OpportunityRow deal :
                Page.all(request -> desk.opportunities().list(won, OpportunityOrder.NEWEST, request))) {
            byId.put(deal.id().text(), deal);
            Currency currency = deal.purchaseCosts().currency();
            costs.put(new Group(currency.getCurrencyCode(), deal.id().text()), Money.zero(currency));
        }
        SortedMap<String, Money> elsewhere = new TreeMap<>();
        CostOfSales.costs(desk, done, ActionDimension.OPPORTUNITY).forEach((group, cost) -> {
            if (byId.containsKey(group.key())) {
                costs.put(group, cost);
            } else {
                elsewhere.merge(group.currency(), cost, Money::plus);
            }
        });
        List<Row> rows = new ArrayList<>();
        costs.forEach((group, cost) -> {
            OpportunityRow deal = byId.get(group.key());
            if (deal != null) {
                rows.add(row(deal, cost, done));
            }
        });
        return new CostOfWonDeals(
                Ranking.sorted(
                        rows,
                        order(),
                        row -> row.deal().subject(),
                        row -> row.deal().id().text()),
                List.copyOf(elsewhere.values()),
                won.asOf());
    }

    /** Gives the table {@code cost-of-won-deals} in a language. */
    @Override
    public Table table(Locale locale) {
        List<String> notes =
                Remarks.in(locale).asOf(asOf).apart("costElsewhere", elsewhere).toList();
        return layout().table(rows, List.of(), notes, locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(rows, List.of(), row, column, asOf, locale);
    }

    private static Row row(OpportunityRow deal, Money cost, ActionFilter done) {
        Money signed = deal.signedTotal();
        return new Row(
                deal,
                cost,
                done.opportunity(deal.id())
                        .where(ActionDimension.CURRENCY, cost.currency().getCurrencyCode()),
                signed != null && signed.currency().equals(cost.currency()) ? signed : null);
    }

    private static Comparator<Row> order() {
        return Comparator.<Row, String>comparing(row -> row.cost().currency().getCurrencyCode())
                .thenComparing(Row::cost, Comparator.reverseOrder());
    }

    private static Layout<Row> layout() {
        return new Layout<Row>("cost-of-won-deals")
                .label(Column.by("opportunity"), (row, locale) -> row.deal().subject())
                .label(Column.by("relation"), (row, locale) -> row.deal().relationName())
                .currency(row -> row.cost().currency().getCurrencyCode())
                .sum(
                        "cost",
                        Column.Kind.MONEY,
                        Row::cost,
                        row -> Contributors.costs(row.actions(), row.cost().currency()))
                .sum(
                        "wonValue",
                        Column.Kind.MONEY,
                        Row::signedTotal,
                        row -> Contributors.of(List.of(row.deal()), deal -> row.signedTotal()))
                .computed("costShare", Column.Kind.PERCENT, Row::costShare, "cost", "wonValue");
    }
}
