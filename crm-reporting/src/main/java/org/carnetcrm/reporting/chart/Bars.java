package org.carnetcrm.reporting.chart;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.carnetcrm.money.Money;

/**
 * A line for each row: its label, a bar that lies, and the sum of its amounts. Fit for what has names, such as stages and
 * people; it grows with the number of rows. Several series lie one behind the other; a row without any amount says so.
 *
 * @param figures what is drawn
 */
public record Bars(Figures figures) implements Chart {

    /** Refuses nothing at all. */
    public Bars {
        Objects.requireNonNull(figures, "figures");
    }

    @Override
    public String title() {
        return figures.title();
    }

    @Override
    public String svg(String id, Locale locale) {
        Words words = Words.in(locale);
        Head head = Head.of(figures, words.unit(figures.currency(), 0), words);
        Lines lines =
                new Lines(figures.rows().stream().map(row -> line(row, words)).toList());
        Svg svg = Svg.chart(id, title(), Telling.of(figures, words), head.height() + lines.height())
                .define(Fill.SERIES.subList(0, figures.series().size()));
        head.draw(svg);
        lines.draw(svg, head.height(), words);
        return svg.close().done();
    }

    private Lines.Line line(Figures.Row row, Words words) {
        Money sum = row.sum();
        String number = sum == null ? words.amount(null) : words.number(sum.amount());
        return new Lines.Line(row.label(), List.copyOf(Stack.of(figures, row, words)), number, null);
    }
}
