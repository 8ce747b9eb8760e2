package org.carnetcrm.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.Page;

/**
 * The open deals that were expected to close before today; one that is expected today is not late yet.
 *
 * @param filter lists the deals; it may be of the past
 * @param today the day where the actor is, or the date of the view of the past
 * @param rows the deals, the most days late first, then by id
 * @param withoutExpectedClosing how many open deals have no expected closing, and so are never late
 */
public record OverdueClosings(OpportunityFilter filter, LocalDate today, List<Row> rows, long withoutExpectedClosing)
        implements Report {

    /** Keeps the rows unmodifiable. */
    public OverdueClosings {
        rows = List.copyOf(rows);
    }

    /**
     * A deal that is late.
     *
     * @param deal the deal
     * @param stage the names of its stage in all languages
     * @param daysLate how many days before today it was expected to close, at least one
     */
    public record Row(OpportunityRow deal, Caption stage, long daysLate) {}

    /**
     * Lists the late ones of the deals that a filter lets through: one statement per thousand, one for what has no expected
     * closing, one for the names of the stages.
     */
    public static OverdueClosings of(Desk desk, OpportunityFilter filter) {
        LocalDate today = Today.of(desk, filter);
        OpportunityFilter overdue = filter.overdue(today);
        List<OpportunityRow> deals =
                Page.all(request -> desk.opportunities().list(overdue, OpportunityOrder.EXPECTED_CLOSING, request));
        long undated =
                desk
                        .opportunities()
                        .summarise(filter.standing(StandingKind.IN_PROGRESS).withoutExpectedClosing())
                        .stream()
                        .mapToLong(summary -> summary.measures().count())
                        .sum();
        Names stages = Names.of(desk.lists(), ChoiceKind.STAGE);
        List<Row> rows = deals.stream()
                .map(deal -> new Row(deal, stages.of(deal.stage()), ChronoUnit.DAYS.between(expected(deal), today)))
                .toList();
        return new OverdueClosings(overdue, today, rows, undated);
    }

    /** Gives the table {@code overdue-closings} in a language, with the sums of each currency. */
    @Override
    public Table table(Locale locale) {
        List<String> notes = Remarks.in(locale)
                .seen(today, filter.asOf())
                .apart("withoutExpectedClosing", withoutExpectedClosing)
                .toList();
        return list().table(notes, locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return list().explain(row, column, filter.asOf(), locale);
    }

    private DealList<Row> list() {
        return new DealList<>("overdue-closings", rows, Row::deal, Row::stage)
                .label("expectedClosing", Column.Kind.DATE, (row, locale) -> expected(row.deal()))
                .number("daysLate", Row::daysLate)
                .amounts();
    }

    private static LocalDate expected(OpportunityRow deal) {
        return Objects.requireNonNull(deal.expectedClosing(), "expectedClosing");
    }
}
