package org.carnetcrm.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbabilityTest {

    // The range of Q8: 0 to 100, two decimals at most.
    @ParameterizedTest
    @CsvSource({
        "100.01, probability.range",
        "-0.01, probability.range",
        "1000, probability.range",
        "33.333, number.tooManyDecimals"
    })
    void outside_0_to_100_or_with_three_decimals_it_is_refused(String percent, String flaw) {
        assertThat(Probability.flaw(new BigDecimal(percent))).isEqualTo(flaw);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probability.of(percent))
                .withMessageContaining(percent);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.00, 0", "10, 10", "33.30, 33.3", "0.01, 0.01", "100.00, 100", "99.99, 99.99"})
    void it_prints_as_short_as_it_can_and_reads_what_it_prints(String percent, String printed) {
        Probability probability = Probability.of(percent);
        assertThat(probability).hasToString(printed).isEqualTo(Probability.of(printed));
    }

    @ParameterizedTest
    @CsvSource({"abc", "''", "'1,5'", "1e1", "NaN"})
    void text_that_is_no_number_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Probability.of(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.01", "19.99, 20", "99.99, 100"})
    void it_is_ordered_by_percent(String less, String more) {
        assertThat(Probability.of(less)).isLessThan(Probability.of(more));
        assertThat(Probability.NONE).isLessThanOrEqualTo(Probability.of(less));
        assertThat(Probability.CERTAIN).isGreaterThanOrEqualTo(Probability.of(more));
    }
}
