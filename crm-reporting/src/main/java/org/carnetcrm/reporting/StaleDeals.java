package org.carnetcrm.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The open deals that stand still: those that have been in their stage for more days than it may take. After exactly as
 * many days a deal is not stale yet.
 *
 * @param today the day where the actor is, or the date of the view of the past
 * @param rows the deals, the stages in the order of their list; in one, the most days first, then the newest, then by id
 * @param asOf the past that the deals are of; missing for the present
 */
public record StaleDeals(
        LocalDate today, List<Row> rows, @Nullable AsOf asOf) implements Report {

    /** Keeps the rows unmodifiable. */
    public StaleDeals {
        rows = List.copyOf(rows);
    }

    /**
     * A deal that stands still.
     *
     * @param deal the deal
     * @param stage the names of its stage in all languages
     * @param daysInStage for how many days it has been in its stage
     * @param allowedDays how many days the stage may take
     */
    public record Row(OpportunityRow deal, Caption stage, long daysInStage, int allowedDays) {}

    /**
     * How many days stages may take.
     *
     * @param byStage the days by the code of a stage
     * @param otherwise the days of every other stage
     */
    public record Patience(Map<String, Integer> byStage, int otherwise) {

        /** Keeps the days unmodifiable; refuses days below zero. */
        public Patience {
            byStage = Collections.unmodifiableMap(new TreeMap<>(byStage));
            if (otherwise < 0 || byStage.values().stream().anyMatch(days -> days < 0)) {
                throw new IllegalArgumentException("a stage cannot take days below zero");
            }
        }

        private int of(Choice stage) {
            return byStage.getOrDefault(stage.code(), otherwise);
        }
    }

    /**
     * Lists the stale ones of the deals that a filter lets through: one statement per stage and thousand, and one for the
     * stages.
     *
     * @throws IllegalArgumentException when days are given for a stage that there is not
     */
    public static StaleDeals of(Desk desk, OpportunityFilter filter, Patience patience) {
        LocalDate today = Today.of(desk, filter);
        OpportunityFilter open = filter.standing(StandingKind.IN_PROGRESS);
        List<Choice> stages = desk.lists().of(ChoiceKind.STAGE);
        TreeSet<String> unknown = new TreeSet<>(patience.byStage().keySet());
        stages.forEach(stage -> unknown.remove(stage.code()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no stage " + unknown);
        }
        List<Row> rows = new ArrayList<>();
        for (Choice stage : stages) {
            int days = patience.of(stage);
            OpportunityFilter stale = open.stage(stage.code()).inStageBefore(today.minusDays(days));
            Page.all(request -> desk.opportunities().list(stale, OpportunityOrder.NEWEST, request)).stream()
                    .map(deal ->
                            new Row(deal, Caption.of(stage), ChronoUnit.DAYS.between(deal.stageSince(), today), days))
                    .sorted(Comparator.comparing(Row::daysInStage, Comparator.reverseOrder()))
                    .forEach(rows::add);
        }
        return new StaleDeals(today, rows, filter.asOf());
    }

    /** Gives the table {@code stale-deals} in a language, with the sums of each currency. */
    @Override
    public Table table(Locale locale) {
        return list().table(Remarks.in(locale).seen(today, asOf).toList(), locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return list().explain(row, column, asOf, locale);
    }

    private DealList<Row> list() {
        return new DealList<>("stale-deals", rows, Row::deal, Row::stage)
                .label(
                        "stageSince",
                        Column.Kind.DATE,
                        (row, locale) -> row.deal().stageSince())
                .number("daysInStage", Row::daysInStage)
                .number("allowedDays", Row::allowedDays)
                .amounts();
    }
}
