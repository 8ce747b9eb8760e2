package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as jsoup reads them, by the rules of HTML. */
class HtmlTest {

    @Test
    void a_fragment_reads_so() {
        Column name = new Column("relation", Column.Kind.TEXT);
        Column count = new Column("count", Column.Kind.COUNT);
        Table table = new Table(
                "t",
                List.of(name, count),
                List.of(List.of("A<b", 1234L)),
                List.of(List.of("Total", 1234L)),
                List.of("A & note."));

        assertThat(fragment(table, Locale.FRENCH)).isEqualTo("""
                <div class="carnet-table" lang="fr" dir="ltr" role="group" aria-label="t" tabindex="0"><table>\
                <caption><strong>t</strong><p>A &amp; note.</p></caption>
                <thead><tr><th scope="col">Relation</th><th scope="col" class="number">Affaires</th></tr></thead>
                <tbody>
                <tr><th scope="row"><bdi>A&lt;b</bdi></th><td class="number">1_234</td></tr>
                </tbody><tfoot>
                <tr><th scope="row"><bdi>Total</bdi></th><td class="number">1_234</td></tr>
                </tfoot></table></div>
                """.replace('_', '\u202f'));
    }

    @Test
    void every_kind_of_cell_is_written_as_the_language_does() {
        List<Element> rows =
                Jsoup.parse(fragment(Forms.EVERY_KIND, Locale.ENGLISH)).select("tbody tr");

        assertThat(rows.get(0).children().eachText())
                .containsExactly(
                        "Acme",
                        "one two",
                        "EUR",
                        "-1,234,567",
                        "1,234.5",
                        "-1,234,567.50",
                        "63.15 %",
                        "Jul 2017",
                        "7 Mar 2017",
                        "7 Mar 2017 14:05:09.123456 UTC",
                        "yes");
        assertThat(rows.get(0).select(".prose").first().wholeText()).isEqualTo("one\ntwo");
        assertThat(rows.get(1).select(".number").eachText()).containsOnly("n/a").hasSize(4);
        assertThat(rows.get(1).select("th")).isEmpty();
        assertThat(rows.get(1).text()).isEqualTo("n/a n/a n/a n/a");
    }

    @Test
    void a_page_needs_nothing_from_elsewhere_and_no_script() {
        SmallCrm crm = SmallCrm.withDeals();
        Table table = PipelineByStage.of(crm.desk, OpportunityFilter.open()).table(Locale.FRENCH);
        Document page = Jsoup.parse(page(table, Locale.CANADA_FRENCH));

        assertThat(page(table, Locale.CANADA_FRENCH)).startsWith("<!DOCTYPE html>\n<html lang=\"fr-CA\" dir=\"ltr\">");
        assertThat(page.title()).isEqualTo("Pipeline par étape");
        assertThat(page.select("h1").text()).isEqualTo("Pipeline par étape");
        assertThat(page.select("script, link, img, iframe, [src], [href], [onload], [style]"))
                .isEmpty();
        assertThat(page.select("style").first().data())
                .contains("prefers-color-scheme: dark", "@media print")
                .doesNotContain("url(", "@import", "&");
        assertThat(page.select("meta[name=viewport]")).hasSize(1);
        assertThat(page.select("tbody tr")).hasSize(table.rows().size());
        assertThat(page.select("tfoot tr")).hasSize(table.totals().size());
    }

    @ParameterizedTest
    @CsvSource({"en, en", "en-US, en-US", "fr-BE, fr-BE", "nl, nl", "ja, en", "ja-JP, en"})
    void the_language_is_that_of_the_texts(String asked, String served) {
        Document page = Jsoup.parse(page(Forms.EVERY_KIND, Locale.forLanguageTag(asked)));

        assertThat(page.select("html").attr("lang")).isEqualTo(served);
        assertThat(page.select(".carnet-table").attr("lang")).isEqualTo(served);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</td></tr></table><img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "]]><!--",
                "&lt;b&gt; &amp;amp; &#60;",
                "{{7*7}} ${7*7}",
                "\u202eevil\u202c\u2066x"
            })
    void hostile_text_is_shown_and_does_nothing(String hostile) {
        Table table = new Table(
                hostile,
                List.of(new Column(hostile, Column.Kind.TEXT), new Column("x", Column.Kind.PROSE)),
                List.of(List.of(hostile, hostile)),
                List.of(List.of(hostile, hostile)),
                List.of(hostile));
        Document page = Jsoup.parse(page(table, Locale.ENGLISH));

        assertThat(page.title()).isEqualTo(hostile);
        assertThat(page.select("h1, caption p, thead th:first-child, bdi").eachText())
                .hasSize(7)
                .containsOnly(hostile);
        assertThat(page.select(".carnet-table").attr("aria-label")).isEqualTo(hostile);
        assertThat(page.body().select("script, img, svg, [onload], [onerror]")).isEmpty();
    }

    @Property
    void whatever_a_text_holds_the_cell_holds_it_and_the_table_keeps_its_shape(@ForAll String text) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = Jsoup.parse(page(Forms.texts("a", text, "b"), Locale.ENGLISH), "", parser);

        assertThat(page.select("tbody tr > *")).hasSize(3);
        assertThat(page.select("tbody bdi").get(1).wholeText()).isEqualTo(Cells.printable(Cells.lines(text)));
        assertThat(page.select("tbody bdi").get(1).children()).isEmpty();
    }

    @Test
    void a_table_without_rows_says_so_across_its_columns() {
        Table table = new Table("t", Forms.EVERY_KIND.columns(), List.of(), List.of());
        Element cell =
                Jsoup.parse(fragment(table, Locale.ENGLISH)).select("tbody td").first();

        assertThat(cell.attr("colspan")).isEqualTo("11");
        assertThat(cell.text()).isEqualTo(Texts.text("label.empty", Locale.ENGLISH));
    }

    @Test
    void the_rules_touch_nothing_outside_the_table() {
        assertThat(Html.style().lines().filter(line -> line.contains("{") && !line.startsWith("@")))
                .isNotEmpty()
                .allMatch(line -> line.strip().startsWith(".carnet-table"));
    }

    @Test
    void a_target_that_refuses_is_not_passed_over() {
        assertThatThrownBy(() -> Html.writePage(Forms.EVERY_KIND, Locale.ENGLISH, new Full()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("full");
    }

    private static String fragment(Tabular table, Locale locale) {
        StringBuilder text = new StringBuilder();
        Html.writeFragment(table, locale, text);
        return text.toString();
    }

    private static String page(Tabular table, Locale locale) {
        StringBuilder text = new StringBuilder();
        Html.writePage(table, locale, text);
        return text.toString();
    }
}
