package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.Standing;
import org.carnetcrm.opportunity.SuccessLevel;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.testkit.CrmArbitraries;

/** What holds for every value by itself. */
class ValueLawTest {

    @Provide
    Arbitrary<Money> money() {
        return CrmArbitraries.money();
    }

    @Provide
    Arbitrary<Probability> probabilities() {
        return CrmArbitraries.probabilities();
    }

    @Provide
    Arbitrary<UUID> uuids() {
        Arbitrary<Long> bits = Arbitraries.longs();
        return Combinators.combine(bits, bits).as(UUID::new);
    }

    @Provide
    Arbitrary<String> lines() {
        return CrmArbitraries.lines(Text.LINE);
    }

    @Provide
    Arbitrary<String> texts() {
        return CrmArbitraries.rawTexts(Text.LINE);
    }

    @Provide
    Arbitrary<Opportunity> deals() {
        return CrmArbitraries.opportunities();
    }

    @Provide
    Arbitrary<Relation> relations() {
        return CrmArbitraries.relations();
    }

    @Property(tries = 500)
    void the_total_of_a_deal_is_value_minus_costs_times_percent_over_100_half_up(@ForAll("deals") Opportunity deal) {
        if (deal.value() == null) {
            assertThat(deal.total()).isNull();
            return;
        }
        BigDecimal percent = deal.standing() instanceof Standing.Won
                ? new BigDecimal(100)
                : deal.standing() instanceof Standing.InProgress
                        ? deal.figures().probability().percent()
                        : BigDecimal.ZERO;
        BigDecimal expected = deal.value()
                .amount()
                .subtract(deal.figures().purchaseCosts().amount())
                .multiply(percent)
                .divide(
                        new BigDecimal(100),
                        deal.figures().currency().getDefaultFractionDigits(),
                        RoundingMode.HALF_UP);
        assertThat(deal.total().amount()).isEqualTo(expected);
        assertThat(deal.total().currency()).isEqualTo(deal.value().currency());
    }

    @Provide
    Arbitrary<Tuple.Tuple2<Money, Probability>> shares() {
        Arbitrary<Tuple.Tuple2<Money, Probability>> any =
                Combinators.combine(money(), probabilities()).as(Tuple::of);
        Arbitrary<Tuple.Tuple2<Money, Probability>> halves = Combinators.combine(
                        CrmArbitraries.currencies().flatMap(CrmArbitraries::halves), Arbitraries.of(true, false))
                .as((half, gain) -> gain ? half : Tuple.of(negated(half.get1()), half.get2()));
        return Arbitraries.oneOf(any, halves);
    }

    private static Money negated(Money money) {
        return Money.zero(money.currency()).minus(money);
    }

    @Property(tries = 600)
    void a_percentage_of_money_is_exact_in_whole_minor_units_with_halves_away_from_zero(
            @ForAll("shares") Tuple.Tuple2<Money, Probability> share) {
        Money money = share.get1();
        Probability probability = share.get2();
        // In integers alone: minor units times hundredths of a percent, over ten thousand.
        BigInteger product = money.amount()
                .unscaledValue()
                .multiply(probability.percent().movePointRight(2).toBigIntegerExact());
        BigInteger half = BigInteger.valueOf(5000L * product.signum());
        assertThat(money.times(probability).amount().unscaledValue())
                .isEqualTo(product.add(half).divide(BigInteger.valueOf(10_000)));
    }

    @Property(tries = 200)
    void money_reads_what_it_prints_in_any_currency(@ForAll("money") Money money) {
        assertThat(Money.parse(money.toString())).isEqualTo(money).hasSameHashCodeAs(money);
        assertThat(Money.of(money.currency().getCurrencyCode(), money.amount().toPlainString()))
                .isEqualTo(money);
        assertThat(new Money(money.currency(), money.amount().stripTrailingZeros()))
                .as("equal amounts are equal values")
                .isEqualTo(money);
    }

