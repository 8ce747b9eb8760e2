package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.List;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;

/** Every report that explains its figures. */
final class EveryReport {

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
        }
        return reports;
    }
}
