package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.reporting.SmallCrm.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.junit.jupiter.api.Test;

/** Sums of several currencies in one; the rates are those of {@link EveryReport#RATES}. */
class ConvertedTest {

    private static final OpportunityFilter ALL = OpportunityFilter.all();
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final Currency YEN = Currency.getInstance("JPY");
    private static final LocalDate DAY = LocalDate.of(2017, 4, 30);

    private final SmallCrm crm = SmallCrm.withDeals();

    ConvertedTest() {
        crm.open(crm.deal(crm.acme, crm.anna, "PROPOSAL").currency("JPY").value("5000"));
    }

    @Test
    void each_currency_is_converted_and_rounded_once_and_one_without_a_rate_is_listed_and_left_out() {
        // 2000.10 × 0.9 = 1800.09; 666.63 × 0.9 = 599.967
        assertThat(text(pipeline(EveryReport.RATES, EURO))).isEqualTo("""
                Pipeline in one currency
                Converted into EUR at the rates of 30 Apr 2017.
                JPY has no rate; deals left out: 1.

                From   Deals     Value   Total  Rate  Currency  Value converted  Total converted
                -----  -----  --------  ------  ----  --------  ---------------  ---------------
                EUR        3  1,100.00  370.00     1  EUR              1,100.00           370.00
                JPY        1     5,000   2,500   n/a  EUR                   n/a              n/a
                USD        1  2,000.10  666.63   0.9  EUR              1,800.09           599.97
                -----  -----  --------  ------  ----  --------  ---------------  ---------------
                Total      4       n/a     n/a   n/a  EUR              2,900.09           969.97

                """);
    }

    @Test
    void what_was_won_is_converted_too() {
        assertThat(Converted.of(crm.desk, ALL, Converted.Kind.WON, rate("1.5"), DOLLAR, DAY)
                        .total(Converted.Row::convertedWonValue))
                .as("1000.01 × 1.5 = 1500.015, half up")
                .isEqualTo(Money.of("USD", "1500.02"));
    }

    @Test
    void a_converted_total_names_its_rates_and_what_it_leaves_out() {
        Explanation why = pipeline(EveryReport.RATES, EURO)
                .explain(3, "convertedValue", Locale.ENGLISH)
                .orElseThrow();

        assertThat(why.figure()).isEqualTo(Money.of("EUR", "2900.09"));
        assertThat(why.rates())
                .containsExactly(
                        new Rate(EURO, EURO, DAY, BigDecimal.ONE), new Rate(DOLLAR, EURO, DAY, new BigDecimal("0.9")));
        assertThat(why.leftOut()).containsExactly(new Explanation.LeftOut("deals in JPY, which has no rate", 1));
    }

    @Test
    void a_currency_without_minor_units_is_rounded_to_whole_numbers() {
        Converted inYen = pipeline(rate("0.5"), YEN);

        assertThat(inYen.total(Converted.Row::convertedTotal))
                .as("370 ÷ 2 + 2500 + 666.63 ÷ 2 = 333.315")
                .isEqualTo(Money.of("JPY", "3018"));
    }

    @Test
    void a_rate_of_nothing_is_refused() {
        assertThatThrownBy(() -> pipeline(rate("0"), EURO)).isInstanceOf(IllegalArgumentException.class);
    }

    private Converted pipeline(ExchangeRates rates, Currency into) {
        return Converted.of(crm.desk, ALL, Converted.Kind.PIPELINE, rates, into, DAY);
    }

    private static ExchangeRates rate(String rate) {
        return (tenant, from, to, on) -> Optional.of(new BigDecimal(rate));
    }
}