    @Property(tries = 500)
    void minus_undoes_plus(@ForAll("money") Money money, @ForAll("money") Money other) {
        Money same = new Money(money.currency(), other.amount().setScale(0, RoundingMode.DOWN));
        assertThat(money.plus(same).minus(same)).isEqualTo(money);
        assertThat(money.plus(same)).isEqualTo(same.plus(money));
        assertThat(Integer.signum(money.compareTo(same))).isEqualTo(-Integer.signum(same.compareTo(money)));
    }

    @Property(tries = 300)
    void a_probability_reads_what_it_prints_and_is_in_one_level(@ForAll("probabilities") Probability probability) {
        assertThat(Probability.of(probability.toString()))
                .isEqualTo(probability)
                .hasSameHashCodeAs(probability);
        assertThat(Probability.of(probability.percent().toPlainString())).isEqualTo(probability);
        SuccessLevel level = SuccessLevel.of(probability);
        assertThat(Arrays.stream(SuccessLevel.values())
                        .filter(each -> probability.percent().compareTo(BigDecimal.valueOf(each.from())) >= 0)
                        .reduce((lower, higher) -> higher))
                .contains(level);
    }

    @Property(tries = 100)
    void ids_read_what_they_print(@ForAll("uuids") UUID value) {
        assertThat(RelationId.parse(new RelationId(value).text())).isEqualTo(new RelationId(value));
        assertThat(OpportunityId.parse(new OpportunityId(value).toString())).isEqualTo(new OpportunityId(value));
        assertThat(ContactPersonId.parse(new ContactPersonId(value).text())).isEqualTo(new ContactPersonId(value));
        assertThat(RepresentativeId.parse(new RepresentativeId(value).text())).isEqualTo(new RepresentativeId(value));
        assertThat(LinkId.parse(new LinkId(value).text())).isEqualTo(new LinkId(value));
    }

    @Property(tries = 300)
    void ids_are_ordered_as_their_bytes_and_their_texts_are(
            @ForAll("uuids") UUID one, @ForAll("uuids") UUID other, @ForAll("uuids") UUID third) {
        Comparator<UuidId> order = UuidId.ORDER;
        RelationId a = new RelationId(one);
        RelationId b = new RelationId(other);
        assertThat(Integer.signum(order.compare(a, b)))
                .isEqualTo(Integer.signum(Arrays.compareUnsigned(bytes(one), bytes(other))))
                .isEqualTo(Integer.signum(a.text().compareTo(b.text())))
                .isEqualTo(-Integer.signum(order.compare(b, a)));
        assertThat(order.compare(a, b) == 0).isEqualTo(one.equals(other));
        List<UUID> sorted = new ArrayList<>(List.of(third, one, other));
        sorted.sort(UuidId.UUID_ORDER);
        assertThat(sorted).extracting(UUID::toString).isSorted();
    }

