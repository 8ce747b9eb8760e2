package org.carnetcrm.jpa;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.money.Money;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.reporting.ActivityCounts;
import org.carnetcrm.reporting.Calibration;
import org.carnetcrm.reporting.ClosingReasons;
import org.carnetcrm.reporting.ConversionReport;
import org.carnetcrm.reporting.Converted;
import org.carnetcrm.reporting.CostOfSales;
import org.carnetcrm.reporting.CostOfWonDeals;
import org.carnetcrm.reporting.CrmCosts;
import org.carnetcrm.reporting.Csv;
import org.carnetcrm.reporting.DueFollowUps;
import org.carnetcrm.reporting.ExchangeRates;
import org.carnetcrm.reporting.FollowUpBoxReport;
import org.carnetcrm.reporting.FollowUpReport;
import org.carnetcrm.reporting.Forecast;
import org.carnetcrm.reporting.Json;
import org.carnetcrm.reporting.MinimumTargets;
import org.carnetcrm.reporting.MonthlyTargets;
import org.carnetcrm.reporting.Outcomes;
import org.carnetcrm.reporting.OverdueClosings;
import org.carnetcrm.reporting.PerRepresentative;
import org.carnetcrm.reporting.PipelineByStage;
import org.carnetcrm.reporting.PlainText;
import org.carnetcrm.reporting.RemindersDue;
import org.carnetcrm.reporting.SalesByType;
import org.carnetcrm.reporting.SalesCycle;
import org.carnetcrm.reporting.StaleDeals;
import org.carnetcrm.reporting.SuccessLevels;
import org.carnetcrm.reporting.Table;
import org.carnetcrm.reporting.TimeInStage;
import org.carnetcrm.reporting.Velocity;
import org.carnetcrm.testkit.Workbench;

/** Every report, as text for people, as CSV and as JSON. */
final class Reports {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, new Locale("nl"));
    private static final LocalDate FIRST_DAY = Workbench.FIRST_DAY;
    private static final LocalDate LATER = FIRST_DAY.plusDays(40);

    private Reports() {}

    /** Gives the reports that a desk has, each in every language. */
    static List<String> of(Desk desk) {
        List<Function<Locale, Table>> reports = new ArrayList<>();
        for (OpportunityFilter filter :
                List.of(OpportunityFilter.all(), OpportunityFilter.open(), past(FIRST_DAY.plusDays(10)), past(LATER))) {
            reports.addAll(onDeals(desk, filter));
        }
        reports.addAll(onActions(desk, ActionFilter.all()));
        reports.addAll(onActions(desk, ActionFilter.all().progress(Progress.DONE)));
        reports.add(ConversionReport.between(desk, FIRST_DAY, LATER, false)::table);
        reports.add(ConversionReport.between(desk, FIRST_DAY.minusYears(99), LATER.plusYears(99), true)::table);
        reports.add(FollowUpReport.of(desk, FollowUpFilter.all())::table);
        reports.add(DueFollowUps.of(desk, DueFilter.all(), LATER)::table);
        reports.add(RemindersDue.of(desk, NoteFilter.all(), LATER)::table);
        FollowUpBoxReport box = FollowUpBoxReport.of(desk, 3);
        for (int i = 0; i < box.tables(Locale.ENGLISH).size(); i++) {
            int place = i;
            reports.add(language -> box.tables(language).get(place));
        }
        return written(reports);
    }

    private static List<Function<Locale, Table>> onDeals(Desk desk, OpportunityFilter filter) {
        List<Function<Locale, Table>> reports = new ArrayList<>(List.of(
                PipelineByStage.of(desk, filter)::table,
                SuccessLevels.of(desk, filter)::table,
                PerRepresentative.of(desk, filter)::table,
                Outcomes.overall(desk, filter)::table,
                Outcomes.byMonth(desk, filter)::table,
                Outcomes.byQuarter(desk, filter)::table,
                TimeInStage.of(desk, filter)::table));
        for (OpportunityDimension dimension : OpportunityDimension.values()) {
            reports.add(Outcomes.by(desk, filter, dimension)::table);
            reports.add(SalesCycle.by(desk, filter, dimension)::table);
        }
        reports.addAll(onPeriods(desk, filter));
        return reports;
    }

    private static List<Function<Locale, Table>> onPeriods(Desk desk, OpportunityFilter filter) {
        YearMonth first = YearMonth.from(FIRST_DAY);
        Currency euro = Currency.getInstance("EUR");
        ExchangeRates rates = (tenant, from, to, on) ->
                from.getCurrencyCode().equals("USD") ? Optional.of(new BigDecimal("0.9123456")) : Optional.empty();
        List<MonthlyTargets.Target> targets = desk.representatives().all().stream()
                .map(who -> new MonthlyTargets.Target(who.id(), first, Money.of("EUR", "1000")))
                .toList();
        return List.of(
                SalesCycle.overall(desk, filter)::table,
                Velocity.between(desk, filter, FIRST_DAY, LATER)::table,
                Forecast.between(desk, filter, first, first.plusMonths(3))::table,
                ClosingReasons.of(desk, filter)::table,
                SalesByType.between(desk, filter, FIRST_DAY, LATER)::table,
                OverdueClosings.of(desk, filter)::table,
                StaleDeals.of(desk, filter, new StaleDeals.Patience(Map.of(), 7))::table,
                Calibration.of(desk, filter)::table,
                MinimumTargets.of(desk, filter)::table,
                MonthlyTargets.between(desk, filter, first, first.plusMonths(3), targets)::table,
                CostOfSales.perRelation(desk, ActionFilter.all(), filter)::table,
                CostOfWonDeals.of(desk, ActionFilter.all(), filter)::table,
                Converted.of(desk, filter, Converted.Kind.PIPELINE, rates, euro, LATER)::table,
                Converted.of(desk, filter, Converted.Kind.WON, rates, euro, LATER)::table);
    }

    private static List<Function<Locale, Table>> onActions(Desk desk, ActionFilter filter) {
        List<Function<Locale, Table>> reports = new ArrayList<>();
        for (ActionDimension dimension : ActionDimension.values()) {
            reports.add(CrmCosts.by(desk, filter, dimension)::table);
            if (!dimension.isOfLines()) {
                reports.add(ActivityCounts.by(desk, filter, dimension)::table);
            }
        }
        return reports;
    }

    private static OpportunityFilter past(LocalDate date) {
        Instant known = LATER.atStartOfDay().toInstant(ZoneOffset.UTC);
        return OpportunityFilter.all().asOf(new AsOf(date, known));
    }

    private static List<String> written(List<Function<Locale, Table>> reports) {
        List<String> texts = new ArrayList<>();
        for (Function<Locale, Table> report : reports) {
            for (Locale language : LANGUAGES) {
                Table table = report.apply(language);
                texts.add(PlainText.write(table, language));
                StringBuilder files = new StringBuilder();
                Csv.write(table, files);
                Json.write(table, files);
                texts.add(files.toString());
            }
        }
        return texts;
    }
}
