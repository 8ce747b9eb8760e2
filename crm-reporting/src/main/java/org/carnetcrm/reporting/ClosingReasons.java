package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.choice.ClosingCode;
import org.carnetcrm.choice.Responsibility;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;
import org.jspecify.annotations.Nullable;

/**
 * Why deals did not come about, and who was responsible. Only closed deals count. A won deal has no code, and an
 * abandoned one need not have one: these stand in the row without a code.
 *
 * @param filter lists all the deals of the report; it may be of the past
 * @param rows by currency, the codes in the order of their list, then what has none; a retired code, and what has none,
 *     is there only with deals, and among several currencies each code
 * @param totals by currency, what each who may be responsible adds up to, then all deals
 */
public record ClosingReasons(OpportunityFilter filter, List<Row> rows, List<Row> totals) implements Report {

    /** Keeps the rows unmodifiable. */
    public ClosingReasons {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * The closed deals with a code, in one currency.
     *
     * @param code the code; empty for what has none, and for a total
     * @param caption its names in all languages
     * @param responsible who is responsible; missing for what has no code, and for the total of all
     * @param won the deals that were won
     * @param lost the deals that were lost
     * @param abandoned the deals that were abandoned
     * @param missed the lost and the abandoned ones together
     */
    public record Row(
            String code,
            Caption caption,
            @Nullable Responsibility responsible,
            Deals won,
            Deals lost,
            Deals abandoned,
            Deals missed) {

        private static Row of(Outcomes.Row deals, @Nullable Responsibility responsible) {
            Deals lost = deals.deals(StandingKind.LOST);
            Deals abandoned = deals.deals(StandingKind.ABANDONED);
            OpportunityFilter missed = deals.filter()
                    .where(OpportunityDimension.STANDING, StandingKind.LOST.name(), StandingKind.ABANDONED.name());
            return new Row(
                    deals.key(),
                    deals.caption(),
                    responsible,
                    deals.deals(StandingKind.WON),
                    lost,
                    abandoned,
                    new Deals(lost.measures().plus(abandoned.measures()), missed));
        }
    }

    /** Counts the closed deals that a filter lets through; one statement for the figures and one for the names. */
    public static ClosingReasons of(Desk desk, OpportunityFilter filter) {
        OpportunityFilter closed = Outcomes.closed(filter);
        Tallies tallies = new Tallies(closed, OpportunityDimension.CLOSING_CODE, code -> code).count(desk);
        ChoiceLists lists = desk.lists();
        List<ClosingCode> codes = lists.of(ChoiceKind.CLOSING_CODE).stream()
                .map(ClosingCode.class::cast)
                .toList();
        List<Currency> currencies = tallies.currencies(desk);
        List<Row> rows = new ArrayList<>();
        List<Row> totals = new ArrayList<>();
        for (Currency currency : currencies) {
            for (ClosingCode code : codes) {
                if (tallies.has(currency, code.code()) || (currencies.size() == 1 && !code.isRetired())) {
                    rows.add(Row.of(tallies.row(desk, currency, code.code(), Caption.of(code)), code.responsibility()));
                }
            }
            if (tallies.has(currency, OpportunityDimension.MISSING)) {
                rows.add(Row.of(
                        tallies.row(desk, currency, OpportunityDimension.MISSING, Caption.ofText("label.none")), null));
            }
            for (Responsibility responsible : Responsibility.values()) {
                Set<String> theirs = codes.stream()
                        .filter(code -> code.responsibility() == responsible)
                        .map(ClosingCode::code)
                        .collect(Collectors.toSet());
                totals.add(Row.of(tallies.total(desk, currency, theirs), responsible));
            }
            totals.add(Row.of(tallies.total(desk, currency), null));
        }
        return new ClosingReasons(closed, rows, totals);
    }

    /** Gives the table {@code closing-reasons} in a language. */
    @Override
    public Table table(Locale locale) {
        return layout().table(
                        rows, totals, Remarks.in(locale).asOf(filter.asOf()).toList(), locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return layout().explain(rows, totals, row, column, filter.asOf(), locale);
    }

    private static Layout<Row> layout() {
        return new Layout<Row>("closing-reasons")
                .label(Column.by("closingCode"), (row, locale) -> row.caption().in(locale))
                .label(new Column("responsible", Column.Kind.TEXT), (row, locale) -> responsible(row, locale))
                .currency(row -> row.won().currency().getCurrencyCode())
                .count("won", Row::won)
                .count("lost", Row::lost)
                .count("abandoned", Row::abandoned)
                .without("withoutValue", DealAmount.VALUE, Row::missed)
                .amount("lostValue", DealAmount.VALUE, Row::missed);
    }

    private static @Nullable String responsible(Row row, Locale locale) {
        return row.responsible() == null ? null : Texts.text("responsible." + row.responsible(), locale);
    }
}
