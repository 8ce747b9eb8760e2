package org.carnetcrm.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.reporting.chart.Samples.eur;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.carnetcrm.money.Money;

class BarsTest {

    private static final BigDecimal LAST_DIGIT = new BigDecimal("0.01");

    @Property(tries = 200)
    void bars_are_as_long_as_their_amounts_to_the_last_digit(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = -1_000_000, max = 1_000_000) Long> cents)
            throws Exception {
        List<Figures.Row> rows = cents.stream()
                .map(amount -> Figures.Row.of("x", new Money(Samples.EUR, BigDecimal.valueOf(amount, 2))))
                .toList();
        List<BigDecimal> drawn = rows.stream()
                .map(row -> row.amounts().get(0).amount())
                .filter(amount -> amount.signum() != 0)
                .toList();
        List<Picture.Bar> bars = Picture.of(
                        new Bars(Samples.figures(rows.toArray(Figures.Row[]::new))).svg("a", Locale.ENGLISH))
                .bars();

        assertThat(bars).hasSameSizeAs(drawn);
        // Width ÷ amount is the same everywhere, so that width × other amount is; each width is off by a digit at most.
        for (int i = 1; i < bars.size(); i++) {
            BigDecimal one = drawn.get(i).abs();
            BigDecimal other = drawn.get(i - 1).abs();
            BigDecimal difference = bars.get(i)
                    .width()
                    .multiply(other)
                    .subtract(bars.get(i - 1).width().multiply(one));
            assertThat(difference.abs()).isLessThanOrEqualTo(one.add(other).multiply(LAST_DIGIT));
        }
    }

    @Example
    void what_is_below_zero_lies_left_of_what_is_above_it() throws Exception {
        List<Picture.Bar> bars =
                bars(Samples.figures(Figures.Row.of("up", eur("3")), Figures.Row.of("down", eur("-1"))));

        assertThat(bars.get(1).right()).isEqualByComparingTo(bars.get(0).x());
    }

    @Example
    void series_lie_one_behind_the_other_and_their_sum_stands_beside_them() throws Exception {
        Figures figures = new Figures(
                "A title",
                List.of("Done", "Planned"),
                Samples.EUR,
                List.of(Figures.Row.of("Ann", eur("10"), eur("20.50")), Figures.Row.of("Bob", eur("5"), eur("-5"))));
        Picture picture = Picture.of(new Bars(figures).svg("a", Locale.ENGLISH));

        assertThat(picture.bars())
                .extracting(Picture.Bar::tip)
                .containsExactly(
                        "Ann, Done: EUR 10.00",
                        "Ann, Planned: EUR 20.50",
                        "Bob, Done: EUR 5.00",
                        "Bob, Planned: EUR -5.00");
        assertThat(picture.bars().get(0).right())
                .isEqualByComparingTo(picture.bars().get(1).x());
        assertThat(picture.bars()).extracting(Picture.Bar::fill).contains("#3a78b5", "url(#a-rising)");
        assertThat(picture.numbers()).containsExactly("30.50", "0.00");
        assertThat(picture.description())
                .isEqualTo("Ann: Done EUR 10.00, Planned EUR 20.50; Bob: Done EUR 5.00, Planned EUR -5.00.");
    }

    @Example
    void a_missing_amount_says_so_and_zero_has_no_bar() throws Exception {
        Figures figures = Samples.figures(Figures.Row.of("none", (Money) null), Figures.Row.of("zero", eur("0")));
        Picture picture = Picture.of(new Bars(figures).svg("a", Locale.FRENCH));

        assertThat(picture.bars()).isEmpty();
        assertThat(picture.numbers()).containsExactly("n.d.", "0,00");
        assertThat(picture.description()).isEqualTo("Value : none : n.d.; zero : 0,00 EUR.");
    }

    @Example
    void a_tiny_amount_beside_a_huge_one_keeps_an_outline() throws Exception {
        List<Picture.Bar> bars = bars(Samples.figures(
                Figures.Row.of("huge", eur("999999999999999.99")), Figures.Row.of("tiny", eur("0.01"))));

        assertThat(bars.get(1).width()).isEqualByComparingTo("0.01");
    }

    @Example
    void an_amount_too_long_for_its_room_is_squeezed_and_not_cut() throws Exception {
        Money gigantic = new Money(Samples.EUR, new BigDecimal("9".repeat(40)));
        Picture picture = Picture.of(new Bars(Samples.figures(Figures.Row.of("x", gigantic))).svg("a", Locale.ENGLISH));

        assertThat(picture.numbers().get(0)).hasSize(40 + 13 + 3);
        assertThat(picture.elements("text").stream().map(text -> text.getAttribute("textLength")))
                .contains("190");
    }

    @Example
    void a_long_label_is_cut_and_stands_whole_in_its_title() throws Exception {
        String label = "A label that is far too long to stand beside a bar";
        Picture.Label shown = Picture.of(
                        new Bars(Samples.figures(Figures.Row.of(label, eur("1")))).svg("a", Locale.ENGLISH))
                .labels()
                .get(1);

        assertThat(shown.text()).startsWith("A label").endsWith("…").hasSizeLessThan(25);
        assertThat(shown.tip()).isEqualTo(label);
    }

    @Example
    void every_one_of_sixty_rows_is_labelled_and_the_words_tell_the_extremes() throws Exception {
        Picture picture = Picture.of(new Bars(Samples.numbered(60, 1)).svg("a", Locale.ENGLISH));

        assertThat(picture.bars()).hasSize(60);
        assertThat(picture.labels()).hasSize(61);
        assertThat(picture.description())
                .isEqualTo("One: 60 entries; lowest: Category 60: EUR -60.00; highest: Category 59: EUR 59.00.");
    }

    @Example
    void without_rows_it_says_that_there_is_nothing() throws Exception {
        Picture picture = Picture.of(new Bars(Samples.figures()).svg("a", Samples.DUTCH));

        assertThat(picture.description()).isEqualTo("Value: (niets te tonen)");
        assertThat(picture.elements("text").get(1).getTextContent()).isEqualTo("(niets te tonen)");
    }

    @Example
    void figures_that_do_not_belong_together_are_refused() {
        assertThatThrownBy(() -> Samples.figures(Figures.Row.of("x", Money.of("USD", "1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EUR cannot show USD");
        assertThatThrownBy(() -> Samples.figures(Figures.Row.of("x", eur("1"), eur("2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 amounts");
        assertThatThrownBy(() -> new Figures("t", List.of(), Samples.EUR, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figures("t", List.of("a", "b", "c", "d", "e"), Samples.EUR, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 4 series, not 5");
    }

    private static List<Picture.Bar> bars(Figures figures) throws Exception {
        return Picture.of(new Bars(figures).svg("a", Locale.ENGLISH)).bars();
    }
}
