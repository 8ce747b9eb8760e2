package org.carnetcrm.reporting.chart;

import java.util.List;
import java.util.Locale;

/**
 * How an area is filled. Every colour has a contrast of 3 to 1 and more against white and against the dark background,
 * so that one set serves both; in grey the patterns and the lightness of their ground tell them apart.
 */
enum Fill {
    /** Blue all over. */
    SOLID("#3a78b5", "1", ""),
    /** Green with lines that rise to the right. */
    RISING("#2e8b74", "0.5", "M-1 1L1 -1M0 4L4 0M3 5L5 3"),
    /** Amber with lines that fall to the right. */
    FALLING("#b3701f", "0.1", "M-1 3L1 5M0 0L4 4M3 -1L5 1"),
    /** Plum with upright lines. */
    UPRIGHT("#9a5fa8", "0.25", "M1 0V4M3 0V4");

    /** The fills of series, from the first. */
    static final List<Fill> SERIES = List.of(SOLID, RISING, FALLING, UPRIGHT);

    private static final int TILE = 4;

    private final String colour;
    private final String ground;
    private final String lines;

    /** A colour, how much of it lies under the lines, and the lines on a tile. */
    Fill(String colour, String ground, String lines) {
        this.colour = colour;
        this.ground = ground;
        this.lines = lines;
    }

    String colour() {
        return colour;
    }

    /** Gives what the attribute {@code fill} says in a picture. */
    String in(Svg svg) {
        return lines.isEmpty() ? colour : "url(#" + name(svg) + ")";
    }

    /** Writes the pattern, if it is one. */
    void define(Svg svg) {
        if (!lines.isEmpty()) {
            svg.open("pattern", "id", name(svg), "width", TILE, "height", TILE, "patternUnits", "userSpaceOnUse")
                    .empty("rect", "width", TILE, "height", TILE, "fill", colour, "fill-opacity", ground)
                    .empty("path", "d", lines, "stroke", colour)
                    .close();
        }
    }

    private String name(Svg svg) {
        return svg.id() + "-" + name().toLowerCase(Locale.ROOT);
    }
}
