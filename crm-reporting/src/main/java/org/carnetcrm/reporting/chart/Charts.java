package org.carnetcrm.reporting.chart;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.reporting.Column;
import org.carnetcrm.reporting.CrmCosts;
import org.carnetcrm.reporting.Measured;
import org.carnetcrm.reporting.Notation;
import org.carnetcrm.reporting.PipelineByStage;
import org.carnetcrm.reporting.SuccessLevels;

/**
 * The charts of reports. As amounts of different currencies share no axis, each gives a chart per currency, in the order
 * of the report's totals and at least one; its title is that of the report's table.
 */
public final class Charts {

    private Charts() {}

    /** Draws the weighted totals by stage, in the order of the stages. */
    public static List<Bars> pipelineByStage(PipelineByStage report, Locale locale) {
        return weighted(
                report.table(locale).title(locale),
                report.rows(),
                row -> row.caption().in(locale),
                report.totals(),
                locale);
    }

    /** Draws the weighted totals by success level, from the lowest level. */
    public static List<Bars> successLevels(SuccessLevels report, Locale locale) {
        return weighted(
                report.table(locale).title(locale), report.rows(), row -> row.label(locale), report.totals(), locale);
    }

    /** Draws what was spent and what is planned to be: in columns by month, else in bars. */
    public static List<Chart> crmCosts(CrmCosts report, Locale locale) {
        List<String> series = List.of(heading("doneAmount", locale), heading("plannedAmount", locale));
        List<Chart> charts = new ArrayList<>();
        for (CrmCosts.Spent total : report.totals()) {
            List<Figures.Row> rows = report.rows().stream()
                    .filter(row -> row.spent().currency().equals(total.currency()))
                    .map(row -> Figures.Row.of(
                            Notation.of(locale).period(row.caption().in(locale)),
                            row.spent().doneAmount(),
                            row.spent().plannedAmount()))
                    .toList();
            Figures figures = new Figures(report.table(locale).title(locale), series, total.currency(), rows);
            charts.add(report.by() == ActionDimension.MONTH ? new Columns(figures) : new Bars(figures));
        }
        return List.copyOf(charts);
    }

    private static <R extends Measured> List<Bars> weighted(
            String title, List<R> rows, Function<R, String> label, List<Measures> totals, Locale locale) {
        List<String> series = List.of(Words.in(locale).text("weighted"));
        List<Bars> charts = new ArrayList<>();
        for (Measures total : totals) {
            Currency currency = total.value().currency();
            List<Figures.Row> amounts = rows.stream()
                    .filter(row -> row.currency().equals(currency))
                    .map(row -> Figures.Row.of(label.apply(row), row.total()))
                    .toList();
            charts.add(new Bars(new Figures(title, series, currency, amounts)));
        }
        return List.copyOf(charts);
    }

    private static String heading(String key, Locale locale) {
        return new Column(key, Column.Kind.MONEY).heading(locale);
    }
}
