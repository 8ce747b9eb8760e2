package org.carnetcrm.reporting;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;

/**
 * The potential of the open deals by stage.
 *
 * @param filter lists all the deals of the report; it may be of the past
 * @param rows by currency, the stages in the order of their list; a retired stage is there only with deals
 * @param totals what all rows of a currency add up to, by currency; that of the tenant when there is no deal
 */
public record PipelineByStage(OpportunityFilter filter, List<Row> rows, List<Measures> totals) implements Report {

    /** Keeps the rows unmodifiable. */
    public PipelineByStage {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * The open deals in a stage, in one currency.
     *
     * @param stage the code of the stage
     * @param label its name in the language of who asked
     * @param caption its names in all languages
     * @param measures what the deals add up to
     * @param filter lists the deals
     */
    public record Row(String stage, String label, Caption caption, Measures measures, OpportunityFilter filter)
            implements Measured {}

    /** Sums the open deals that a filter lets through; one statement for the figures. */
    public static PipelineByStage of(Desk desk, OpportunityFilter filter) {
        OpportunityFilter open = filter.standing(StandingKind.IN_PROGRESS);
        Sums sums = Sums.of(desk, open, OpportunityDimension.STAGE);
        List<Choice> stages = desk.lists().of(ChoiceKind.STAGE);
        List<Row> rows = new ArrayList<>();
        for (Currency currency : sums.currencies()) {
            for (Choice stage : stages) {
                if (!stage.isRetired() || sums.has(currency, stage.code())) {
                    rows.add(new Row(
                            stage.code(),
                            stage.label(desk.actor().locale()),
                            Caption.of(stage),
                            sums.measures(currency, stage.code()),
                            sums.filter(currency, stage.code())));
                }
            }
        }
        return new PipelineByStage(open, rows, sums.totals());
    }

    /** Gives the table {@code pipeline-by-stage} with the names of the stages in a language. */
    @Override
    public Table table(Locale locale) {
        return potential().table(locale);
    }

    @Override
    public Optional<Explanation> explain(int row, String column, Locale locale) {
        return potential().explain(row, column, locale);
    }

    private Potential potential() {
        Potential table = new Potential("pipeline-by-stage", "stage", filter, totals);
        rows.forEach(row -> table.add(row, row.caption()::in));
        return table;
    }
}