    private static byte[] bytes(UUID value) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    @Property(tries = 500)
    void keys_of_names_are_ordered_alike_by_units_and_by_bytes(
            @ForAll("lines") String one, @ForAll("lines") String other) {
        String a = Text.fold(one);
        String b = Text.fold(other);
        assertThat(Integer.signum(a.compareTo(b)))
                .isEqualTo(Integer.signum(Arrays.compareUnsigned(
                        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8))));
    }

    @Property(tries = 5000)
    void a_key_is_bounded_and_folding_it_again_changes_nothing(@ForAll("lines") String name) {
        String key = Text.fold(name);
        assertThat(key.length()).isLessThanOrEqualTo(Text.FOLDED);
        assertThat(Text.fold(key)).isEqualTo(key);
    }

    @Property(tries = 300)
    void case_accents_and_form_make_no_other_key(@ForAll("lines") String name) {
        assertThat(Text.fold(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(Text.fold(name));
        assertThat(Text.fold(Normalizer.normalize(name, Normalizer.Form.NFC))).isEqualTo(Text.fold(name));
        assertThat(Text.fold(name.toLowerCase(Locale.ROOT))).isEqualTo(Text.fold(name));
    }

    @Property(tries = 600)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void a_text_is_fine_exactly_when_it_is_short_enough_and_has_no_control_and_no_half_of_a_character(
            @ForAll("texts") String raw) {
        String clean = raw.strip();
        assertThat(Text.clean(raw)).isEqualTo(clean.isEmpty() ? null : clean);
        boolean whole = new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(clean);
        boolean good = clean.length() <= Text.LINE && whole;
        boolean line = good && clean.matches("[^\\p{Cntrl}\\x80-\\x9F\u2028\u2029]*");
        boolean prose = good && clean.matches("([^\\p{Cntrl}\\x80-\\x9F]|[\t\r\n])*+");

        assertThat(Text.flawOfLine(raw, Text.LINE) == null).as("a line").isEqualTo(line);
        assertThat(Text.flawOfProse(raw, Text.LINE) == null).as("prose").isEqualTo(prose);
        assertThat(holds(() -> Text.requireLineOrNone("line", raw, Text.LINE)))
                .as("stripped, not empty, and a line")
                .isEqualTo(line && clean.equals(raw) && !clean.isEmpty());
        Statistics.label("lines").collect(line).coverage(lines -> {
            lines.check(true).percentage(share -> share > 10);
            lines.check(false).percentage(share -> share > 10);
        });
    }

    private static boolean holds(Runnable making) {
        try {
            making.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Property(tries = 200)
    void withers_are_inverse(@ForAll("deals") Opportunity deal, @ForAll("relations") Relation relation) {
        assertThat(deal.withVersion(99).withVersion(deal.version())).isEqualTo(deal);
        assertThat(deal.withVersion(99).fields()).as("the version is no field").isEqualTo(deal.fields());
        assertThat(relation.withVersion(99).withVersion(relation.version())).isEqualTo(relation);
        assertThat(relation.withArchived(!relation.archived()).withArchived(relation.archived()))
                .isEqualTo(relation);
        if (deal.isOpen()) {
            assertThat(deal.become(new Standing.Lost("PRICE", deal.horizon().start()))
                            .become(new Standing.InProgress()))
                    .isEqualTo(deal);
        } else {
            assertThat(deal.become(new Standing.InProgress()).become(deal.standing()))
                    .isEqualTo(deal);
        }
    }

    @Provide
    Arbitrary<List<Opportunity>> dealsOfOneCurrency() {
        return CrmArbitraries.currencies()
                .flatMap(currency -> CrmArbitraries.opportunities(currency)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(5))
                .withoutEdgeCases();
    }

    @Property(tries = 200)
    void measures_add_up_in_any_order(@ForAll("dealsOfOneCurrency") List<Opportunity> deals, @ForAll Random random) {
        Measures none = Measures.none(deals.get(0).figures().currency());
        Measures all = deals.stream().map(Measures::of).reduce(none, Measures::plus);
        List<Opportunity> shuffled = new ArrayList<>(deals);
        Collections.shuffle(shuffled, random);
        assertThat(shuffled.stream().map(Measures::of).reduce(Measures::plus)).contains(all);

        assertThat(all.count()).isEqualTo(deals.size());
        assertThat(all.withoutValue())
                .isEqualTo(deals.stream().filter(deal -> deal.value() == null).count());
        assertThat(all.net().amount())
                .isEqualByComparingTo(sum(deals, deal -> deal.figures().net()));
        assertThat(all.total().amount()).isEqualByComparingTo(sum(deals, Opportunity::total));
        assertThat(all.signedTotal().amount())
                .isEqualByComparingTo(sum(deals, deal -> deal.standing().signedTotal()));
        assertThat(all.purchaseCosts().plus(all.purchaseCostsWithoutValue()).amount())
                .isEqualByComparingTo(sum(deals, deal -> deal.figures().purchaseCosts()));
        assertThat(all.days())
                .isEqualTo(deals.stream()
                        .mapToLong(deal -> deal.daysToClosing().orElse(0))
                        .sum());
    }

    private static BigDecimal sum(List<Opportunity> deals, Function<Opportunity, Money> amount) {
        return deals.stream()
                .map(amount)
                .filter(Objects::nonNull)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
