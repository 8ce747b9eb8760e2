package org.carnetcrm.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as HTML for people: a page of its own, or a fragment for a page of the host's. Everything that comes from
 * data is text: markup in it is shown, control characters are spaces, and each text of a cell is isolated, so that one
 * that is written from right to left leaves its neighbours in place.
 */
public final class Html {

    private static final String STYLE = "table.css";

    private final Tabular table;
    private final Locale locale;
    private final Cells cells;
    private final XMLStreamWriter html;

    private Html(Tabular table, Locale locale, XMLStreamWriter html) {
        this.table = table;
        this.locale = locale;
        this.cells = new Cells(locale);
        this.html = html;
    }

    /**
     * Writes a page that needs nothing else: no script, no network; light or dark as the reader has it, fit for a phone
     * and for paper. The title is its heading.
     *
     * @throws UncheckedIOException when the target refuses what is written
     */
    public static void writePage(Tabular table, Locale locale, Appendable target) {
        write(target, html -> new Html(table, locale, html).page());
    }

    /**
     * Writes a {@code div} of the class {@code carnet-table}, with language and direction, that holds a {@code table}: the
     * title and the notes in the {@code caption}, headings in the {@code thead} with their scope, the rows in the
     * {@code tbody}, what names a row as its heading, and totals in the {@code tfoot}. Numbers are of the class
     * {@code number}, texts of any length of the class {@code prose}; {@link #style} has the rules that fit. A missing number
     * is {@code n/a}; a table without rows says so.
     *
     * @throws UncheckedIOException when the target refuses what is written
     */
    public static void writeFragment(Tabular table, Locale locale, Appendable target) {
        write(target, html -> new Html(table, locale, html).fragment("strong"));
    }

    /** Gives the rules of CSS for tables, for a page that holds fragments; they touch nothing outside {@code carnet-table}. */
    public static String style() {
        try (InputStream in = Html.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + STYLE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void on(XMLStreamWriter html) throws XMLStreamException;
    }

    private static void write(Appendable target, Work work) {
        try {
            // The JDK's own, whatever else the host has on its class path.
            XMLStreamWriter html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new Target(target));
            work.on(html);
            html.flush();
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(e.getNestedException() instanceof IOException io ? io : new IOException(e));
        }
    }

    private void page() throws XMLStreamException {
        html.writeDTD("<!DOCTYPE html>\n");
        html.writeStartElement("html");
        language();
        html.writeStartElement("head");
        meta("charset", "utf-8");
        meta("name", "viewport", "content", "width=device-width, initial-scale=1");
        meta("name", "color-scheme", "content", "light dark");
        element("title", Cells.printable(table.title(locale)));
        element("style", "\nbody { margin: 0; padding: 1rem; background: Canvas; color: CanvasText; }\n" + style());
        html.writeEndElement();
        html.writeStartElement("body");
        html.writeStartElement("main");
        fragment("h1");
        html.writeEndElement();
        html.writeEndElement();
        html.writeEndElement();
        html.writeCharacters("\n");
    }

    private void meta(String... attributes) throws XMLStreamException {
        html.writeEmptyElement("meta");
        for (int i = 0; i < attributes.length; i += 2) {
            html.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void fragment(String title) throws XMLStreamException {
        html.writeStartElement("div");
        html.writeAttribute("class", "carnet-table");
        language();
        // A table that is too wide is scrolled, with the keys too.
        html.writeAttribute("role", "group");
        html.writeAttribute("aria-label", Cells.printable(table.title(locale)));
        html.writeAttribute("tabindex", "0");
        html.writeStartElement("table");
        caption(title);
        head();
        html.writeStartElement("tbody");
        html.writeCharacters("\n");
        if (!rows(table.rows())) {
            html.writeStartElement("tr");
            html.writeStartElement("td");
            html.writeAttribute(
                    "colspan", Integer.toString(Math.max(1, table.columns().size())));
            html.writeCharacters(Texts.text("label.empty", locale));
            html.writeEndElement();
            html.writeEndElement();
        }
        html.writeEndElement();
        if (!table.totals().isEmpty()) {
            html.writeStartElement("tfoot");
            html.writeCharacters("\n");
            rows(table.totals());
            html.writeEndElement();
        }
        html.writeEndElement();
        html.writeEndElement();
        html.writeCharacters("\n");
    }

    private void caption(String title) throws XMLStreamException {
        html.writeStartElement("caption");
        element(title, Cells.printable(table.title(locale)));
        for (String note : table.notes()) {
            element("p", Cells.printable(note));
        }
        html.writeEndElement();
        html.writeCharacters("\n");
    }

    private void head() throws XMLStreamException {
        html.writeStartElement("thead");
        html.writeStartElement("tr");
        for (Column column : table.columns()) {
            html.writeStartElement("th");
            html.writeAttribute("scope", "col");
            kind(column.kind());
            html.writeCharacters(Cells.printable(column.heading(locale)));
            html.writeEndElement();
        }
        html.writeEndElement();
        html.writeEndElement();
        html.writeCharacters("\n");
    }

    private boolean rows(Iterable<List<@Nullable Object>> rows) throws XMLStreamException {
        boolean any = false;
        for (List<@Nullable Object> row : rows) {
            any = true;
            html.writeStartElement("tr");
            for (int i = 0; i < row.size(); i++) {
                cell(i == 0, row.get(i), table.columns().get(i).kind());
            }
            html.writeEndElement();
            html.writeCharacters("\n");
        }
        return any;
    }

    private void cell(boolean first, @Nullable Object cell, Column.Kind kind) throws XMLStreamException {
        boolean heading = first && cell != null && !kind.isNumber();
        html.writeStartElement(heading ? "th" : "td");
        if (heading) {
            html.writeAttribute("scope", "row");
        }
        kind(kind);
        if (cell instanceof String text && kind != Column.Kind.PERIOD) {
            element("bdi", kind == Column.Kind.PROSE ? Cells.lines(text) : Cells.printable(Cells.lines(text)));
        } else {
            html.writeCharacters(cells.text(cell, kind));
        }
        html.writeEndElement();
    }

    private void kind(Column.Kind kind) throws XMLStreamException {
        if (kind.isNumber()) {
            html.writeAttribute("class", "number");
        } else if (kind == Column.Kind.PROSE) {
            html.writeAttribute("class", "prose");
        } else if (kind != Column.Kind.TEXT) {
            html.writeAttribute("class", "date");
        }
    }

    /** Says in which language the texts are: another than was asked for, where there are none in that. */
    private void language() throws XMLStreamException {
        String served = Texts.language(locale);
        boolean asked = served.equals(locale.getLanguage());
        html.writeAttribute("lang", asked ? locale.toLanguageTag() : served);
        html.writeAttribute("dir", "ltr");
    }

    private void element(String name, String text) throws XMLStreamException {
        html.writeStartElement(name);
        html.writeCharacters(text);
        html.writeEndElement();
    }
}
