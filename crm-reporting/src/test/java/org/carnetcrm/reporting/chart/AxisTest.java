package org.carnetcrm.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class AxisTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Property
    void marks_enclose_the_values_and_zero_in_few_equal_round_steps(
            @ForAll @Size(min = 1, max = 9) List<@Scale(2) @BigRange(min = "-1e18", max = "1e18") BigDecimal> values) {
        Axis axis = axis(values);
        List<BigDecimal> ticks = axis.ticks();

        assertThat(ticks).hasSizeBetween(1, 8);
        assertThat(ticks).anyMatch(tick -> tick.signum() == 0);
        assertThat(values)
                .allMatch(value -> value.signum() == 0
                        || (value.compareTo(ticks.get(0)) >= 0 && value.compareTo(ticks.get(ticks.size() - 1)) <= 0));
        for (int i = 2; i < ticks.size(); i++) {
            assertThat(step(ticks, i)).isEqualByComparingTo(step(ticks, 1));
        }
        if (ticks.size() > 1) {
            assertThat(step(ticks, 1).stripTrailingZeros().unscaledValue().intValueExact())
                    .isIn(1, 2, 5);
            assertThat(step(ticks, 1)).isGreaterThanOrEqualTo(CENT);
        }
    }

    @Example
    void marks_are_as_a_reader_expects() {
        assertThat(ticks("0", "207")).containsExactly("0", "50", "100", "150", "200", "250");
        assertThat(ticks("0.01")).containsExactly("0.00", "0.01");
        assertThat(ticks("-6", "13")).containsExactly("-10", "-5", "0", "5", "10", "15");
        assertThat(ticks("-100")).containsExactly("-100", "-80", "-60", "-40", "-20", "0");
        assertThat(ticks("1e9")).startsWith("0", "200000000").hasSize(6);
        assertThat(ticks("0")).containsExactly("0");
        assertThat(axis(List.of()).ticks()).containsExactly(BigDecimal.ZERO);
    }

    @Example
    void long_marks_are_told_in_thousands_and_more_with_equal_decimals() {
        Axis axis = axis(List.of(new BigDecimal("1200000")));

        assertThat(axis.exponent()).isEqualTo(6);
        assertThat(axis.ticks().stream().map(axis::told))
                .extracting(BigDecimal::toPlainString)
                .containsExactly("0.0", "0.5", "1.0", "1.5");
        assertThat(axis(List.of(new BigDecimal("99999"))).exponent()).isEqualTo(3);
        assertThat(axis(List.of(new BigDecimal("80000"))).exponent()).isZero();
        assertThat(axis(List.of(new BigDecimal("1e30"))).exponent()).isEqualTo(12);
    }

    @Example
    void a_scale_needs_a_length() {
        assertThatThrownBy(() -> new org.carnetcrm.reporting.chart.Scale(
                        BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no length");
    }

    private static BigDecimal step(List<BigDecimal> ticks, int index) {
        return ticks.get(index).subtract(ticks.get(index - 1));
    }

    private static List<String> ticks(String... values) {
        return axis(Stream.of(values).map(BigDecimal::new).toList()).ticks().stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static Axis axis(List<BigDecimal> values) {
        return Axis.over(values, CENT, BigDecimal.valueOf(150), BigDecimal.ZERO);
    }
}
