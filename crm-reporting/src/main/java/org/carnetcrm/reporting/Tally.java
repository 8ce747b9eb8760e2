package org.carnetcrm.reporting;

import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StandingKind;

/** Adds up one row of outcomes from summaries by standing and stage. */
final class Tally {

    private final Map<StandingKind, Measures> byStanding = new EnumMap<>(StandingKind.class);
    private final Map<String, Long> openByStage = new HashMap<>();

    Tally(Currency currency) {
        for (StandingKind kind : StandingKind.values()) {
            byStanding.put(kind, Measures.none(currency));
        }
    }

    void add(OpportunitySummary summary) {
        StandingKind kind = StandingKind.valueOf(summary.get(OpportunityDimension.STANDING));
        byStanding.merge(kind, summary.measures(), Measures::plus);
        if (!kind.isClosed()) {
            openByStage.merge(
                    summary.get(OpportunityDimension.STAGE), summary.measures().count(), Long::sum);
        }
    }

    void add(Tally other) {
        other.byStanding.forEach((kind, measures) -> byStanding.merge(kind, measures, Measures::plus));
        other.openByStage.forEach((stage, count) -> openByStage.merge(stage, count, Long::sum));
    }

    Outcomes.Row row(String key, Caption caption, Locale language, OpportunityFilter filter) {
        return new Outcomes.Row(key, caption.in(language), caption, byStanding, openByStage, filter);
    }
}
