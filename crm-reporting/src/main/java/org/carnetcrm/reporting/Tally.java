package org.carnetcrm.reporting;

import java.util.Currency;
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

    private final Currency currency;
    private final Map<String, Long> openByStage = new HashMap<>();
    private Measures won;
    private long lost;
    private long abandoned;

    Tally(Currency currency) {
        this.currency = currency;
        this.won = Measures.none(currency);
    }

    void add(OpportunitySummary summary) {
        Measures measures = summary.measures();
        switch (StandingKind.valueOf(summary.get(OpportunityDimension.STANDING))) {
            case IN_PROGRESS -> openByStage.merge(summary.get(OpportunityDimension.STAGE), measures.count(), Long::sum);
            case WON -> won = won.plus(measures);
            case LOST -> lost += measures.count();
            case ABANDONED -> abandoned += measures.count();
        }
    }

    Outcomes.Row row(String key, Caption caption, Locale language, OpportunityFilter filter) {
        return new Outcomes.Row(
                key,
                caption.in(language),
                caption,
                currency,
                won.count(),
                lost,
                abandoned,
                openByStage,
                won.signedTotal(),
                won.withoutSignedTotal(),
                won.value(),
                filter);
    }
}
