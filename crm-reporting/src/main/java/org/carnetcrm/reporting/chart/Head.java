package org.carnetcrm.reporting.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The lines above a plot: what is measured, and which fill stands for what. */
final class Head {

    private static final int SWATCH = 9;
    private static final int GAP = 5;
    private static final int BETWEEN = 12;

    /** Below the lines, before what is drawn. */
    private static final int AIR = 5;

    private final String measure;
    private final List<Entry> entries = new ArrayList<>();
    private int right;
    private int lines = 1;

    /** Makes a head that says what is measured. */
    Head(String measure) {
        this.measure = measure;
    }

    /** Makes the head of figures: a single series is the measure, several are told apart by their fills. */
    static Head of(Figures figures, String unit, Words words) {
        List<String> series = figures.series();
        if (series.size() == 1) {
            return new Head(words.text("measure", "measure", series.get(0), "unit", unit));
        }
        Head head = new Head(unit);
        for (int i = 0; i < series.size(); i++) {
            head.add(Fill.SERIES.get(i), series.get(i));
        }
        return head;
    }

    /** Adds a name to a fill, on a line of its own where it does not fit behind the one before. */
    private void add(Fill fill, String name) {
        int most = Svg.WIDTH - SWATCH - GAP;
        int width = Math.min(most, Lettering.width(Lettering.printable(name)));
        if (lines == 1 || right + BETWEEN + SWATCH + GAP + width > Svg.WIDTH) {
            lines++;
            right = -BETWEEN;
        }
        int left = right + BETWEEN;
        entries.add(new Entry(fill, name, left, (lines - 1) * Svg.LINE, width));
        right = left + SWATCH + GAP + width;
    }

    /** Gives the height of all lines and the air below them. */
    int height() {
        return lines * Svg.LINE + AIR;
    }

    void draw(Svg svg) {
        svg.label(BigDecimal.ZERO, 0, Svg.WIDTH, Svg.Anchor.START, measure);
        for (Entry entry : entries) {
            BigDecimal top = BigDecimal.valueOf(entry.top() + 2L);
            BigDecimal left = BigDecimal.valueOf(entry.left());
            BigDecimal side = BigDecimal.valueOf(SWATCH);
            svg.bar(left, top, left.add(side), top.add(side), entry.fill(), entry.name())
                    .label(
                            left.add(side).add(BigDecimal.valueOf(GAP)),
                            entry.top(),
                            entry.width(),
                            Svg.Anchor.START,
                            entry.name());
        }
    }

    private record Entry(Fill fill, String name, int left, int top, int width) {}
}
