package org.carnetcrm.reporting.chart;

import java.util.Locale;

/**
 * A picture of figures.
 *
 * <p>It is 450 pixels wide and shrinks with its container; its letters are 11 pixels high in a container of 300. In a
 * page its text and lines have the colour of the page's text; as a file of its own it is light or dark as the reader
 * prefers. Bars differ in pattern, not in colour alone. Labels that are too long are cut and stand whole in the title of
 * what they name.
 */
public sealed interface Chart permits Bars, Calibration, Columns, Sparkline, Waterfall {

    /** Gives what the chart is called, which is not drawn but is its name for a screen reader. */
    String title();

    /**
     * Draws the chart as an {@code svg} element, to be put into an HTML page or a file as it is. Characters that XML
     * forbids, and those that turn the direction of text, are replaced or left out.
     *
     * @param id what no other chart of the page is called: letters, digits, {@code -} and {@code _}, a letter first
     * @param locale how numbers are written, and the language of the description
     * @throws IllegalArgumentException when the id has another form
     */
    String svg(String id, Locale locale);
}
