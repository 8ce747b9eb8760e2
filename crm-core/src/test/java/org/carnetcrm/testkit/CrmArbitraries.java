package org.carnetcrm.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.LinkId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.Classification;
import org.carnetcrm.opportunity.Figures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.Parties;
import org.carnetcrm.opportunity.Stamp;
import org.carnetcrm.opportunity.Standing;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.ContactDetails;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;

/**
 * Random values of the domain, as wide as the domain is. What is named <em>raw</em> may be bad; all else is what the
 * domain holds.
 *
 * <p>What is put together from many parts has no edge cases of jqwik's own, which would combine those of the first parts
 * alone in half of the tries; each part chooses its interesting values itself.
 */
public final class CrmArbitraries {

    private static final BigInteger MOST_UNITS = BigInteger.TEN.pow(Money.INTEGER_DIGITS);

    private CrmArbitraries() {}

    /** Gives currencies with two, none and three decimals. */
    public static Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "JPY", "KWD", "USD").map(Currency::getInstance);
    }

    /** Gives amounts of any sign and up to thirty digits, as sums may be. */
    public static Arbitrary<Money> money() {
        BigInteger most = BigInteger.TEN.pow(30);
        return Combinators.combine(currencies(), Arbitraries.bigIntegers().between(most.negate(), most))
                .as(CrmArbitraries::units);
    }

    /** Gives amounts of a currency that a draft may bring in: not negative, at most fifteen digits before the point. */
    public static Arbitrary<Money> amounts(Currency currency) {
        BigInteger most = MOST_UNITS.multiply(BigInteger.TEN.pow(Money.minorDigits(currency)));
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TEN.pow(7))),
                        Tuple.of(1, Arbitraries.bigIntegers().between(BigInteger.ZERO, most.subtract(BigInteger.ONE))),
                        Tuple.of(1, Arbitraries.of(BigInteger.ZERO, BigInteger.ONE, most.subtract(BigInteger.ONE))))
                .map(units -> units(currency, units));
    }

    /** Gives an amount and a probability of which the product lies in the very middle between two minor units. */
    public static Arbitrary<Tuple.Tuple2<Money, Probability>> halves(Currency currency) {
        // Units times hundredths is 5000 modulo 10 000: hundredths, the least such units, and how far apart they are.
        Arbitrary<int[]> chosen = Arbitraries.of(
                new int[] {5000, 1, 2},
                new int[] {1250, 4, 8},
                new int[] {250, 20, 40},
                new int[] {7500, 2, 4},
                new int[] {1, 5000, 10_000});
        return Combinators.combine(chosen, Arbitraries.integers().between(0, 1_000_000))
                .as((half, times) -> Tuple.of(
                        units(currency, BigInteger.valueOf(half[1] + (long) half[2] * times)),
                        new Probability(BigDecimal.valueOf(half[0], Probability.FRACTION_DIGITS))));
    }

    /** Gives probabilities of 0 to 100 percent to the hundredth; half of them at the ends of the levels or round. */
    public static Arbitrary<Probability> probabilities() {
        Arbitrary<Integer> chosen = Arbitraries.of(
                0, 1, 50, 250, 1000, 1250, 1999, 2000, 2500, 3999, 4000, 5000, 6000, 7500, 7999, 8000, 9999, 10_000);
        return Arbitraries.oneOf(Arbitraries.integers().between(0, 10_000), chosen)
                .map(hundredths -> new Probability(BigDecimal.valueOf(hundredths, Probability.FRACTION_DIGITS)));
    }

    /** Gives lines that the domain holds: stripped, of one character up to a length, in several scripts. */
    public static Arbitrary<String> lines(int max) {
        Arbitrary<String> drawn = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("éÉœŁßİıΣς\u0301שלום\u202E中日\uFFFD")
                .ofMinLength(1)
                .ofMaxLength(Math.min(max, 30));
        Arbitrary<String> chosen =
                Arbitraries.of("x".repeat(max), "😀".repeat(Math.max(1, max / 2)), "ﬁ", "1|2", "=A1");
        // Few and short, so that two of them often begin alike and differ where orders of characters do.
        Arbitrary<String> close = Arbitraries.of("a", "A", "á", "~", "😀", "\uE000", "\uFFFD")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
        return Arbitraries.frequencyOf(Tuple.of(4, drawn), Tuple.of(1, chosen), Tuple.of(1, close))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.length() <= max);
    }

    /** Gives texts that the domain holds: stripped, of one character up to a length, over one or more lines. */
    public static Arbitrary<String> proses(int max) {
        Arbitrary<String> breaks = Arbitraries.of("\n", "\r\n", "\t", "\u2028", "\n\n");
        return Combinators.combine(lines(max), breaks, lines(max))
                .as((first, separator, second) -> first + separator + second)
                .filter(prose -> prose.length() <= max);
    }

    /**
     * Gives texts that a form or a file may bring in around a length: empty, blank, with control characters, lone
     * surrogates, characters of four bytes, right to left, too long by one.
     */
    public static Arbitrary<String> rawTexts(int max) {
        Arbitrary<String> hostile = Arbitraries.of(
                "",
                " ",
                "\u2003",
                "\u0000",
                "a\u0000b",
                "a\nb",
                "a\tb\r\n",
                "\u0085",
                "a\u2028b",
                "a\u2029b",
                "\u2028",
                "a\u009Fb",
                "\uD83D",
                "a\uDE00b",
                "\uDE00\uD83D",
                "😀",
                "\u202Eשלום",
                "' OR 1=1 --",
                "<b>${x}</b>{0}",
                "x".repeat(max),
                "x".repeat(max + 1),
                " " + "x".repeat(max) + " ",
                "😀".repeat(max / 2 + 1),
                "x".repeat(20 * max));
        return Arbitraries.frequencyOf(
                Tuple.of(2, lines(max)),
                Tuple.of(2, hostile),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(12)));
    }

    /** Gives numbers as a form or a file may bring them in: fine, negative, localised, too large, too exact. */
    public static Arbitrary<String> rawNumbers() {
        Arbitrary<String> plain = Combinators.combine(
                        Arbitraries.longs().between(-500, 20_000),
                        Arbitraries.integers().between(0, 4))
                .as((units, scale) -> BigDecimal.valueOf(units, scale).toPlainString());
        Arbitrary<String> chosen = Arbitraries.of(
                "",
                " ",
                " 7 ",
                "0",
                "-0",
                "-0.01",
                "007",
                "1.50000",
                "100",
                "100.00",
                "100.01",
                "100.001",
                "0.5",
                "0.005",
                "0.001",
                "0.0001",
                "0.00001",
                "-0.00001",
                "1." + "0".repeat(60),
                "0.0" + "1".repeat(120),
                "1000000000000000.00001",
                "1e3",
                "1,5",
                "+1",
                "1.",
                ".5",
                "abc",
                "NaN",
                "٣",
                "１",
                "1 000",
                "999999999999999",
                "999999999999999.99",
                "1000000000000000",
                "9".repeat(40),
                "9".repeat(41),
                "9".repeat(101));
        return Arbitraries.oneOf(plain, chosen);
    }

    /** Gives dates from 1900 to 2200, leap days and days of a change to summer time among them. */
    public static Arbitrary<LocalDate> dates() {
        Arbitrary<LocalDate> any = Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2200, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<LocalDate> chosen = Arbitraries.of(
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2000, 2, 29),
                LocalDate.of(2026, 3, 29),
                LocalDate.of(2026, 10, 25),
                LocalDate.of(2025, 12, 31));
        return Arbitraries.oneOf(any, chosen);
    }

    /** Gives instants to the microsecond. */
    public static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, java.time.temporal.ChronoUnit.MICROS));
    }

    /** Gives UUIDs of versions 7, of any time, and 4: what every database takes that has a type of its own for them. */
    public static Arbitrary<UUID> uuids() {
        Arbitrary<Long> bits = Arbitraries.longs()
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
        return Combinators.combine(bits, bits, Arbitraries.of(true, false))
                .as((high, low, ordered) -> uuid(high, low, ordered ? 0x7000L : 0x4000L));
    }

    private static UUID uuid(long high, long low, long version) {
        return new UUID(high & ~0xF000L | version, low & ~(3L << 62) | 1L << 63);
    }

    /** Gives addresses that the domain holds. */
    public static Arbitrary<Address> addresses() {
        return Combinators.combine(
                        proses(Address.LINES_LENGTH).injectNull(0.5),
                        lines(Address.POSTAL_CODE_LENGTH).injectNull(0.5),
                        lines(Text.LINE).injectNull(0.5),
                        Arbitraries.of("BE", "FR", "CA").injectNull(0.5))
                .as(Address::new)
                .withoutEdgeCases();
    }

    /** Gives drafts of relations that a CRM with the standard lists accepts, without references to other things. */
    public static Arbitrary<RelationDraft> relationDrafts() {
        Arbitrary<ContactDetails> details = Combinators.combine(
                        lines(Text.LINE).injectNull(0.5),
                        lines(ContactDetails.PHONE_LENGTH).injectNull(0.5),
                        lines(Text.LINE).injectNull(0.5),
                        addresses())
                .as(ContactDetails::new);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        lines(Text.LINE),
                        lines(Relation.VAT_LENGTH).injectNull(0.5),
                        details,
                        lines(Relation.SECTOR_LENGTH).injectNull(0.5),
                        Arbitraries.of("PROSPECT", "CUSTOMER", "FORMER", "OTHER")
                                .injectNull(0.3),
                        Arbitraries.of("HIGH", "NORMAL", "LOW").injectNull(0.5))
                .as((company, name, vat, reached, sector, status, priority) -> (company
                                ? RelationDraft.company(name)
                                : RelationDraft.person(name))
                        .vatNumber(vat)
                        .details(reached)
                        .sector(sector)
                        .status(status)
                        .priority(priority))
                .withoutEdgeCases();
    }

    /** Gives drafts of relations, good and bad in their texts. */
    public static Arbitrary<RelationDraft> rawRelationDrafts() {
        return Combinators.combine(
                        relationDrafts(),
                        rawTexts(Text.LINE),
                        rawTexts(Relation.VAT_LENGTH),
                        rawTexts(Relation.SECTOR_LENGTH),
                        rawTexts(Text.REFERENCE),
                        rawTexts(2),
                        spoilt(),
                        rawTexts(Address.POSTAL_CODE_LENGTH))
                .as((good, name, vat, sector, reference, country, field, postalCode) -> switch (field) {
                    case 0 -> good.name(name);
                    case 1 -> good.vatNumber(vat);
                    case 2 -> good.sector(sector);
                    case 3 -> good.hostReference(reference);
                    case 4 -> good.address(new Address(null, null, null, country));
                    case 5 -> good.address(new Address(name, postalCode, sector, "BE"));
                    case 6 -> good.email(name).phone(vat);
                    case 7 ->
                        good.details(new ContactDetails(
                                null, null, name, good.details().address()));
                    default -> good;
                })
                .withoutEdgeCases();
    }

    /** Gives drafts of deals with a relation that a CRM with the standard lists accepts. */
    public static Arbitrary<OpportunityDraft> opportunityDrafts(RelationId relation) {
        Arbitrary<OpportunityDraft> undated = currencies()
                .flatMap(currency -> Combinators.combine(
                                lines(Text.LINE),
                                proses(Text.PROSE).injectNull(0.7),
                                amounts(currency).injectNull(0.2),
                                amounts(currency).injectNull(0.3),
                                amounts(currency).injectNull(0.7),
                                probabilities().injectNull(0.4),
                                Arbitraries.of("QUALIFICATION", "NEEDS", "PROPOSAL", "NEGOTIATION")
                                        .injectNull(0.3),
                                Arbitraries.of("NEW", "RECURRING", "UPDATE").injectNull(0.5))
                        .as((subject, text, value, costs, target, probability, stage, type) -> OpportunityDraft.about(
                                        relation)
                                .subject(subject)
                                .text(text)
                                .currency(currency.getCurrencyCode())
                                .value(plain(value))
                                .purchaseCosts(plain(costs))
                                .minimumTarget(plain(target))
                                .probability(probability == null ? null : probability.toString())
                                .stage(stage)
                                .type(type)));
        return Combinators.combine(
                        undated,
                        dates(),
                        Arbitraries.integers().between(0, 400).injectNull(0.3),
                        Arbitraries.of(true, false))
                .as((draft, start, days, dated) ->
                        dated ? draft.start(start).expectedClosing(days == null ? null : start.plusDays(days)) : draft)
                .withoutEdgeCases();
    }

    /** Gives drafts of deals with a relation, good and bad in their texts, numbers and dates. */
    public static Arbitrary<OpportunityDraft> rawOpportunityDrafts(RelationId relation) {
        Arbitrary<OpportunityDraft> closing = Combinators.combine(
                        opportunityDrafts(relation),
                        dates(),
                        Arbitraries.integers().between(-2, 8))
                .as((good, start, days) -> days < 2 ? good.start(start).expectedClosing(start.plusDays(days)) : good);
        return Combinators.combine(
                        closing,
                        rawTexts(Text.LINE),
                        rawTexts(Text.PROSE),
                        rawTexts(Text.REFERENCE),
                        rawNumbers(),
                        rawNumbers(),
                        spoilt(),
                        Arbitraries.of("EUR", "JPY", "KWD", "XXX", "XAU", "eur", "EURO", "€"))
                .as((good, subject, text, reference, number, percent, field, currency) -> switch (field) {
                    case 0 -> good.subject(subject);
                    case 1 -> good.text(text);
                    case 2 -> good.hostReference(reference);
                    case 3 -> good.value(number);
                    case 4 -> good.purchaseCosts(number);
                    case 5 -> good.probability(percent);
                    case 6 -> good.currency(currency).value(number).minimumTarget(percent);
                    default -> good;
                })
                .withoutEdgeCases();
    }

    /** Gives representatives as a store may hold them, without one above. */
    public static Arbitrary<Representative> representatives() {
        return Combinators.combine(
                        lines(Text.LINE),
                        lines(Text.LINE).injectNull(0.5),
                        lines(Text.LINE).injectNull(0.5),
                        references(),
                        uuids(),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(true, false))
                .as((name, email, region, reference, id, version, active) -> new Representative(
                        new RepresentativeId(id), version, name, email, null, region, reference, active))
                .withoutEdgeCases();
    }

    /** Gives relations as a store may hold them, without references to other things. */
    public static Arbitrary<Relation> relations() {
        Arbitrary<Relation.Rank> ranks = Combinators.combine(
                        Arbitraries.of("PROSPECT", "CUSTOMER", "FORMER", "OTHER"),
                        Arbitraries.of("HIGH", "NORMAL", "LOW").injectNull(0.5),
                        Arbitraries.integers().between(1, 9))
                .as(Relation.Rank::new);
        return Combinators.combine(
                        relationDrafts(),
                        ranks,
                        references(),
                        uuids(),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(true, false))
                .as((draft, rank, reference, id, version, archived) ->
                        draft.hostReference(reference).build(new RelationId(id), version, rank, archived))
                .withoutEdgeCases();
    }

    /** Gives people at a relation as a store may hold them. */
    public static Arbitrary<ContactPerson> contactPersons(RelationId relation) {
        Arbitrary<String> line = lines(Text.LINE).injectNull(0.5);
        Arbitrary<String> phone = lines(ContactDetails.PHONE_LENGTH).injectNull(0.5);
        Arbitrary<ContactPersonDraft> drafts = Combinators.combine(
                        line,
                        lines(Text.LINE),
                        line,
                        line,
                        phone,
                        phone,
                        lines(ContactPerson.LANGUAGE_LENGTH).injectNull(0.5),
                        references())
                .as((first, last, function, email, number, mobile, language, reference) -> new ContactPersonDraft(
                        first, last, function, email, number, mobile, language, reference, true));
        return Combinators.combine(drafts, uuids(), Arbitraries.integers().between(1, 9), Arbitraries.of(true, false))
                .as((draft, id, version, active) ->
                        draft.active(active).build(new ContactPersonId(id), version, relation))
                .withoutEdgeCases();
    }

    /** Gives what is linked to a deal, as a store may hold it. */
    public static Arbitrary<OpportunityLink> links(OpportunityId deal) {
        return Combinators.combine(
                        Arbitraries.of(OpportunityLink.Target.class),
                        lines(Text.REFERENCE),
                        uuids(),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(true, false))
                .as((target, reference, id, version, done) ->
                        new OpportunityLink(new LinkId(id), version, deal, target, reference, done))
                .withoutEdgeCases();
    }

    /** Gives deals as a store may hold them, in every standing. */
    public static Arbitrary<Opportunity> opportunities() {
        return currencies().flatMap(CrmArbitraries::opportunities).withoutEdgeCases();
    }

    /** Gives deals of one currency as a store may hold them, in every standing. */
    public static Arbitrary<Opportunity> opportunities(Currency currency) {
        Arbitrary<Classification> classifications = Combinators.combine(
                        Arbitraries.of("QUALIFICATION", "NEEDS", "PROPOSAL", "NEGOTIATION"),
                        Arbitraries.of("NEW", "RECURRING", "UPDATE"),
                        Arbitraries.of("OTHER", "x.y-z_9").injectNull(0.5),
                        Arbitraries.of("OTHER", "x.y-z_9").injectNull(0.5))
                .as(Classification::new);
        Arbitrary<Revised> revised = Combinators.combine(
                        uuids(),
                        references(),
                        instants(),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(true, false))
                .as(Revised::new);
        return Combinators.combine(
                        lines(Text.LINE),
                        proses(Text.PROSE).injectNull(0.5),
                        classifications,
                        figures(currency),
                        dates(),
                        Arbitraries.integers().between(0, 400).injectNull(0.3),
                        standing(currency),
                        revised)
                .as((subject, text, classification, figures, start, expected, standing, last) -> new Opportunity(
                        new OpportunityId(last.id),
                        1 + last.days % 8,
                        subject,
                        text,
                        new Parties(
                                new RelationId(last.id),
                                last.days % 2 == 0 ? null : new ContactPersonId(last.id),
                                new RepresentativeId(last.id),
                                last.chosen),
                        classification,
                        figures,
                        new Opportunity.Horizon(start, expected == null ? null : start.plusDays(expected)),
                        standing.from(start),
                        last.hostReference,
                        new Stamp(
                                start.plusDays(last.days),
                                last.recordedAt,
                                last.recordedAt,
                                start.plusDays(last.days / 2))))
                .withoutEdgeCases();
    }

    /** What tells a deal and its last revision apart from others. */
    private record Revised(UUID id, String hostReference, Instant recordedAt, int days, boolean chosen) {}

    /**
     * Gives figures of one currency, with and without a value, with costs above it and below, and often such that the
     * total lies in the very middle between two minor units.
     */
    public static Arbitrary<Figures> figures(Currency currency) {
        Arbitrary<Figures> any = Combinators.combine(
                        amounts(currency).injectNull(0.2),
                        amounts(currency),
                        amounts(currency).injectNull(0.6),
                        probabilities(),
                        Arbitraries.of(true, false),
                        probabilities())
                .as(Figures::new);
        Arbitrary<Figures> middle = Combinators.combine(
                        halves(currency),
                        Arbitraries.integers()
                                .between(0, 1_000_000)
                                .map(units -> units(currency, BigInteger.valueOf(units))),
                        Arbitraries.of(true, false))
                .as((half, less, gain) -> {
                    Money more = less.plus(half.get1());
                    return new Figures(gain ? more : less, gain ? less : more, null, half.get2(), gain, half.get2());
                });
        return Arbitraries.frequencyOf(Tuple.of(3, any), Tuple.of(1, middle)).withoutEdgeCases();
    }

    /** Host references that no two things share, or none. */
    static Arbitrary<String> references() {
        return Combinators.combine(lines(Text.REFERENCE - 37), uuids())
                .as((text, id) -> text + " " + id)
                .injectNull(0.5);
    }

    /** Gives histories of at most a number of commands, good and bad ones mixed. */
    public static Arbitrary<CrmHistory> histories(int most) {
        return Combinators.combine(
                        Arbitraries.of(CrmHistory.Deed.class),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(-1, 9),
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.frequencyOf(Tuple.of(4, lines(Text.LINE)), Tuple.of(1, rawTexts(Text.LINE))),
                        Arbitraries.frequencyOf(
                                Tuple.of(
                                        4,
                                        Arbitraries.integers().between(0, 100).map(String::valueOf)),
                                Tuple.of(1, rawNumbers())))
                .as(CrmHistory.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .withSizeDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .map(CrmHistory::new);
    }

    /** Gives one of {@link #histories} by its seed, for a test that is no property. */
    public static CrmHistory history(long seed, int most) {
        // Neighbouring seeds begin alike in java.util.Random; spread over all bits they do not.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        return histories(most).generator(1000, false).next(random).value();
    }

    /** A standing that depends on when the deal started. */
    private interface Ending {
        Standing from(LocalDate start);
    }

    private static Arbitrary<Ending> standing(Currency currency) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1000),
                        amounts(currency).injectNull(0.3))
                .as((kind, days, signed) -> start -> List.of(
                                new Standing.InProgress(),
                                new Standing.Won(start.plusDays(days), signed),
                                new Standing.Lost("PRICE", start.plusDays(days)),
                                new Standing.Abandoned(days % 2 == 0 ? null : "OTHER", start.plusDays(days)))
                        .get(kind));
    }

    /** Which field of a draft is spoilt; above the last one, none. */
    private static Arbitrary<Integer> spoilt() {
        return Arbitraries.integers().between(0, 8);
    }

    private static Money units(Currency currency, BigInteger units) {
        return new Money(currency, new BigDecimal(units, Money.minorDigits(currency)));
    }

    private static String plain(Money amount) {
        return amount == null ? null : amount.amount().toPlainString();
    }
}
