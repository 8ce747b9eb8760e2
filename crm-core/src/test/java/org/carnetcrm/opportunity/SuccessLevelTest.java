package org.carnetcrm.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import org.carnetcrm.money.Probability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessLevelTest {

    // The levels of Q10: [0,20) [20,40) [40,60) [60,80) [80,100].
    @ParameterizedTest
    @CsvSource({
        "0, FROM_0",
        "19.99, FROM_0",
        "20, FROM_20",
        "39.99, FROM_20",
        "40, FROM_40",
        "59.99, FROM_40",
        "60, FROM_60",
        "79.99, FROM_60",
        "80, FROM_80",
        "99.99, FROM_80",
        "100, FROM_80"
    })
    void q10_each_edge_belongs_to_the_level_above_and_100_to_the_last(String percent, SuccessLevel level) {
        assertThat(SuccessLevel.of(Probability.of(percent))).isEqualTo(level);
    }

    @Test
    void q10_the_levels_join_from_0_to_100() {
        int edge = 0;
        for (SuccessLevel level : SuccessLevel.values()) {
            assertThat(level.from()).isEqualTo(edge);
            edge = level.to();
        }
        assertThat(edge).isEqualTo(100);
    }
}
