package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
        return CrmArbitraries.uuids();
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

    @Property(tries = 300)
    void a_percentage_of_money_is_exact_in_whole_minor_units_with_halves_away_from_zero(
            @ForAll("money") Money money, @ForAll("probabilities") Probability probability) {
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

    @Property(tries = 200)
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
        UUID[] sorted = {third, one, other};
        Arrays.sort(sorted, UuidId.UUID_ORDER);
        assertThat(UuidId.UUID_ORDER.compare(sorted[0], sorted[2])).isLessThanOrEqualTo(0);
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

    @Property(tries = 300)
    void a_text_is_flawed_exactly_when_the_domain_refuses_it(@ForAll("texts") String raw) {
        String clean = Text.clean(raw);
        assertThat(clean == null || Text.clean(clean).equals(clean)).isTrue();
        if (clean == null) {
            assertThat(Text.flawOfLine(raw, Text.LINE)).isNull();
            return;
        }
        boolean refused = false;
        try {
            Text.requireLine("line", clean, Text.LINE);
        } catch (IllegalArgumentException e) {
            refused = true;
        }
        assertThat(Text.flawOfLine(raw, Text.LINE) != null).isEqualTo(refused);
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

    @Property(tries = 200)
    void measures_add_up_in_any_order(@ForAll("deals") Opportunity one) {
        Measures a = Measures.of(one);
        Measures none = Measures.none(one.figures().currency());
        assertThat(a.plus(none)).isEqualTo(a).isEqualTo(none.plus(a));
        assertThat(a.net())
                .isEqualTo(one.value() == null ? none.net() : one.figures().net());
    }
}
