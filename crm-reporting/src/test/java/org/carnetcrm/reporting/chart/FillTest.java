package org.carnetcrm.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;

class FillTest {

    /** WCAG 2.2, success criterion 1.4.11: graphics have a contrast of 3 to 1 against what stands beside them. */
    @Example
    void every_fill_stands_out_from_the_light_and_the_dark_background() {
        for (Fill fill : Fill.values()) {
            assertThat(contrast(fill.colour(), "#ffffff"))
                    .as(fill + " on light")
                    .isGreaterThan(3);
            assertThat(contrast(fill.colour(), "#15191e")).as(fill + " on dark").isGreaterThan(3);
        }
    }

    @Example
    void text_stands_out_from_both_backgrounds() {
        assertThat(contrast("#1d2733", "#ffffff")).isGreaterThan(7);
        assertThat(contrast("#e4e7eb", "#15191e")).isGreaterThan(7);
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
