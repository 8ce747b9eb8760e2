package org.carnetcrm.reporting.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.carnetcrm.money.Money;

/**
 * A column for each row, side by side over an axis. Fit for what follows one another, such as months. Several series stand
 * one on the other, what is below zero hangs from it. Where labels do not fit side by side, only every second, third and
 * so on is there. A row that lacks an amount has a dotted line.
 *
 * @param figures what is drawn
 */
public record Columns(Figures figures) implements Chart {

    private static final int PLOT = 150;
    private static final int GAP = 6;
    private static final int WIDEST_NUMBER = 110;
    private static final int WIDEST_LABEL = 76;
    private static final int WIDEST_COLUMN = 36;
    private static final BigDecimal PART_OF_SLOT = new BigDecimal("0.7");
    private static final int DECIMALS = 2;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Refuses nothing at all. */
    public Columns {
        Objects.requireNonNull(figures, "figures");
    }

    @Override
    public String title() {
        return figures.title();
    }

    @Override
    public String svg(String id, Locale locale) {
        Words words = Words.in(locale);
        List<List<Lines.Part>> stacks = figures.rows().stream()
                .map(row -> Stack.of(figures, row, words))
                .toList();
        List<BigDecimal> values = stacks.stream()
                .flatMap(List::stream)
                .flatMap(part -> Stream.of(part.from(), part.to()))
                .toList();
        BigDecimal least = BigDecimal.ONE.movePointLeft(Money.minorDigits(figures.currency()));
        int exponent = Axis.over(values, least, BigDecimal.ZERO, BigDecimal.ONE).exponent();
        Head head = Head.of(figures, words.unit(figures.currency(), exponent), words);
        boolean empty = figures.rows().isEmpty();
        int top = head.height() + (empty ? 0 : GAP);
        int height = empty ? top + Svg.LINE : top + PLOT + GAP + Svg.LINE;
        Svg svg = Svg.chart(id, title(), Telling.of(figures, words), height)
                .define(Fill.SERIES.subList(0, figures.series().size()));
        head.draw(svg);
        if (empty) {
            svg.note(top, words.text("none"));
        } else {
            Axis axis = Axis.over(values, least, BigDecimal.valueOf((long) top + PLOT), BigDecimal.valueOf(top));
            int left = drawAxis(svg, axis, words);
            drawColumns(svg, axis.scale(), stacks, left);
            drawLabels(svg, top + PLOT + GAP, left);
        }
        return svg.close().done();
    }

    /** Draws the marks with their lines, and gives where the plot begins. */
    private static int drawAxis(Svg svg, Axis axis, Words words) {
        List<String> numbers =
                axis.ticks().stream().map(tick -> words.number(axis.told(tick))).toList();
        int room = Math.min(
                WIDEST_NUMBER, numbers.stream().mapToInt(Lettering::width).max().orElse(0));
        for (int i = 0; i < numbers.size(); i++) {
            BigDecimal y = axis.scale().at(axis.ticks().get(i));
            svg.number(room, y.intValue() - Svg.LINE / 2, room, numbers.get(i));
            String strength = axis.ticks().get(i).signum() == 0 ? "0.6" : "0.18";
            svg.line("M" + (room + GAP) + " " + Svg.plain(y) + "H" + Svg.WIDTH, strength);
        }
        return room + GAP;
    }

    private void drawColumns(Svg svg, Scale scale, List<List<Lines.Part>> stacks, int left) {
        BigDecimal halfWidth = slot(left)
                .multiply(PART_OF_SLOT)
                .min(BigDecimal.valueOf(WIDEST_COLUMN))
                .divide(TWO, DECIMALS, RoundingMode.HALF_UP);
        for (int i = 0; i < stacks.size(); i++) {
            BigDecimal middle = middle(i, left);
            svg.open("g");
            for (Lines.Part part : stacks.get(i)) {
                svg.bar(
                        middle.subtract(halfWidth),
                        scale.at(part.from()),
                        middle.add(halfWidth),
                        scale.at(part.to()),
                        part.fill(),
                        part.tip());
            }
            if (figures.rows().get(i).isIncomplete()) {
                String path = "M" + Svg.plain(middle) + " " + Svg.plain(scale.from()) + "V" + Svg.plain(scale.to());
                svg.empty(
                        "path",
                        "d",
                        path,
                        "stroke",
                        "currentColor",
                        "stroke-opacity",
                        "0.6",
                        "stroke-dasharray",
                        "1 3");
            }
            svg.close();
        }
    }

    /** Writes every nth label, as many as fit; one at an end moves into the picture if there is room. */
    private void drawLabels(Svg svg, int top, int left) {
        List<String> labels = figures.rows().stream().map(Figures.Row::label).toList();
        List<Integer> widths = labels.stream()
                .map(label -> Math.min(WIDEST_LABEL, Lettering.width(Lettering.printable(label))))
                .toList();
        int each = BigDecimal.valueOf((long) Collections.max(widths) + GAP)
                .divide(slot(left), 0, RoundingMode.CEILING)
                .intValueExact();
        BigDecimal free = BigDecimal.ZERO;
        for (int i = 0; i < labels.size(); i += each) {
            BigDecimal half = Svg.half(widths.get(i));
            BigDecimal last = BigDecimal.valueOf(Svg.WIDTH).subtract(half);
            BigDecimal middle = middle(i, left).max(half).min(last);
            if (middle.subtract(half).compareTo(free) >= 0) {
                svg.label(middle, top, widths.get(i), Svg.Anchor.MIDDLE, labels.get(i));
                free = middle.add(half).add(BigDecimal.valueOf(GAP));
            }
        }
    }

    private BigDecimal middle(int index, int left) {
        return BigDecimal.valueOf(2L * index + 1)
                .multiply(BigDecimal.valueOf(Svg.WIDTH - (long) left))
                .divide(BigDecimal.valueOf(2L * figures.rows().size()), DECIMALS, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(left));
    }

    private BigDecimal slot(int left) {
        return BigDecimal.valueOf(Svg.WIDTH - (long) left)
                .divide(BigDecimal.valueOf(figures.rows().size()), MathContext.DECIMAL64);
    }
}
