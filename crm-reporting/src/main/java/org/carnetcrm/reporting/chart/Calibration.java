package org.carnetcrm.reporting.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The probability that was promised against the share that was won, a dot for each level with the number of closed deals
 * beside it. On the diagonal as much was won as promised, above it more. A level without closed deals has no dot.
 *
 * @param title what the chart is called
 * @param levels the levels in their order; none is fine
 */
public record Calibration(String title, List<Level> levels) implements Chart {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int TICK = 20;
    private static final int LAST_TICK = 100;
    private static final int LEFT = 30;
    private static final int PLOT = 230;
    private static final int RIGHT = Svg.WIDTH - 12;
    private static final int GAP = 6;
    private static final int DOT = 4;

    /** Keeps the levels unmodifiable. */
    public Calibration {
        Objects.requireNonNull(title, "title");
        levels = List.copyOf(levels);
    }

    /**
     * Closed deals of which about the same was promised.
     *
     * @param label what the level is called
     * @param promised the mean probability in percent, from 0 to 100; missing only where no deal is closed
     * @param won how many of them were won
     * @param closed how many there are
     */
    public record Level(String label, @Nullable BigDecimal promised, long won, long closed) {

        /** Refuses numbers that contradict one another. */
        public Level {
            Objects.requireNonNull(label, "label");
            if (won < 0 || won > closed) {
                throw new IllegalArgumentException("of " + closed + " closed deals " + won + " cannot be won");
            }
            if (closed > 0 && promised == null) {
                throw new IllegalArgumentException(closed + " closed deals need what was promised of them");
            }
            if (promised != null && (promised.signum() < 0 || promised.compareTo(HUNDRED) > 0)) {
                throw new IllegalArgumentException("the probability " + promised + " is not within 0 and 100");
            }
        }

        /** Gives the share that was won in percent, with two decimals, HALF_UP; nothing where no deal is closed. */
        public @Nullable BigDecimal share() {
            return closed == 0
                    ? null
                    : BigDecimal.valueOf(won)
                            .movePointRight(2)
                            .divide(BigDecimal.valueOf(closed), 2, RoundingMode.HALF_UP);
        }
    }

    @Override
    public String svg(String id, Locale locale) {
        Words words = Words.in(locale);
        Head head = new Head(words.text("chances"));
        List<Level> drawn = levels.stream().filter(level -> level.closed() > 0).toList();
        int top = head.height() + (drawn.isEmpty() ? 0 : GAP);
        int height = drawn.isEmpty() ? top + Svg.LINE : top + PLOT + GAP + Svg.LINE;
        Svg svg = Svg.chart(id, title, told(words), height);
        head.draw(svg);
        if (drawn.isEmpty()) {
            svg.note(top, words.text("none"));
        } else {
            Scale across = new Scale(BigDecimal.ZERO, HUNDRED, BigDecimal.valueOf(LEFT), BigDecimal.valueOf(RIGHT));
            Scale up =
                    new Scale(BigDecimal.ZERO, HUNDRED, BigDecimal.valueOf((long) top + PLOT), BigDecimal.valueOf(top));
            drawAxes(svg, across, up, words);
            drawLevels(svg, drawn, across, up, words);
        }
        return svg.close().done();
    }

    private static void drawAxes(Svg svg, Scale across, Scale up, Words words) {
        for (int percent = 0; percent <= LAST_TICK; percent += TICK) {
            BigDecimal tick = BigDecimal.valueOf(percent);
            BigDecimal x = across.at(tick);
            BigDecimal y = up.at(tick);
            String strength = percent == 0 ? "0.6" : "0.18";
            svg.number(LEFT - GAP, y.intValue() - Svg.LINE / 2, LEFT - GAP, words.count(percent))
                    .line("M" + LEFT + " " + Svg.plain(y) + "H" + RIGHT, strength)
                    .label(x, up.from().intValue() + GAP, Svg.LINE * 2, Svg.Anchor.MIDDLE, words.count(percent));
        }
        svg.empty(
                "path",
                "d",
                "M" + Svg.plain(across.from()) + " " + Svg.plain(up.from()) + "L" + Svg.plain(across.to()) + " "
                        + Svg.plain(up.to()),
                "stroke",
                "currentColor",
                "stroke-opacity",
                "0.6",
                "stroke-dasharray",
                "4 3");
    }

    private static void drawLevels(Svg svg, List<Level> levels, Scale across, Scale up, Words words) {
        List<Box> taken = new ArrayList<>();
        for (Level level : levels) {
            taken.addAll(drawLevel(svg, level, across, up, words));
        }
        for (Level level : levels) {
            String sample = words.text("sample", "closed", words.count(level.closed()));
            int width = Lettering.width(sample);
            int x = across.at(promised(level)).intValue();
            int top = Math.min(
                    up.at(share(level)).intValue() - Svg.LINE / 2, up.from().intValue() - Svg.LINE);
            Box left = new Box(x - DOT - 2 - width, top, x - DOT - 2, top + Svg.LINE);
            Box right = new Box(x + DOT + 2, top, x + DOT + 2 + width, top + Svg.LINE);
            // Away from the diagonal if there is room. What finds none stands in the words of the dot alone.
            boolean above = share(level).compareTo(promised(level)) > 0;
            Stream.of(above ? left : right, above ? right : left)
                    .filter(box -> box.left() >= LEFT && box.right() <= Svg.WIDTH)
                    .filter(box -> taken.stream().noneMatch(box::meets))
                    .findFirst()
                    .ifPresent(box -> {
                        taken.add(box);
                        svg.label(BigDecimal.valueOf(box.left()), box.top(), width, Svg.Anchor.START, sample);
                    });
        }
    }

    /** Draws a dot with a line from the diagonal, and gives the room that both take. */
    private static List<Box> drawLevel(Svg svg, Level level, Scale across, Scale up, Words words) {
        BigDecimal x = across.at(promised(level));
        BigDecimal y = up.at(share(level));
        BigDecimal diagonal = up.at(promised(level));
        svg.empty(
                        "path",
                        "d",
                        "M" + Svg.plain(x) + " " + Svg.plain(diagonal) + "V" + Svg.plain(y),
                        "stroke",
                        Fill.SOLID.colour(),
                        "stroke-width",
                        "1.5")
                .open("circle", "cx", x, "cy", y, "r", DOT, "fill", Fill.SOLID.colour())
                .tip(told(level, words))
                .close();
        int column = x.intValue();
        int row = y.intValue();
        return List.of(
                new Box(column - DOT, row - DOT, column + DOT + 1, row + DOT + 1),
                new Box(
                        column - 1,
                        y.min(diagonal).intValue(),
                        column + 2,
                        y.max(diagonal).intValue() + 1));
    }

    private static BigDecimal promised(Level level) {
        return Objects.requireNonNull(level.promised());
    }

    private static BigDecimal share(Level level) {
        return Objects.requireNonNull(level.share());
    }

    private String told(Words words) {
        List<String> told = levels.stream().map(level -> told(level, words)).toList();
        return told.isEmpty() ? words.text("none") : Telling.joined(told);
    }

    private static String told(Level level, Words words) {
        BigDecimal share = level.share();
        if (share == null || level.promised() == null) {
            return words.of(level.label(), words.text("missing"));
        }
        return words.of(
                level.label(),
                words.text(
                        "level",
                        "promised",
                        words.percent(level.promised()),
                        "share",
                        words.percent(share),
                        "closed",
                        words.count(level.closed())));
    }

    /** A part of the picture that is taken. */
    private record Box(int left, int top, int right, int bottom) {

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }
}
