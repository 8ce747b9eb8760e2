package org.carnetcrm.jpa;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.reporting.Calibration;
import org.carnetcrm.reporting.ClosingReasons;
import org.carnetcrm.reporting.Converted;
import org.carnetcrm.reporting.CostOfSales;
import org.carnetcrm.reporting.CostOfWonDeals;
import org.carnetcrm.reporting.Forecast;
import org.carnetcrm.reporting.MinimumTargets;
import org.carnetcrm.reporting.MonthlyTargets;
import org.carnetcrm.reporting.Outcomes;
import org.carnetcrm.reporting.OverdueClosings;
import org.carnetcrm.reporting.SalesByType;
import org.carnetcrm.reporting.SalesCycle;
import org.carnetcrm.reporting.StaleDeals;
import org.carnetcrm.reporting.Velocity;

/** The reports on deals that a host asks for, by name. */
final class ReportCases {

    private static final OpportunityFilter ALL = OpportunityFilter.all();

    private ReportCases() {}

    /** Gives the reports, seen from a day; those of lists are of one representative, whose deals fill one page. */
    static Map<String, Function<Desk, ?>> of(Filling filling, LocalDate today) {
        OpportunityFilter mine = ALL.managedBy(filling.representative(0)).startedBetween(today, today);
        LocalDate since = today.minusDays(90);
        YearMonth month = YearMonth.from(today);
        Map<String, Function<Desk, ?>> cases = new LinkedHashMap<>();
        cases.put("report outcomes by representative", desk -> Outcomes.by(desk, ALL, OpportunityDimension.MANAGER));
        cases.put("report the forecast", desk -> Forecast.between(desk, ALL, month, month.plusMonths(5)));
        cases.put("report closing codes", desk -> ClosingReasons.of(desk, ALL));
        cases.put("report sales by type", desk -> SalesByType.between(desk, ALL, since, today));
        cases.put("report the sales cycle", desk -> SalesCycle.by(desk, ALL, OpportunityDimension.TYPE));
        cases.put("report the velocity", desk -> Velocity.between(desk, ALL, since, today));
        cases.put("report the calibration", desk -> Calibration.of(desk, ALL));
        cases.put("report overdue closings", desk -> OverdueClosings.of(desk, mine));
        cases.put("report stale deals", desk -> StaleDeals.of(desk, mine, new StaleDeals.Patience(Map.of(), 30)));
        cases.put("report minimum targets", desk -> MinimumTargets.of(desk, ALL));
        cases.put("report monthly targets", desk -> MonthlyTargets.between(desk, ALL, month, month, List.of()));
        cases.put("report the cost of sales", desk -> CostOfSales.perRelation(desk, ActionFilter.all(), ALL));
        cases.put("report the cost of won deals", desk -> CostOfWonDeals.of(desk, ActionFilter.all(), mine));
        cases.put(
                "report the pipeline in one currency",
                desk -> Converted.of(
                        desk,
                        ALL,
                        Converted.Kind.PIPELINE,
                        (tenant, from, to, on) -> Optional.empty(),
                        Currency.getInstance("EUR"),
                        today));
        return cases;
    }
}
