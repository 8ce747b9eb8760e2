package org.carnetcrm.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.reporting.chart.Samples.eur;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.carnetcrm.money.Money;

class WaterfallTest {

    /** A bar of next to nothing has the extent of one digit, so that it is drawn at all. */
    private static final Offset<BigDecimal> LAST_DIGIT = Offset.offset(new BigDecimal("0.01"));

    @Property(tries = 200)
    void each_bar_begins_where_the_one_before_ended_and_the_last_is_the_sum(
            @ForAll @LongRange(min = -100_000, max = 100_000) long opening,
            @ForAll @Size(max = 60) List<@LongRange(min = -100_000, max = 100_000) Long> changes)
            throws Exception {
        Waterfall waterfall = Samples.waterfall(
                cents(opening), changes.stream().map(WaterfallTest::cents).toArray(String[]::new));
        List<Picture.Bar> bars = Picture.of(waterfall.svg("a", Locale.ENGLISH)).bars();

        assertThat(bars).hasSize(changes.size() + 2);
        assertThat(waterfall.closingAmount().amount().unscaledValue().longValueExact())
                .isEqualTo(opening + changes.stream().mapToLong(Long::longValue).sum());
        BigDecimal zero = opening < 0 ? bars.get(0).right() : bars.get(0).x();
        BigDecimal end = opening < 0 ? bars.get(0).x() : bars.get(0).right();
        for (int i = 0; i < changes.size(); i++) {
            Picture.Bar bar = bars.get(i + 1);
            long change = changes.get(i);
            assertThat(change < 0 ? bar.right() : bar.x()).isCloseTo(end, LAST_DIGIT);
            end = change < 0 ? bar.x() : bar.right();
        }
        Picture.Bar last = bars.get(bars.size() - 1);
        long closing = waterfall.closingAmount().amount().signum();
        assertThat(closing < 0 ? last.x() : last.right()).isCloseTo(end, LAST_DIGIT);
        assertThat(closing < 0 ? last.right() : last.x()).isCloseTo(zero, LAST_DIGIT);
    }

    @Example
    void rises_and_falls_have_patterns_of_their_own_and_signs() throws Exception {
        Picture picture =
                Picture.of(Samples.waterfall("100", "20.50", "-130", "0").svg("a", Locale.ENGLISH));

        assertThat(picture.bars())
                .extracting(Picture.Bar::fill)
                .containsExactly("#3a78b5", "url(#a-rising)", "url(#a-falling)", "url(#a-rising)", "#3a78b5");
        assertThat(picture.numbers()).containsExactly("100.00", "+20.50", "-130.00", "0.00", "-9.50");
        assertThat(picture.description())
                .isEqualTo("Value: Before: EUR 100.00; Change 20.50: EUR 20.50; Change -130: EUR -130.00; "
                        + "Change 0: EUR 0.00; After: EUR -9.50.");
    }

    @Example
    void many_changes_are_told_by_their_sum() throws Exception {
        String[] changes = Stream.generate(() -> "-2").limit(60).toArray(String[]::new);

        assertThat(Picture.of(Samples.waterfall("100", changes).svg("a", Locale.ENGLISH))
                        .description())
                .isEqualTo("Value: Before: EUR 100.00; 60 changes that add up to EUR -120.00; After: EUR -20.00.");
    }

    @Example
    void a_change_in_another_currency_is_refused() {
        assertThatThrownBy(() -> new Waterfall(
                        "t",
                        "Value",
                        new Waterfall.Step("a", eur("1")),
                        List.of(new Waterfall.Step("b", Money.of("USD", "1"))),
                        "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("USD");
    }

    private static String cents(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
