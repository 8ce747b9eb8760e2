package org.carnetcrm.reporting.chart;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a picture, one element after the other; what is text is escaped by the JDK's writer. */
final class Svg {

    /** The width of a chart in the units of its picture, without the margin around it. */
    static final int WIDTH = 288;

    /** The height of a line of text. */
    static final int LINE = 15;

    private static final int MARGIN = 6;

    /** From the top of a line to the foot of its letters. */
    private static final int FOOT = 11;

    /** The least extent of a rectangle, the last digit of a coordinate. */
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    /** Rules of a chart's own class alone, for in a page they hold for the whole of it; the colours only where it is none. */
    private static final String STYLE = ".carnet-chart{max-width:100%;height:auto}"
            + ".carnet-chart:root{color:#1d2733;background:#fff}"
            + "@media (prefers-color-scheme:dark){.carnet-chart:root{color:#e4e7eb;background:#15191e}}";

    private final String id;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** Begins the picture of a chart of some height. */
    static Svg chart(String id, String title, String description, int height) {
        return new Svg(id, title, description, WIDTH, height, MARGIN);
    }

    /** Begins a small picture without a margin, to stand in a line of text. */
    static Svg small(String id, String title, String description, int width, int height) {
        return new Svg(id, title, description, width, height, 0);
    }

    /** Begins a picture of a size in its own units, which stands half as large again where there is room. */
    private Svg(String id, String title, String description, int innerWidth, int innerHeight, int margin) {
        int width = innerWidth + 2 * margin;
        int height = innerHeight + 2 * margin;
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' is no id of a chart: it must match " + ID);
        }
        this.id = id;
        try {
            // The JDK's own, whatever else is on the class path, so that the bytes are the same everywhere.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        run(() -> xml.writeStartElement("svg"));
        attributes(
                "xmlns", "http://www.w3.org/2000/svg",
                "class", "carnet-chart",
                "width", width + width / 2,
                "height", height + height / 2,
                "viewBox", -margin + " " + -margin + " " + width + " " + height,
                "role", "img",
                "aria-labelledby", id + "-title " + id + "-desc",
                "direction", "ltr",
                "font-family", "system-ui,sans-serif",
                "font-size", Lettering.SIZE,
                "fill", "currentColor");
        open("title", "id", id + "-title").text(title).close();
        open("desc", "id", id + "-desc").text(description).close();
        open("style").text(STYLE).close();
    }

    String id() {
        return id;
    }

    /** Writes the patterns of fills, before they are used. */
    Svg define(Collection<Fill> fills) {
        open("defs");
        fills.forEach(fill -> fill.define(this));
        return close();
    }

    /** Begins an element with attributes, each a name and a value. */
    Svg open(String element, Object... attributes) {
        run(() -> {
            xml.writeCharacters("\n");
            xml.writeStartElement(element);
        });
        return attributes(attributes);
    }

    /** Writes an element that holds nothing. */
    Svg empty(String element, Object... attributes) {
        run(() -> {
            xml.writeCharacters("\n");
            xml.writeEmptyElement(element);
        });
        return attributes(attributes);
    }

    /** Ends the element that was begun last. */
    Svg close() {
        return run(xml::writeEndElement);
    }

    /** Writes text. */
    Svg text(String content) {
        return run(() -> xml.writeCharacters(Lettering.printable(content)));
    }

    /** Writes the words that show when the mouse rests on the element that was begun last. */
    Svg tip(String words) {
        return open("title").text(words).close();
    }

    /** Draws a rectangle with words, from one corner to the other, in whichever order. */
    Svg bar(BigDecimal x1, BigDecimal y1, BigDecimal x2, BigDecimal y2, Fill fill, String tip) {
        // The outline keeps an amount visible that is tiny beside the others; the rectangle itself stays exact but for
        // one without any extent, which would not be drawn at all.
        return open(
                        "rect",
                        "x",
                        x1.min(x2),
                        "y",
                        y1.min(y2),
                        "width",
                        x1.subtract(x2).abs().max(LEAST),
                        "height",
                        y1.subtract(y2).abs().max(LEAST),
                        "fill",
                        fill.in(this),
                        "stroke",
                        fill.colour(),
                        "stroke-width",
                        "0.6")
                .tip(tip)
                .close();
    }

    /** Draws a line; of the strength that a grid, an axis or a link has. */
    Svg line(String path, String opacity) {
        return empty("path", "d", path, "stroke", "currentColor", "stroke-opacity", opacity, "fill", "none");
    }

    /** Writes a label from a place to the right or around it; what goes beyond its box is not seen. */
    Svg label(BigDecimal x, int y, int width, Anchor anchor, String label) {
        String whole = Lettering.printable(label);
        String shown = Lettering.fitting(whole, width);
        BigDecimal left = anchor == Anchor.MIDDLE ? x.subtract(half(width)) : x;
        // A picture in the picture cuts off what is larger than guessed: letters piled up, or of an unknown script.
        open("svg", "x", left, "y", y, "width", width, "height", LINE);
        open(
                        "text",
                        "x",
                        anchor == Anchor.MIDDLE ? half(width) : 0,
                        "y",
                        FOOT,
                        "text-anchor",
                        anchor.word,
                        "unicode-bidi",
                        "plaintext")
                .text(shown);
        if (!shown.equals(whole)) {
            tip(whole);
        }
        return close().close();
    }

    /** Writes a number that ends at a place; one that is wider than its room is squeezed and never cut. */
    Svg number(int right, int y, int room, String number) {
        open("text", "x", right, "y", y + FOOT, "text-anchor", "end");
        if (Lettering.width(number) > room) {
            attributes("textLength", room, "lengthAdjust", "spacingAndGlyphs");
        }
        return text(number).close();
    }

    /** Writes that there is nothing, in the middle of a line. */
    Svg note(int y, String words) {
        return open("text", "x", WIDTH / 2, "y", y + FOOT, "text-anchor", "middle", "fill-opacity", "0.75")
                .text(words)
                .close();
    }

    /** Ends the picture and gives it. */
    String done() {
        run(xml::writeEndDocument);
        return text.append('\n').toString();
    }

    /** Gives half a length. */
    static BigDecimal half(int length) {
        return BigDecimal.valueOf(length).divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY);
    }

    /** Writes a coordinate, with no more digits than it needs. */
    static String plain(BigDecimal coordinate) {
        return coordinate.signum() == 0 ? "0" : coordinate.stripTrailingZeros().toPlainString();
    }

    /** Where a label stands about its place. */
    enum Anchor {
        /** From it to the right. */
        START("start"),
        /** Around it. */
        MIDDLE("middle");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }
    }

    private Svg attributes(Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            String name = (String) pairs[i];
            Object value = pairs[i + 1];
            String text = value instanceof BigDecimal number ? plain(number) : value.toString();
            run(() -> xml.writeAttribute(name, text));
        }
        return this;
    }

    private Svg run(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A step of the writer. */
    private interface Step {
        void run() throws XMLStreamException;
    }
}
