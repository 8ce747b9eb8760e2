package org.carnetcrm.reporting.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
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

    /** Ten years. */
    private static final int MOST_MONTHS = 120;

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

    /**
     * Draws what was spent and what is planned to be, one on the other: in bars, but in columns by month. Months without
     * costs have their place between the others, unless they are so many that nothing could be read.
     */
    public static List<Chart> crmCosts(CrmCosts report, Locale locale) {
        List<String> series = List.of(heading("doneAmount", locale), heading("plannedAmount", locale));
        String title = report.table(locale).title(locale);
        boolean monthly = report.by() == ActionDimension.MONTH;
        List<Chart> charts = new ArrayList<>();
        for (CrmCosts.Spent total : report.totals()) {
            List<CrmCosts.Row> rows = report.rows().stream()
                    .filter(row -> row.spent().currency().equals(total.currency()))
                    .toList();
            List<Figures.Row> amounts = monthly
                    ? months(rows, total.currency(), locale)
                    : rows.stream()
                            .map(row -> spent(row.caption().in(locale), row.spent()))
                            .toList();
            Figures figures = new Figures(title, series, total.currency(), amounts);
            charts.add(monthly ? new Columns(figures) : new Bars(figures));
        }
        return List.copyOf(charts);
    }

    private static List<Figures.Row> months(List<CrmCosts.Row> rows, Currency currency, Locale locale) {
        NavigableMap<YearMonth, CrmCosts.Spent> months = new TreeMap<>();
        rows.forEach(row -> months.put(YearMonth.parse(row.key()), row.spent()));
        if (!months.isEmpty() && months.firstKey().plusMonths(MOST_MONTHS).isAfter(months.lastKey())) {
            for (YearMonth month = months.firstKey(); month.isBefore(months.lastKey()); month = month.plusMonths(1)) {
                months.putIfAbsent(month, CrmCosts.Spent.none(currency));
            }
        }
        Notation notation = Notation.of(locale);
        return months.entrySet().stream()
                .map(month -> spent(notation.period(month.getKey().toString()), month.getValue()))
                .toList();
    }

    private static Figures.Row spent(String label, CrmCosts.Spent spent) {
        return Figures.Row.of(label, spent.doneAmount(), spent.plannedAmount());
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
