package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;
import org.jspecify.annotations.Nullable;

/**
 * What done actions cost against what was signed, by relation; amounts of different currencies are never compared. Costs
 * are as they are now, also beside deals of the past.
 *
 * @param actions lists the actions whose costs count
 * @param deals lists the won deals
 * @param rows by currency, each relation that has costs or a won deal: by cost, highest first, then by folded name, then
 *     by id
 * @param totals what all rows of a currency add up to, by currency; that of the tenant when there is no row
 */
public record CostOfSales(ActionFilter actions, OpportunityFilter deals, List<Row> rows, List<Row> totals)
        implements Report {

    /** Keeps the rows unmodifiable. */
    public CostOfSales {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * What a relation cost and brought, in one currency.
     *
     * @param relation the text of the id; empty for a total
     * @param name the name
     * @param cost the sum of the cost lines of its done actions
     * @param actions lists those actions
     * @param won its won deals, of which there may be none
     */
    public record Row(String relation, Caption name, Money cost, ActionFilter actions, Deals won) {

        /** Gives cost ÷ signed total in percent with two decimals, HALF_UP; nothing when nothing was signed. */
        public @Nullable BigDecimal costShare() {
            return Percent.of(cost.amount(), won.signedTotal().amount());
        }
    }

    /**
     * Sums the costs of the done actions and the won deals that two filters let through; two statements for the figures
     * and one for the names.
     */
    public static CostOfSales perRelation(Desk desk, ActionFilter actions, OpportunityFilter deals) {
        ActionFilter done = actions.progress(Progress.DONE);
        OpportunityFilter won = deals.standing(StandingKind.WON);
        SortedMap<Group, Money> costs = costs(desk, done, ActionDimension.RELATION);
        Sums signed = Sums.of(desk, won, OpportunityDimension.RELATION);
        Set<Group> groups = new TreeSet<>(costs.keySet());
        for (Currency currency : signed.found()) {
            signed.keys(currency).forEach(key -> groups.add(new Group(currency.getCurrencyCode(), key)));
        }
        Names names = Names.of(
                desk,
                OpportunityDimension.RELATION,
                groups.stream().map(Group::key).distinct().toList());
        List<Row> rows = new ArrayList<>();
        SortedMap<String, Row> totals = new TreeMap<>();
        for (Group group : groups) {
            Currency currency = Currency.getInstance(group.currency());
            Money cost = costs.getOrDefault(group, Money.zero(currency));
            ActionFilter all = done.where(ActionDimension.CURRENCY, group.currency());
            rows.add(new Row(
                    group.key(),
                    names.of(group.key()),
                    cost,
                    all.where(ActionDimension.RELATION, group.key()),
                    signed.deals(currency, group.key())));
            Row total = total(cost, all, signed.deals(currency));
            totals.merge(
                    group.currency(), total, (one, other) -> total(one.cost().plus(other.cost()), all, one.won()));
        }
        if (totals.isEmpty()) {
            Currency currency = desk.tenant().currency();
            totals.put(currency.getCurrencyCode(), total(Money.zero(currency), done, signed.deals(currency)));
        }
        return new CostOfSales(
                done,
                won,
                Ranking.sorted(rows, order(), row -> row.name().in(Locale.ROOT), Row::relation),
                List.copyOf(totals.values()));
    }

    /** Gives the table {@code cost-of-sales} in a language. */
    @Override
    public Table table(Locale locale) {
        return layout().table(
                        rows, totals, Remarks.in(locale).asOf(deals.asOf()).toList(), locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(rows, totals, row, column, deals.asOf(), locale);
    }

    /** Sums the costs of actions by currency and the text of a dimension, in one statement. */
    static SortedMap<Group, Money> costs(Desk desk, ActionFilter actions, ActionDimension dimension) {
        SortedMap<Group, Money> costs = new TreeMap<>();
        for (CostSummary summary : desk.actions().costs(actions, dimension)) {
            String currency = summary.amount().currency().getCurrencyCode();
            costs.put(new Group(currency, summary.get(dimension)), summary.amount());
        }
        return costs;
    }

    private static Row total(Money cost, ActionFilter actions, Deals won) {
        return new Row("", Caption.ofText("label.total"), cost, actions, won);
    }

    private static Comparator<Row> order() {
        return Comparator.<Row, String>comparing(row -> row.cost().currency().getCurrencyCode())
                .thenComparing(Row::cost, Comparator.reverseOrder());
    }

    private static Layout<Row> layout() {
        return new Layout<Row>("cost-of-sales")
                .label(Column.by("relation"), (row, locale) -> row.name().in(locale))
                .currency(row -> row.cost().currency().getCurrencyCode())
                .sum(
                        "cost",
                        Column.Kind.MONEY,
                        Row::cost,
                        row -> Contributors.costs(row.actions(), row.cost().currency()))
                .count("won", Row::won)
                .without("withoutAmount", DealAmount.SIGNED_TOTAL, Row::won)
                .amount("wonValue", DealAmount.SIGNED_TOTAL, Row::won)
                .computed("costShare", Column.Kind.PERCENT, Row::costShare, "cost", "wonValue");
    }
}
