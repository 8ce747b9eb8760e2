package org.carnetcrm.sample.telling;

import java.util.List;
import java.util.Locale;
import org.carnetcrm.Desk;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.reporting.Outcomes;
import org.carnetcrm.reporting.PerRepresentative;
import org.carnetcrm.reporting.PipelineByStage;
import org.carnetcrm.reporting.SuccessLevels;
import org.carnetcrm.reporting.Table;

/** The reports on deals that every sales team looks at. */
public final class DealReports {

    private DealReports() {}

    /** Gives the reports on all deals that a desk sees. */
    public static List<Table> of(Desk desk, Locale locale) {
        OpportunityFilter open = OpportunityFilter.open();
        OpportunityFilter all = OpportunityFilter.all();
        return List.of(
                PipelineByStage.of(desk, open).table(locale),
                SuccessLevels.of(desk, open).table(locale),
                PerRepresentative.of(desk, open).table(locale),
                Outcomes.overall(desk, all).table(locale),
                Outcomes.by(desk, all, OpportunityDimension.MANAGER).table(locale),
                Outcomes.by(desk, all, OpportunityDimension.SECTOR).table(locale),
                Outcomes.byMonth(desk, all).table(locale),
                Outcomes.byQuarter(desk, all).table(locale));
    }
}
