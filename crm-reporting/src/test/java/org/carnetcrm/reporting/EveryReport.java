package org.carnetcrm.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.reporting.MonthlyTargets.Target;

/** Every report that explains its figures. */
final class EveryReport {

    /** A dollar is worth 0.9 euro, a thousand dinars are worth 3123.4567; of yens nothing is known. */
    static final ExchangeRates RATES = (tenant, from, to, on) -> switch (from.getCurrencyCode()) {
        case "USD" -> Optional.of(new BigDecimal("0.9"));
        case "KWD" -> Optional.of(new BigDecimal("3.1234567"));
        default -> Optional.empty();
    };

    private EveryReport() {}

    /** Gives the reports on all that a desk has. */
    static List<Report> of(Desk desk) {
        OpportunityFilter all = OpportunityFilter.all();
        List<Report> reports = new ArrayList<>(List.of(
                PipelineByStage.of(desk, all),
                SuccessLevels.of(desk, all),
                PerRepresentative.of(desk, all),
                Outcomes.overall(desk, all),
                Outcomes.byQuarter(desk, all)));
        for (OpportunityDimension dimension : OpportunityDimension.values()) {
            reports.add(Outcomes.by(desk, all, dimension));
            reports.add(SalesCycle.by(desk, all, dimension));
        }
        LocalDate from = LocalDate.of(2016, 3, 1);
        LocalDate to = LocalDate.of(2017, 4, 30);
        reports.addAll(List.of(
                SalesCycle.overall(desk, all),
                Velocity.between(desk, all, from, to),
                Forecast.between(desk, all, YearMonth.from(from), YearMonth.of(2017, 8)),
                ClosingReasons.of(desk, all),
                SalesByType.between(desk, all, from, to),
                OverdueClosings.of(desk, all),
                StaleDeals.of(desk, all, new StaleDeals.Patience(Map.of("NEEDS", 400), 90)),
                Calibration.of(desk, all),
                MinimumTargets.of(desk, all),
                MonthlyTargets.between(desk, all, YearMonth.from(from), YearMonth.from(to), targets(desk)),
                CostOfSales.perRelation(desk, ActionFilter.all(), all),
                CostOfWonDeals.of(desk, ActionFilter.all(), all)));
        for (Converted.Kind kind : Converted.Kind.values()) {
            reports.add(Converted.of(desk, all, kind, RATES, Currency.getInstance("EUR"), to));
        }
        return reports;
    }

    private static List<Target> targets(Desk desk) {
        return desk.representatives().all().stream()
                .map(who -> new Target(who.id(), YearMonth.of(2016, 9), Money.of("EUR", "1000")))
                .toList();
    }
}
