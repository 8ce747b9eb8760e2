package org.carnetcrm.reporting.chart;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A chart as an XML parser reads it back. */
final class Picture {

    private final Document document;

    private Picture(Document document) {
        this.document = document;
    }

    /** A rectangle with its words. */
    record Bar(BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height, String fill, String tip) {

        BigDecimal right() {
            return x.add(width);
        }

        BigDecimal bottom() {
            return y.add(height);
        }
    }

    /** A label and the box that it is kept in. */
    record Label(String text, BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height, String tip) {

        boolean meets(Label other) {
            return x.compareTo(other.x.add(other.width)) < 0
                    && other.x.compareTo(x.add(width)) < 0
                    && y.compareTo(other.y.add(other.height)) < 0
                    && other.y.compareTo(y.add(height)) < 0;
        }
    }

    static Picture of(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return new Picture(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
    }

    Element root() {
        return document.getDocumentElement();
    }

    String description() {
        return elements("desc").get(0).getTextContent();
    }

    BigDecimal height() {
        return new BigDecimal(root().getAttribute("viewBox").split(" ")[3]);
    }

    List<Element> elements(String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** Gives the bars, but not the swatches of the legend, whose words tell no figure. */
    List<Bar> bars() {
        return elements("rect").stream()
                .filter(rect -> rect.getParentNode().getNodeName().equals("g"))
                .map(rect -> new Bar(
                        number(rect, "x"),
                        number(rect, "y"),
                        number(rect, "width"),
                        number(rect, "height"),
                        rect.getAttribute("fill"),
                        rect.getTextContent().strip()))
                .toList();
    }

    /** Gives the texts that stand in a box of their own. */
    List<Label> labels() {
        return elements("text").stream()
                .filter(text -> text.getParentNode().getNodeName().equals("svg") && text.getParentNode() != root())
                .map(Picture::label)
                .toList();
    }

    /** Gives the numbers that end at a place. */
    List<String> numbers() {
        return elements("text").stream()
                .filter(text -> text.getAttribute("text-anchor").equals("end"))
                .map(Element::getTextContent)
                .toList();
    }

    private static Label label(Element text) {
        Element box = (Element) text.getParentNode();
        NodeList tips = text.getElementsByTagName("title");
        return new Label(
                text.getFirstChild() == null
                        ? ""
                        : text.getFirstChild().getTextContent().replaceAll("\n$", ""),
                number(box, "x"),
                number(box, "y"),
                number(box, "width"),
                number(box, "height"),
                tips.getLength() == 0 ? "" : tips.item(0).getTextContent());
    }

    private static BigDecimal number(Element element, String attribute) {
        return new BigDecimal(element.getAttribute(attribute));
    }
}
