package org.carnetcrm.reporting.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of a label, a bar and a number, one below the other: as many as there are, each fully labelled. */
final class Lines {

    private static final int PITCH = 18;
    private static final int BAR_TOP = 3;
    private static final int BAR_HEIGHT = 10;
    private static final int GAP = 7;
    private static final int WIDEST_LABEL = 130;
    private static final int WIDEST_NUMBER = 190;

    private final List<Line> lines;
    private final int labels;
    private final int numbers;

    Lines(List<Line> lines) {
        this.lines = lines;
        this.numbers = Math.min(
                WIDEST_NUMBER,
                lines.stream()
                        .mapToInt(line -> Lettering.width(line.number()))
                        .max()
                        .orElse(0));
        int most = Math.min(WIDEST_LABEL, (Svg.WIDTH - numbers) / 2);
        this.labels = Math.min(
                most,
                lines.stream()
                        .mapToInt(line -> Lettering.width(Lettering.printable(line.label())))
                        .max()
                        .orElse(0));
    }

    /**
     * A line.
     *
     * @param label what it is of
     * @param parts the parts of its bar
     * @param number what stands at its end
     * @param carried a value at which a thin line leads down to the next; missing where none does
     */
    record Line(
            String label,
            List<Part> parts,
            String number,
            @Nullable BigDecimal carried) {}

    /**
     * A part of a bar.
     *
     * @param from the value where it begins
     * @param to the value where it ends
     * @param fill how it is filled
     * @param tip what it is
     */
    record Part(BigDecimal from, BigDecimal to, Fill fill, String tip) {}

    /** Gives the height; that of one line when there is none. */
    int height() {
        return Math.max(1, lines.size()) * PITCH;
    }

    /** Draws the lines below a height, with a common zero. */
    void draw(Svg svg, int top, Words words) {
        if (lines.isEmpty()) {
            svg.note(top, words.text("none"));
            return;
        }
        Scale scale = Scale.over(
                lines.stream()
                        .flatMap(line -> line.parts().stream())
                        .flatMap(part -> Stream.of(part.from(), part.to()))
                        .toList(),
                BigDecimal.valueOf(labels + GAP),
                BigDecimal.valueOf(Svg.WIDTH - numbers - GAP));
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, lines.get(i), top + i * PITCH, scale, i < lines.size() - 1);
        }
        svg.line("M" + Svg.plain(scale.zero()) + " " + top + "V" + (top + height()), "0.6");
    }

    private void draw(Svg svg, Line line, int top, Scale scale, boolean another) {
        svg.open("g").label(BigDecimal.ZERO, top, labels, Svg.Anchor.START, line.label());
        int bar = top + BAR_TOP;
        for (Part part : line.parts()) {
            svg.bar(
                    scale.at(part.from()),
                    BigDecimal.valueOf(bar),
                    scale.at(part.to()),
                    BigDecimal.valueOf((long) bar + BAR_HEIGHT),
                    part.fill(),
                    part.tip());
        }
        BigDecimal carried = line.carried();
        if (carried != null && another) {
            svg.line("M" + Svg.plain(scale.at(carried)) + " " + (bar + BAR_HEIGHT) + "v" + (PITCH - BAR_HEIGHT), "0.6");
        }
        svg.number(Svg.WIDTH, top, numbers, line.number()).close();
    }
}
