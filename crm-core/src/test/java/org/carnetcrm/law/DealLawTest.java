package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.carnetcrm.Desk;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.opportunity.SuccessLevel;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.testkit.Workbench;

/** What holds for every deal, whatever its figures and its history. */
class DealLawTest {

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "USD", "JPY", "KWD", "CLF").map(Currency::getInstance);
    }

    @Property(tries = 300)
    void the_total_is_net_times_percent_over_100_rounded_half_up_in_whole_minor_units(
            @ForAll("currencies") Currency currency,
            @ForAll @BigRange(min = "0", max = "999999999999999") BigInteger value,
            @ForAll @BigRange(min = "0", max = "999999999999999") BigInteger costs,
            @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal percent) {
        int digits = currency.getDefaultFractionDigits();
        Money amount = new Money(currency, new BigDecimal(value, digits));
        Money net = amount.minus(new Money(currency, new BigDecimal(costs, digits)));

        // In integers: minor units × hundredths of a percent, halves away from zero.
        BigInteger product =
                value.subtract(costs).multiply(percent.movePointRight(2).toBigIntegerExact());
        BigInteger half = BigInteger.valueOf(5000L * product.signum());
        BigInteger expected = product.add(half).divide(BigInteger.valueOf(10000));

        assertThat(net.times(new Probability(percent)).amount().unscaledValue()).isEqualTo(expected);
    }

    @Property(tries = 200)
    void money_and_probability_read_what_they_print(
            @ForAll("currencies") Currency currency,
            @ForAll BigInteger units,
            @ForAll @BigRange(max = "100", min = "0") @Scale(2) BigDecimal percent) {
        Money money = new Money(
                currency, new BigDecimal(units.mod(BigInteger.TEN.pow(30)), currency.getDefaultFractionDigits()));
        Probability probability = new Probability(percent);

        assertThat(Money.parse(money.toString())).isEqualTo(money);
        assertThat(Probability.of(probability.toString())).isEqualTo(probability);
    }

    @Property(tries = 200)
    void each_probability_is_in_exactly_one_level(
            @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal percent) {
        List<SuccessLevel> containing = new ArrayList<>();
        for (SuccessLevel level : SuccessLevel.values()) {
            boolean last = level == SuccessLevel.FROM_80;
            int upper = percent.compareTo(BigDecimal.valueOf(level.to()));
            if (percent.compareTo(BigDecimal.valueOf(level.from())) >= 0 && (last ? upper <= 0 : upper < 0)) {
                containing.add(level);
            }
        }
        assertThat(containing).containsExactly(SuccessLevel.of(new Probability(percent)));
    }

    @Property(tries = 40)
    void revisions_replay_to_the_present_and_both_dates_only_grow(@ForAll Random random) {
        Workbench bench = Workbench.inMemory();
        Opportunity deal = play(bench, random, 25);

        List<OpportunityRevision> revisions = bench.desk().opportunities().revisions(deal.id());
        assertThat(revisions).hasSize(deal.version());
        assertThat(revisions.get(revisions.size() - 1).deal()).isEqualTo(deal);
        for (int i = 0; i < revisions.size(); i++) {
            OpportunityRevision revision = revisions.get(i);
            assertThat(revision.number()).isEqualTo(i + 1);
            if (i == 0) {
                assertThat(revision.previous()).isNull();
                continue;
            }
            OpportunityRevision before = revisions.get(i - 1);
            assertThat(revision.effectiveOn()).isAfterOrEqualTo(before.effectiveOn());
            assertThat(revision.recordedAt()).isAfterOrEqualTo(before.recordedAt());
            assertThat(before.next())
                    .isEqualTo(new OpportunityRevision.Next(revision.effectiveOn(), revision.recordedAt()));
            assertThat(revision.previous()).isNotNull();
            assertThat(revision.previous().total()).isEqualTo(before.deal().total());
        }
        assertThat(revisions.get(revisions.size() - 1).next()).isNull();
    }

    @Property(tries = 40)
    void the_audit_replays_to_the_fields_of_the_present(@ForAll Random random) {
        Workbench bench = Workbench.inMemory();
        Opportunity deal = play(bench, random, 15);
        java.util.Map<String, String> fields = new java.util.HashMap<>();
        bench.desk()
                .audit(deal.id())
                .forEach(entry -> entry.changes().forEach(change -> {
                    assertThat(fields.get(change.field())).isEqualTo(change.from());
                    fields.remove(change.field());
                    if (change.to() != null) {
                        fields.put(change.field(), change.to());
                    }
                }));
        assertThat(fields).isEqualTo(deal.fields());
    }

    @Property(tries = 30)
    void levels_partition_the_open_deals_and_a_list_adds_up_to_its_summary(@ForAll Random random) {
        Workbench bench = Workbench.inMemory();
        for (int i = 0; i < 12; i++) {
            play(bench, random, 4);
        }
        Desk desk = bench.desk();
        OpportunityFilter open = OpportunityFilter.open();
        List<OpportunitySummary> levels = desk.opportunities().summarise(open, OpportunityDimension.SUCCESS_LEVEL);
        var rows = desk.opportunities()
                .list(open, OpportunityOrder.NEWEST, PageRequest.first(1000))
                .rows();
        assertThat(levels.stream().mapToLong(level -> level.measures().count()).sum())
                .isEqualTo(rows.size());
        BigDecimal ofLevels = levels.stream()
                .map(level -> level.measures().total().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ofRows = rows.stream()
                .filter(row -> row.total() != null)
                .map(row -> row.total().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(ofLevels).isEqualByComparingTo(ofRows);
    }

    @Property(tries = 40)
    void reopening_restores_the_last_open_probability_and_clears_the_code(@ForAll Random random) {
        Workbench bench = Workbench.inMemory();
        Opportunity deal = bench.desk().opportunities().open(bench.draft().probability(random.nextInt(101) + ""));
        ClosingDraft closing = List.of(
                        ClosingDraft.won(),
                        ClosingDraft.lost("PRICE"),
                        ClosingDraft.abandoned().code("OTHER"))
                .get(random.nextInt(3));
        Opportunity closed = bench.desk().opportunities().close(deal.id(), 1, closing);
        Opportunity reopened = bench.desk().opportunities().reopen(deal.id(), closed.version());

        assertThat(reopened.probability()).isEqualTo(deal.probability());
        assertThat(reopened.total()).isEqualTo(deal.total());
        assertThat(reopened.standing().closingCode()).isNull();
        assertThat(reopened.revised(1, deal.stamp())).isEqualTo(deal);
    }

    @Property(tries = 150)
    void a_draft_passes_when_and_only_when_the_domain_can_build_it(
            @ForAll("texts") String subject, @ForAll("numbers") String value, @ForAll("numbers") String probability) {
        Workbench bench = Workbench.inMemory();
        OpportunityDraft draft = bench.draft().subject(subject).value(value).probability(probability);
        boolean builds;
        try {
            Text.requireLine("subject", subject.strip(), Text.LINE);
            if (!value.isBlank()) {
                Money money = Money.of("EUR", value.strip());
                builds = Money.flaw(money.amount(), money.currency()) == null;
            } else {
                builds = true;
            }
            if (!probability.isBlank()) {
                Probability.of(probability.strip());
            }
            builds &= !subject.isBlank();
        } catch (IllegalArgumentException e) {
            builds = false;
        }
        boolean passes;
        try {
            Opportunity deal = bench.desk().opportunities().open(draft);
            assertThat(OpportunityDraft.from(deal).subject()).isEqualTo(subject.strip());
            passes = true;
        } catch (InvalidException e) {
            passes = false;
        }
        assertThat(passes).as("%s", draft).isEqualTo(builds);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of("", " ", "\u0000", "a\nb", "\uD83D", "😀", "שלום", "x".repeat(200), "x".repeat(201)));
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-5), BigDecimal.valueOf(120))
                        .ofScale(2)
                        .map(BigDecimal::toPlainString),
                Arbitraries.of(
                        "",
                        "abc",
                        "1e3",
                        "1,5",
                        "+1",
                        "0.005",
                        "100.001",
                        "999999999999999",
                        "1000000000000000",
                        "007",
                        "1.50000"));
    }

    @Property(tries = 30)
    void a_command_that_changes_nothing_keeps_the_version_and_writes_nothing(@ForAll Random random) {
        Workbench bench = Workbench.inMemory();
        Opportunity deal = play(bench, random, 6);
        int audited = bench.desk().audit(deal.id()).size();

        assertThat(bench.desk().opportunities().change(deal.id(), deal.version(), OpportunityDraft.from(deal)))
                .isEqualTo(deal);
        assertThat(bench.desk().audit(deal.id())).hasSize(audited);
    }

    @Property(tries = 60)
    void a_failed_command_changes_nothing(@ForAll Random random) {
        Workbench bench = Workbench.inMemory();
        Opportunity deal = play(bench, random, 5);
        List<Object> before = answers(bench, deal);
        OpportunityDraft bad =
                OpportunityDraft.from(deal).subject(null).value("-1").because("no");
        boolean failed = false;
        try {
            List<OpportunityDraft> drafts = List.of(bench.draft(), bad);
            before = answers(bench, deal);
            bench.desk().opportunities().openAll(drafts);
        } catch (CrmException e) {
            failed = true;
        }
        assertThat(failed).isTrue();
        assertThat(answers(bench, deal)).isEqualTo(before);
    }

    private static List<Object> answers(Workbench bench, Opportunity deal) {
        Desk desk = bench.desk();
        return List.of(
                desk.opportunities().list(OpportunityFilter.all(), OpportunityOrder.NEWEST, PageRequest.first(1000)),
                desk.opportunities().summarise(OpportunityFilter.all(), OpportunityDimension.values()),
                desk.opportunities().revisions(deal.id()),
                desk.audit(deal.id()));
    }

    @Property(tries = 100)
    void ids_are_ordered_as_unsigned_bytes(@ForAll long high, @ForAll long low, @ForAll long otherHigh) {
        java.util.UUID one = new java.util.UUID(high, low);
        java.util.UUID other = new java.util.UUID(otherHigh, low);
        assertThat(Integer.signum(UuidId.UUID_ORDER.compare(one, other)))
                .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
    }

    @Example
    void the_same_history_with_the_same_seeds_gives_equal_records() {
        assertThat(play(Workbench.inMemory(), new Random(3), 30))
                .isEqualTo(play(Workbench.inMemory(), new Random(3), 30));
    }

    @Example
    void sixteen_threads_lose_no_update_of_one_deal() throws Exception {
        Workbench bench = Workbench.inMemory();
        Opportunity deal = bench.deal();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Callable<Integer>> jobs = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            jobs.add(() -> raise(bench.desk(), deal));
        }
        int raised = 0;
        for (Future<Integer> job : threads.invokeAll(jobs)) {
            raised += job.get();
        }
        threads.shutdown();

        Opportunity present = bench.desk().opportunities().find(deal.id()).orElseThrow();
        assertThat(present.value()).isEqualTo(Money.of("EUR", Integer.toString(12000 + raised)));
        assertThat(present.version()).isEqualTo(1 + raised);
        assertThat(bench.desk().opportunities().revisions(deal.id())).hasSize(1 + raised);
    }

    private static int raise(Desk desk, Opportunity deal) {
        int raised = 0;
        for (int i = 0; i < 50; i++) {
            Opportunity seen = desk.opportunities().find(deal.id()).orElseThrow();
            String more = seen.value().plus(Money.of("EUR", "1")).amount().toPlainString();
            try {
                desk.opportunities()
                        .change(
                                seen.id(),
                                seen.version(),
                                OpportunityDraft.from(seen).value(more));
                raised++;
            } catch (ConflictException e) {
                assertThat(e.id()).isEqualTo(deal.id());
            }
        }
        return raised;
    }

    /** Plays a deal through random changes, some of which are refused, with the clock going on. */
    private static Opportunity play(Workbench bench, Random random, int commands) {
        Relation relation = bench.relation("R" + random.nextInt(1000));
        var deals = bench.desk().opportunities();
        Opportunity deal = deals.open(OpportunityDraft.about(relation.id())
                .subject("Deal")
                .value(random.nextInt(4) == 0 ? null : random.nextInt(100000) + ".25")
                .purchaseCosts(random.nextInt(50000) + ""));
        for (int i = 0; i < commands; i++) {
            bench.on(bench.today().plusDays(random.nextInt(3) - 1));
            Opportunity seen = deal;
            try {
                deal = switch (random.nextInt(8)) {
                    case 0 ->
                        deals.moveTo(
                                seen.id(),
                                seen.version(),
                                List.of("NEEDS", "PROPOSAL", "NONE").get(random.nextInt(3)));
                    case 1 ->
                        deals.change(
                                seen.id(),
                                seen.version(),
                                OpportunityDraft.from(seen).value(random.nextInt(99999) + ".5"));
                    case 2 ->
                        deals.change(
                                seen.id(),
                                seen.version(),
                                OpportunityDraft.from(seen)
                                        .probability(random.nextInt(120) + "")
                                        .because("talk"));
                    case 3 ->
                        deals.close(
                                seen.id(), seen.version(), ClosingDraft.lost(random.nextBoolean() ? "PRICE" : null));
                    case 4 ->
                        deals.close(
                                seen.id(), seen.version(), ClosingDraft.won().signedTotal(random.nextInt(999) + ""));
                    case 5 -> deals.reopen(seen.id(), seen.version());
                    case 6 ->
                        deals.change(
                                seen.id(),
                                seen.version(),
                                OpportunityDraft.from(seen)
                                        .effectiveOn(bench.today().plusDays(random.nextInt(3) - 1))
                                        .text("t" + i));
                    default ->
                        deals.change(
                                seen.id(),
                                seen.version(),
                                OpportunityDraft.from(seen).probability(null).stage("NEGOTIATION"));
                };
            } catch (InvalidException refused) {
                assertThat(refused.problems()).isNotEmpty();
                assertThat(deals.find(seen.id())).contains(seen);
            }
            assertThat(deal.standing().kind().isClosed())
                    .isEqualTo(deal.standing().kind() != StandingKind.IN_PROGRESS);
        }
        return deal;
    }
}
