package org.carnetcrm.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.reporting.chart.Samples.eur;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import org.carnetcrm.money.Money;

class ColumnsTest {

    @Example
    void columns_stand_on_the_line_of_zero_as_high_as_their_amounts() throws Exception {
        Picture picture = picture(Samples.figures(
                Figures.Row.of("a", eur("100")), Figures.Row.of("b", eur("50")), Figures.Row.of("c", eur("-25"))));
        List<Picture.Bar> bars = picture.bars();

        // The axis runs from −50 to 100 over 150 units.
        assertThat(picture.numbers()).containsExactly("-50", "0", "50", "100");
        assertThat(bars)
                .extracting(Picture.Bar::height)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("100"), new BigDecimal("50"), new BigDecimal("25"));
        assertThat(bars.get(0).bottom()).isEqualByComparingTo(bars.get(1).bottom());
        assertThat(bars.get(2).y()).isEqualByComparingTo(bars.get(0).bottom());
    }

    @Example
    void series_stand_one_on_the_other_and_hang_below_zero_apart() throws Exception {
        Figures figures = new Figures(
                "t",
                List.of("Won", "Open", "Overdue"),
                Samples.EUR,
                List.of(Figures.Row.of("May", eur("10"), eur("-5"), eur("20"))));
        List<Picture.Bar> bars = picture(figures).bars();

        assertThat(bars.get(2).bottom()).isEqualByComparingTo(bars.get(0).y());
        assertThat(bars.get(1).y()).isEqualByComparingTo(bars.get(0).bottom());
        assertThat(bars.get(2).height())
                .isEqualByComparingTo(bars.get(0).height().multiply(BigDecimal.valueOf(2)));
    }

    @Example
    void columns_never_meet_whatever_their_number() throws Exception {
        for (int count : new int[] {1, 7, 60, 500}) {
            List<Picture.Bar> bars = picture(Samples.numbered(count, 1)).bars();
            assertThat(bars).hasSize(count);
            for (int i = 1; i < count; i++) {
                assertThat(bars.get(i - 1).right())
                        .isLessThanOrEqualTo(bars.get(i).x());
            }
        }
    }

    @Example
    void labels_are_all_there_while_they_fit_and_thinned_evenly_where_they_do_not() throws Exception {
        assertThat(labels(3)).containsExactly("Category 1", "Category 2", "Category 3");
        assertThat(labels(7)).containsExactly("Category 1", "Category 3", "Category 5");
        assertThat(labels(60)).startsWith("Category 1").hasSizeBetween(3, 6);
    }

    @Example
    void thousands_and_more_are_told_in_the_unit() throws Exception {
        assertThat(unit("80000")).isEqualTo("Value, EUR");
        assertThat(unit("100001")).isEqualTo("Value, EUR thousands");
        assertThat(unit("2500000")).isEqualTo("Value, EUR millions");
        assertThat(unit("2500000000")).isEqualTo("Value, EUR billions");
        assertThat(unit("999999999999999")).isEqualTo("Value, EUR trillions");
        Picture french =
                Picture.of(new Columns(Samples.figures(Figures.Row.of("a", eur("2500000")))).svg("a", Locale.FRENCH));
        assertThat(french.labels().get(0).text()).isEqualTo("Value, millions de EUR");
        assertThat(french.numbers()).containsExactly("0,0", "0,5", "1,0", "1,5", "2,0", "2,5");
    }

    @Example
    void a_missing_amount_is_a_dotted_line_and_zero_is_nothing() throws Exception {
        Picture picture = picture(Samples.figures(
                Figures.Row.of("a", (Money) null), Figures.Row.of("b", eur("0")), Figures.Row.of("c", eur("1"))));

        assertThat(picture.bars()).hasSize(1);
        assertThat(picture.elements("path").stream().filter(path -> path.hasAttribute("stroke-dasharray")))
                .hasSize(1);
    }

    @Example
    void nothing_but_zeros_has_zero_as_its_only_mark() throws Exception {
        Picture picture = picture(Samples.figures(Figures.Row.of("a", eur("0")), Figures.Row.of("b", eur("0"))));

        assertThat(picture.numbers()).containsExactly("0");
        assertThat(picture.bars()).isEmpty();
    }

    @Example
    void a_legend_that_is_too_wide_goes_on_in_the_next_line() throws Exception {
        String name = "A series with a rather long name";
        Figures figures = new Figures("t", List.of(name, name, "Short"), Samples.EUR, List.of());
        List<Picture.Label> labels = picture(figures).labels();

        assertThat(labels).extracting(Picture.Label::text).containsExactly("EUR", name, name, "Short");
        assertThat(labels).extracting(label -> label.y().intValue()).containsExactly(0, 15, 30, 30);
    }

    private static List<String> labels(int count) throws Exception {
        List<String> labels = new ArrayList<>();
        picture(Samples.numbered(count, 1)).labels().forEach(label -> labels.add(label.text()));
        return labels.subList(1, labels.size());
    }

    private static String unit(String amount) throws Exception {
        return picture(Samples.figures(Figures.Row.of("a", eur(amount))))
                .labels()
                .get(0)
                .text();
    }

    private static Picture picture(Figures figures) throws Exception {
        return Picture.of(new Columns(figures).svg("a", Locale.ENGLISH));
    }
}
