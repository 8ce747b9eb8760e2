package org.carnetcrm.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    // Minor units: ISO 4217, list one. Halves: reckoned by hand, away from zero.
    @ParameterizedTest
    @CsvSource({
        "EUR, 0.01, 50, EUR 0.01",
        "EUR, -0.01, 50, EUR -0.01",
        "EUR, 0.01, 49.99, EUR 0.00",
        "EUR, -0.01, 49.99, EUR 0.00",
        "EUR, 10000, 33.33, EUR 3333.00",
        "JPY, 101, 50, JPY 51",
        "JPY, -101, 50, JPY -51",
        "KWD, 0.001, 50, KWD 0.001",
        "KWD, 1.235, 10, KWD 0.124",
        "EUR, 999999999999999.99, 100, EUR 999999999999999.99",
        "EUR, 999999999999999.99, 0.01, EUR 100000000000.00"
    })
    void a_part_is_rounded_half_up_to_the_minor_unit(String currency, String amount, String percent, String part) {
        assertThat(Money.of(currency, amount).times(Probability.of(percent)))
                .hasToString(part)
                .isEqualTo(Money.parse(part));
    }

    @ParameterizedTest
    @CsvSource({"EUR, 0.005", "JPY, 0.5", "KWD, 0.0001"})
    void more_decimals_than_the_minor_unit_are_refused_not_rounded(String currency, String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(currency, amount))
                .withMessageContaining(amount);
        assertThat(Money.flaw(new BigDecimal(amount), Currency.getInstance(currency)))
                .isEqualTo("number.tooManyDecimals");
    }

    @Test
    void amounts_are_equal_whatever_zeros_they_were_written_with() {
        assertThat(Money.of("EUR", "1.50"))
                .isEqualTo(Money.of("EUR", "1.5"))
                .isEqualTo(new Money(EUR, new BigDecimal("1.5000")))
                .hasSameHashCodeAs(Money.parse("EUR 1.5"))
                .hasToString("EUR 1.50");
        assertThat(Money.zero(EUR)).hasToString("EUR 0.00");
    }

    @Test
    void amounts_of_one_currency_add_and_compare_and_of_two_do_not() {
        Money ten = Money.of("EUR", "10");
        assertThat(ten.plus(Money.of("EUR", "0.01"))).hasToString("EUR 10.01");
        assertThat(ten.minus(Money.of("EUR", "10.01")).isNegative()).isTrue();
        assertThat(ten.minus(ten).isNegative()).isFalse();
        assertThat(ten).isGreaterThan(Money.of("EUR", "9.99"));
        for (Runnable mixed : java.util.List.<Runnable>of(
                () -> ten.plus(Money.of("USD", "1")),
                () -> ten.minus(Money.of("USD", "1")),
                () -> ten.compareTo(Money.of("USD", "1")))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(mixed::run)
                    .withMessage("cannot reckon EUR 10.00 with USD 1.00 without a rate");
        }
    }

    // 10 / 3 = 3.333…, 20 / 3 = 6.666…, 0.05 / 2 = 0.025: by hand.
    @ParameterizedTest
    @CsvSource({"10, 3, 3.33", "20, 3, 6.67", "0.05, 2, 0.03", "-0.05, 2, -0.03", "7, 1, 7.00"})
    void an_average_is_rounded_half_up(String amount, long count, String average) {
        assertThat(Money.of("EUR", amount).dividedBy(count)).hasToString("EUR " + average);
    }

    @Test
    void a_division_by_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero(EUR).dividedBy(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero(EUR).dividedBy(-1));
    }

    @ParameterizedTest
    @CsvSource({"XXX", "XAU", "eur", "EURO", "''"})
    void a_currency_without_a_minor_unit_and_an_unknown_one_are_none(String code) {
        assertThat(Money.currencyOf(code)).isNull();
    }

    @Test
    void a_currency_of_zero_digits_is_one() {
        assertThat(Money.currencyOf("JPY")).isEqualTo(Currency.getInstance("JPY"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.minorDigits(Currency.getInstance("XXX")))
                .withMessageContaining("XXX");
    }

    @Test
    void no_currency_has_more_decimals_than_the_most_that_an_amount_has() {
        assertThat(Currency.getAvailableCurrencies().stream()
                        .mapToInt(Currency::getDefaultFractionDigits)
                        .max())
                .hasValue(Money.FRACTION_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"-0.01, number.negative", "1000000000000000, number.tooLarge", "0.001, number.tooManyDecimals"})
    void what_is_wrong_with_an_amount_has_a_name(String amount, String flaw) {
        assertThat(Money.flaw(new BigDecimal(amount), EUR)).isEqualTo(flaw);
        assertThat(Money.flaw(new BigDecimal("999999999999999.99"), EUR)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"EUR", "EUR 1;5", "'EUR  1 5'", "EUR 1e3", "EUR +1"})
    void text_that_is_no_money_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text));
    }
}
