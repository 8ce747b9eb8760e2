package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.carnetcrm.Desk;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;
import org.jspecify.annotations.Nullable;

/**
 * The minimum targets of deals by representative: what the open ones are to bring at least, and what was signed against
 * the targets of the won ones. A minimum target is an objective and is never weighted; deals without one do not count.
 *
 * @param filter lists all the deals of the report, the lost ones too; it may be of the past
 * @param rows by currency, the representatives who manage an open or won deal with a target, by folded name, then by id
 * @param totals what all rows of a currency add up to, by currency; that of the tenant when there is no deal
 */
public record MinimumTargets(OpportunityFilter filter, List<Row> rows, List<Row> totals) implements Report {

    /** Keeps the rows unmodifiable. */
    public MinimumTargets {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * The deals with a minimum target of a representative, in one currency.
     *
     * @param representative the text of the id; empty for a total
     * @param name the name
     * @param open the open deals
     * @param won the won deals
     * @param unsigned those of the won deals that have no signed total
     */
    public record Row(String representative, Caption name, Deals open, Deals won, Deals unsigned) {

        /** Gives the sum of the targets of the won deals that have a signed total. */
        public Money wonTarget() {
            return won.measures().minimumTarget().minus(unsigned.measures().minimumTarget());
        }

        /** Gives signed total − target of the won deals that have a signed total; negative when it was missed. */
        public Money difference() {
            return won.signedTotal().minus(wonTarget());
        }

        /** Gives signed total ÷ target in percent with two decimals, HALF_UP; nothing when the targets are nothing. */
        public @Nullable BigDecimal attainment() {
            return Percent.of(won.signedTotal().amount(), wonTarget().amount());
        }

        private boolean isEmpty() {
            return open.count() == 0 && won.count() == 0;
        }
    }

    /** Sums the deals that a filter lets through; two statements for the figures and one for the names. */
    public static MinimumTargets of(Desk desk, OpportunityFilter filter) {
        OpportunityFilter targeted = filter.where(OpportunityDimension.HAS_MINIMUM_TARGET, OpportunityDimension.YES);
        Tallies tallies = new Tallies(targeted, OpportunityDimension.MANAGER, text -> text).count(desk);
        OpportunityFilter won = targeted.standing(StandingKind.WON);
        Sums unsigned = Sums.of(
                desk,
                won.where(OpportunityDimension.SIGNED_TOTAL, OpportunityDimension.MISSING),
                OpportunityDimension.MANAGER);
        TreeSet<String> managers = new TreeSet<>(tallies.keys());
        Names names = Names.of(desk, OpportunityDimension.MANAGER, managers);
        List<Row> rows = new ArrayList<>();
        List<Row> totals = new ArrayList<>();
        for (Currency currency : tallies.currencies(desk)) {
            for (String manager : managers) {
                Outcomes.Row deals = tallies.row(desk, currency, manager, names.of(manager));
                rows.add(row(deals, unsigned.deals(currency, manager)));
            }
            totals.add(row(tallies.total(desk, currency), unsigned.deals(currency)));
        }
        rows.removeIf(Row::isEmpty);
        Comparator<Row> byCurrency =
                Comparator.comparing(row -> row.won().currency().getCurrencyCode());
        return new MinimumTargets(
                targeted,
                Ranking.sorted(rows, byCurrency, row -> row.name().in(Locale.ROOT), Row::representative),
                totals);
    }

    /** Gives the table {@code minimum-targets} in a language. */
    @Override
    public Table table(Locale locale) {
        return layout().table(
                        rows, totals, Remarks.in(locale).asOf(filter.asOf()).toList(), locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(rows, totals, row, column, filter.asOf(), locale);
    }

    private static Row row(Outcomes.Row deals, Deals unsigned) {
        return new Row(
                deals.key(),
                deals.caption(),
                deals.deals(StandingKind.IN_PROGRESS),
                deals.deals(StandingKind.WON),
                unsigned);
    }

    private static Layout<Row> layout() {
        return new Layout<Row>("minimum-targets")
                .label(Column.by("manager"), (row, locale) -> row.name().in(locale))
                .currency(row -> row.won().currency().getCurrencyCode())
                .count("open", Row::open)
                .amount("openTarget", DealAmount.MINIMUM_TARGET, Row::open)
                .count("won", Row::won)
                .without("withoutAmount", DealAmount.SIGNED_TOTAL, Row::won)
                .sum(
                        "wonTarget",
                        Column.Kind.MONEY,
                        Row::wonTarget,
                        row -> Contributors.deals(
                                row.won().filter(), deal -> deal.signedTotal() == null ? null : deal.minimumTarget()),
                        (row, locale) -> DealAmount.SIGNED_TOTAL.leftOut(row.won(), locale))
                .amount("wonValue", DealAmount.SIGNED_TOTAL, Row::won)
                .computed("difference", Column.Kind.MONEY, Row::difference, "wonValue", "wonTarget")
                .computed("attainment", Column.Kind.PERCENT, Row::attainment, "wonValue", "wonTarget");
    }
}
