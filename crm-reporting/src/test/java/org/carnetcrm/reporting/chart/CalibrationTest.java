package org.carnetcrm.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.reporting.chart.Samples.level;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import org.w3c.dom.Element;

class CalibrationTest {

    @Example
    void a_dot_stands_at_what_was_promised_and_what_was_won() throws Exception {
        Picture picture = picture(level("0", 0, 3), level("50", 1, 2), level("100", 1, 4));

        // The plot is 246 wide from 30, and 230 high.
        List<Element> dots = picture.elements("circle");
        assertThat(dots).extracting(dot -> dot.getAttribute("cx")).containsExactly("30", "153", "276");
        assertThat(dots)
                .extracting(dot -> new BigDecimal(dots.get(0).getAttribute("cy"))
                        .subtract(new BigDecimal(dot.getAttribute("cy")))
                        .toPlainString())
                .containsExactly("0", "115", "57.5");
        assertThat(picture.description())
                .isEqualTo("About 0: promised 0.00 %, won 0.00 % of 3 closed; "
                        + "About 50: promised 50.00 %, won 50.00 % of 2 closed; "
                        + "About 100: promised 100.00 %, won 25.00 % of 4 closed.");
    }

    @Example
    void each_dot_tells_how_many_deals_are_behind_it() throws Exception {
        assertThat(samples(level("10", 1, 12), level("50", 10, 1234), level("99", 9, 9)))
                .containsExactly("n = 12", "n = 1,234", "n = 9");
    }

    @Example
    void a_number_that_finds_no_room_beside_its_dot_is_left_out() throws Exception {
        assertThat(samples(level("50", 1, 2), level("50", 2, 4), level("50", 3, 6)))
                .containsExactly("n = 2", "n = 4");
    }

    @Example
    void a_level_without_closed_deals_has_no_dot() throws Exception {
        Calibration.Level none = new Calibration.Level("None", null, 0, 0);
        Picture picture = picture(none, level("50", 1, 2));

        assertThat(none.share()).isNull();
        assertThat(picture.elements("circle")).hasSize(1);
        assertThat(picture.description()).startsWith("None: n/a; ");
        assertThat(picture(none).elements("text").get(1).getTextContent()).isEqualTo("(nothing to show)");
    }

    @Example
    void the_share_is_rounded_half_up_to_two_decimals() {
        assertThat(level("10", 1, 3).share()).isEqualByComparingTo("33.33");
        assertThat(level("10", 2, 3).share()).isEqualByComparingTo("66.67");
        assertThat(level("10", 0, 3).share()).isEqualByComparingTo("0");
    }

    @Example
    void numbers_that_contradict_one_another_are_refused() {
        assertThatThrownBy(() -> level("10", 3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> level("10", -1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> level("100.01", 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> level("-1", 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Calibration.Level("x", null, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("need what was promised");
    }

    private static List<String> samples(Calibration.Level... levels) throws Exception {
        return picture(levels).labels().stream()
                .map(Picture.Label::text)
                .filter(text -> text.startsWith("n ="))
                .toList();
    }

    private static Picture picture(Calibration.Level... levels) throws Exception {
        return Picture.of(new Calibration("t", List.of(levels)).svg("a", Locale.ENGLISH));
    }
}
