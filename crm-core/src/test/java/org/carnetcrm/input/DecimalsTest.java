package org.carnetcrm.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"1,5", "1.234,5", "1 000", "1e3", "+1", ".5", "5.", "0x10", "NaN", "∞", "١٢", "--1", "1_000"})
    void a_number_is_plain_and_never_localised(String text) {
        assertThat(Decimals.flaw(text, 15, 4)).isEqualTo("number.notPlain");
        assertThat(Decimals.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1234.5", " 12 ", "007", "1.50"})
    void a_plain_number_is_read_as_it_stands(String text) {
        assertThat(Decimals.flaw(text, 15, 4)).isNull();
        assertThat(Decimals.parse(text)).isEqualTo(new BigDecimal(text.strip()));
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999999, ",
        "1000000000000000, number.tooLarge",
        "000000000000000001, ",
        "1.0000, ",
        "1.00010000, ",
        "1.00001, number.tooManyDecimals",
        "1000000000000000.00001, number.tooLarge"
    })
    void zeros_that_say_nothing_do_not_count(String text, String flaw) {
        assertThat(Decimals.flaw(text, 15, 4)).isEqualTo(flaw);
    }

    @Test
    void nothing_is_no_number_and_no_flaw() {
        assertThat(Decimals.parse(null)).isNull();
        assertThat(Decimals.parse(" ")).isNull();
        assertThat(Decimals.flaw((String) null, 3, 2)).isNull();
    }

    @Test
    void a_number_too_long_is_refused_before_it_is_reckoned_with_and_zeros_make_it_no_other() {
        assertThat(Decimals.flaw("9".repeat(1_000_000), 15, 4)).isEqualTo("number.tooLong");
        assertThat(Decimals.flaw("9".repeat(1_000_000) + "x", 15, 4)).isEqualTo("number.notPlain");
        assertThat(Decimals.flaw("9".repeat(101), 15, 4)).isEqualTo("number.tooLong");
        assertThat(Decimals.flaw("9".repeat(100), 15, 4)).isEqualTo("number.tooLarge");
        assertThat(Decimals.parse("9".repeat(101))).isNull();
        assertThat(Decimals.parse("9".repeat(100))).isEqualTo(new BigDecimal("9".repeat(100)));
        for (String one : List.of("0".repeat(60) + "1", "1." + "0".repeat(60))) {
            assertThat(Decimals.flaw(one, 15, 4)).as(one).isNull();
            assertThat(Decimals.parse(one)).as(one).isEqualByComparingTo("1");
        }
    }
}
