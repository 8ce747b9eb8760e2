package org.carnetcrm.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** What holds of every chart, whatever it shows. */
class ChartTest {

    private static final Set<String> ELEMENTS =
            Set.of("svg", "title", "desc", "style", "defs", "pattern", "rect", "path", "g", "text", "circle");
    private static final Set<String> ATTRIBUTES = Set.of(
            "aria-labelledby",
            "class",
            "cx",
            "cy",
            "d",
            "direction",
            "fill",
            "fill-opacity",
            "font-family",
            "font-size",
            "height",
            "id",
            "lengthAdjust",
            "patternUnits",
            "r",
            "role",
            "stroke",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-opacity",
            "stroke-width",
            "text-anchor",
            "textLength",
            "unicode-bidi",
            "viewBox",
            "width",
            "x",
            "xmlns",
            "y");

    @Property(tries = 400)
    void a_chart_of_anything_is_xml_that_holds_nothing_but_shapes_and_text(@ForAll("charts") Chart chart)
            throws Exception {
        Picture picture = Picture.of(chart.svg("a-chart", Locale.ENGLISH));

        for (Element element : picture.elements("*")) {
            assertThat(element.getNodeName()).isIn(ELEMENTS);
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                assertThat(attributes.item(i).getNodeName()).isIn(ATTRIBUTES);
            }
        }
    }

    @Property(tries = 400)
    void every_shape_and_label_lies_within_the_picture_and_no_label_meets_another(@ForAll("charts") Chart chart)
            throws Exception {
        Picture picture = Picture.of(chart.svg("a-chart", Locale.FRENCH));

        BigDecimal width = BigDecimal.valueOf(Svg.WIDTH);
        for (Picture.Bar bar : picture.bars()) {
            assertThat(bar.x()).isNotNegative();
            assertThat(bar.y()).isNotNegative();
            assertThat(bar.right()).isLessThanOrEqualTo(width.add(new BigDecimal("0.01")));
            assertThat(bar.bottom()).isLessThanOrEqualTo(picture.height());
        }
        List<Picture.Label> labels = picture.labels();
        for (int i = 0; i < labels.size(); i++) {
            Picture.Label label = labels.get(i);
            assertThat(label.x()).isGreaterThanOrEqualTo(BigDecimal.valueOf(-6));
            assertThat(label.x().add(label.width())).isLessThanOrEqualTo(width.add(BigDecimal.valueOf(6)));
            for (Picture.Label other : labels.subList(0, i)) {
                assertThat(label.meets(other)).as(label + " and " + other).isFalse();
            }
        }
    }

    @Property(tries = 100)
    void the_same_figures_give_the_same_bytes(@ForAll("charts") Chart chart) {
        assertThat(chart.svg("a", Samples.DUTCH)).isEqualTo(chart.svg("a", Samples.DUTCH));
    }

    @Example
    void a_chart_is_named_and_described_by_elements_of_its_own() throws Exception {
        for (Chart chart : Samples.ofEachKind()) {
            Picture picture = Picture.of(chart.svg("pipeline", Locale.ENGLISH));

            assertThat(picture.root().getAttribute("role")).isEqualTo("img");
            assertThat(picture.root().getAttribute("aria-labelledby")).isEqualTo("pipeline-title pipeline-desc");
            assertThat(picture.elements("title").get(0).getAttribute("id")).isEqualTo("pipeline-title");
            assertThat(picture.elements("title").get(0).getTextContent()).isEqualTo("A title");
            assertThat(picture.elements("desc").get(0).getAttribute("id")).isEqualTo("pipeline-desc");
            assertThat(picture.description()).isNotBlank();
        }
    }

    @Example
    void charts_of_one_page_share_no_id_and_refer_to_their_own() throws Exception {
        Set<String> ids = new HashSet<>();
        for (String name : List.of("one", "two")) {
            for (Chart chart : Samples.ofEachKind()) {
                String id = name + "-" + chart.getClass().getSimpleName();
                Picture picture = Picture.of(chart.svg(id, Locale.ENGLISH));
                for (Element element : picture.elements("*")) {
                    if (element.hasAttribute("id")) {
                        assertThat(ids.add(element.getAttribute("id"))).isTrue();
                    }
                    String fill = element.getAttribute("fill");
                    if (fill.startsWith("url(")) {
                        assertThat(ids).contains(fill.substring("url(#".length(), fill.length() - 1));
                    }
                }
            }
        }
    }

    @Example
    void an_id_that_would_break_out_of_its_place_is_refused() {
        for (String id : List.of("", "1a", "a b", "a\"", "a)", "é", "a".repeat(65))) {
            for (Chart chart : Samples.ofEachKind()) {
                assertThatThrownBy(() -> chart.svg(id, Locale.ENGLISH))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("no id of a chart");
            }
        }
    }

    @Example
    void nothing_is_fetched_and_no_style_leaves_the_chart() throws Exception {
        for (Chart chart : Samples.ofEachKind()) {
            String svg = chart.svg("a", Locale.ENGLISH);
            assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                    .doesNotContain("http", "//", "href", "@import", "url(h");

            String style = Picture.of(svg).elements("style").get(0).getTextContent();
            Pattern selector = Pattern.compile("([^{}]+)\\{[^{}]*\\}");
            assertThat(selector.matcher(style.replace("@media (prefers-color-scheme:dark){", ""))
                            .results())
                    .hasSizeGreaterThan(2)
                    .allMatch(rule -> rule.group(1).strip().matches("\\.carnet-chart(:root)?"));
            assertThat(style).contains("prefers-color-scheme:dark");
        }
    }

    @Example
    void letters_are_eleven_pixels_high_in_a_container_of_three_hundred() throws Exception {
        for (Chart chart : Samples.ofEachKind()) {
            Picture picture = Picture.of(chart.svg("a", Locale.ENGLISH));

            assertThat(picture.root().getAttribute("font-size")).isEqualTo("11");
            assertThat(new BigDecimal(picture.root().getAttribute("viewBox").split(" ")[2]))
                    .isLessThanOrEqualTo(BigDecimal.valueOf(300));
            assertThat(picture.elements("text")).noneMatch(text -> text.hasAttribute("font-size"));
        }
    }

    @Example
    void markup_in_a_label_is_text() throws Exception {
        String hostile = "</text><script>alert(1)</script>&lt;\"'";
        String svg = new Bars(Samples.figures(Figures.Row.of(hostile, Samples.eur("1")))).svg("a", Locale.ENGLISH);

        assertThat(svg).doesNotContain("<script");
        assertThat(Picture.of(svg).bars()).extracting(Picture.Bar::tip).containsExactly(hostile + ": EUR 1.00");
    }

    @Example
    void what_xml_forbids_and_what_turns_text_is_replaced_or_left_out() throws Exception {
        String hostile = "a\u0000b\nc\uD800d\uFFFEe\u202Ef\u2067g\u2028h";
        Picture picture = Picture.of(
                new Bars(Samples.figures(Figures.Row.of(hostile, Samples.eur("1")))).svg("a", Locale.ENGLISH));

        assertThat(picture.bars().get(0).tip()).isEqualTo("a b c\uFFFDd\uFFFDefg h: EUR 1.00");
    }

    @Example
    void every_language_has_the_texts_that_are_used_with_the_same_places() {
        Set<String> used = new TreeSet<>(List.of(
                "amount",
                "chances",
                "figure",
                "level",
                "many",
                "measure",
                "missing",
                "none",
                "sample",
                "steps",
                "weighted"));
        Arrays.asList(0, 3, 6, 9, 12).forEach(exponent -> used.add("unit." + exponent));
        for (String language : Words.LANGUAGES) {
            assertThat(new TreeSet<>(Words.texts(language).stringPropertyNames()))
                    .as(language)
                    .isEqualTo(used);
        }
        for (String key : used) {
            Set<Set<String>> places = new HashSet<>();
            for (String language : Words.LANGUAGES) {
                Set<String> found = new TreeSet<>();
                Pattern.compile("\\{\\w+}")
                        .matcher(Words.texts(language).getProperty(key))
                        .results()
                        .forEach(place -> found.add(place.group()));
                places.add(found);
            }
            assertThat(places).as(key).hasSize(1);
        }
    }

    @Example
    void a_label_that_looks_like_a_place_of_a_text_stays_as_it_is() {
        assertThat(Words.in(Locale.ENGLISH).of("{figure}", "{label}")).isEqualTo("{figure}: {label}");
    }

    @Example
    void another_language_reads_english() {
        Chart chart = new Bars(Samples.figures());
        assertThat(chart.svg("a", Locale.JAPANESE)).isEqualTo(chart.svg("a", Locale.ENGLISH));
    }

    @Provide
    Arbitrary<Chart> charts() {
        return Samples.charts();
    }
}
