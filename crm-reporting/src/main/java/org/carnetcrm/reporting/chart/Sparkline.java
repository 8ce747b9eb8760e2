package org.carnetcrm.reporting.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.carnetcrm.money.Money;

/**
 * A small line without axis or labels, for a cell or a sentence; 180 pixels wide. It runs from the lowest amount to the
 * highest and breaks where one is missing; a dot marks the last. Zero is drawn where amounts lie on both sides of it.
 *
 * @param figures what is drawn, in one series
 */
public record Sparkline(Figures figures) implements Chart {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 24;
    private static final int MARGIN = 3;
    private static final int DECIMALS = 2;

    /** Refuses more than one series. */
    public Sparkline {
        Objects.requireNonNull(figures, "figures");
        if (figures.series().size() != 1) {
            throw new IllegalArgumentException(
                    "a sparkline has one series, not " + figures.series().size());
        }
    }

    @Override
    public String title() {
        return figures.title();
    }

    @Override
    public String svg(String id, Locale locale) {
        Svg svg = Svg.small(id, title(), Telling.of(figures, Words.in(locale)), WIDTH, HEIGHT);
        List<BigDecimal> values = figures.rows().stream()
                .map(Figures.Row::sum)
                .filter(Objects::nonNull)
                .map(Money::amount)
                .toList();
        if (!values.isEmpty()) {
            draw(svg, values);
        }
        return svg.close().done();
    }

    private void draw(Svg svg, List<BigDecimal> values) {
        Scale scale = scale(values);
        if (values.stream().map(BigDecimal::signum).toList().containsAll(List.of(-1, 1))) {
            svg.line("M0 " + Svg.plain(scale.zero()) + "H" + WIDTH, "0.3");
        }
        StringBuilder path = new StringBuilder();
        BigDecimal x = BigDecimal.ZERO;
        BigDecimal y = BigDecimal.ZERO;
        boolean begun = false;
        for (int i = 0; i < figures.rows().size(); i++) {
            Money amount = figures.rows().get(i).sum();
            if (amount != null) {
                x = x(i);
                y = scale.at(amount.amount());
                path.append(begun ? 'L' : 'M').append(Svg.plain(x)).append(' ').append(Svg.plain(y));
                // With round ends a line of no length is a dot, and an amount between two that miss is seen.
                path.append(begun ? "" : "h0");
            }
            begun = amount != null;
        }
        String colour = Fill.SOLID.colour();
        svg.empty(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                "1.5",
                "stroke-linecap",
                "round",
                "stroke-linejoin",
                "round");
        svg.empty("circle", "cx", x, "cy", y, "r", "2.5", "fill", colour);
    }

    /** Runs from the lowest value to the highest; equal ones lie in the middle. */
    private static Scale scale(List<BigDecimal> values) {
        BigDecimal low = values.stream().reduce(values.get(0), BigDecimal::min);
        BigDecimal high = values.stream().reduce(values.get(0), BigDecimal::max);
        boolean flat = low.compareTo(high) == 0;
        return new Scale(
                flat ? low.subtract(BigDecimal.ONE) : low,
                flat ? high.add(BigDecimal.ONE) : high,
                BigDecimal.valueOf((long) HEIGHT - MARGIN),
                BigDecimal.valueOf(MARGIN));
    }

    private BigDecimal x(int index) {
        int gaps = Math.max(1, figures.rows().size() - 1);
        return BigDecimal.valueOf((long) index * (WIDTH - 2 * MARGIN))
                .divide(BigDecimal.valueOf(gaps), DECIMALS, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(MARGIN));
    }
}
