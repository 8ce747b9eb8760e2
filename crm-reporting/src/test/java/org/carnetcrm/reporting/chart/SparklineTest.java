package org.carnetcrm.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.reporting.chart.Samples.eur;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import org.carnetcrm.money.Money;

class SparklineTest {

    @Example
    void the_line_runs_from_the_lowest_amount_to_the_highest_and_ends_in_a_dot() throws Exception {
        Picture picture = picture("10", "30", "20");

        assertThat(paths(picture)).containsExactly("M3 21h0L60 3L117 12");
        assertThat(picture.elements("circle").get(0).getAttribute("cx")).isEqualTo("117");
        assertThat(picture.elements("circle").get(0).getAttribute("cy")).isEqualTo("12");
    }

    @Example
    void the_line_breaks_where_an_amount_is_missing_and_the_last_one_there_has_the_dot() throws Exception {
        Picture picture = picture("10", null, "30", null);

        assertThat(paths(picture)).containsExactly("M3 21h0M79 3h0");
        assertThat(picture.elements("circle").get(0).getAttribute("cx")).isEqualTo("79");
    }

    @Example
    void zero_is_drawn_only_where_amounts_lie_on_both_sides() throws Exception {
        assertThat(paths(picture("-10", "10"))).containsExactly("M0 12H120", "M3 21h0L117 3");
        assertThat(paths(picture("-10", "-5"))).hasSize(1);
    }

    @Example
    void equal_amounts_lie_in_the_middle_and_none_at_all_draw_nothing() throws Exception {
        assertThat(paths(picture("0", "0"))).containsExactly("M3 12h0L117 12");
        assertThat(paths(picture("7"))).containsExactly("M3 12h0");
        assertThat(picture().elements("circle")).isEmpty();
        assertThat(picture((String) null).elements("circle")).isEmpty();
    }

    @Example
    void more_than_one_series_is_refused() {
        assertThatThrownBy(() -> new Sparkline(Samples.numbered(3, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one series, not 2");
    }

    private static List<String> paths(Picture picture) {
        return picture.elements("path").stream()
                .map(path -> path.getAttribute("d"))
                .toList();
    }

    private static Picture picture(String... amounts) throws Exception {
        Figures.Row[] rows = new Figures.Row[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            Money amount = amounts[i] == null ? null : eur(amounts[i]);
            rows[i] = Figures.Row.of("x", amount);
        }
        return Picture.of(new Sparkline(Samples.figures(rows)).svg("a", Locale.ENGLISH));
    }
}
