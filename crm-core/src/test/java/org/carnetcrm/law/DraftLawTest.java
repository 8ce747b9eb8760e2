package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.testkit.CrmArbitraries;
import org.carnetcrm.testkit.Workbench;

/** A draft passes its checks when, and only when, the domain can build what it describes. */
class DraftLawTest {

    private static final Workbench BENCH = Workbench.inMemory();
    private static final Opportunity DEAL = BENCH.deal();
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final Relation ACME = BENCH.relation("Acme");

    /** The desk of a tenant of its own, so that no draft meets another; one CRM serves all tries. */
    private static Desk freshDesk() {
        String tenant = "tenant-" + TENANTS.incrementAndGet();
        Desk system = BENCH.crm().openTenant(TenantDraft.of(tenant, "EUR").choices(Presets.standard()));
        return BENCH.crm()
                .actingAs(Actor.of(
                        tenant, system.representatives().ensure("lea", "Lea").id()));
    }

    @Provide
    Arbitrary<RelationDraft> relations() {
        return CrmArbitraries.rawRelationDrafts();
    }

    @Provide
    Arbitrary<RelationDraft> goodRelations() {
        return CrmArbitraries.relationDrafts();
    }

    @Provide
    Arbitrary<OpportunityDraft> deals() {
        return CrmArbitraries.rawOpportunityDrafts(ACME.id());
    }

    @Provide
    Arbitrary<OpportunityDraft> goodDeals() {
        return CrmArbitraries.opportunityDrafts(ACME.id());
    }

    @Property(tries = 400)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void a_draft_of_a_relation_passes_when_and_only_when_the_domain_builds_it(
            @ForAll("relations") RelationDraft draft) {
        boolean passes = passes(() -> freshDesk().relations().add(draft));
        assertThat(passes)
                .as("%s", draft)
                .isEqualTo(builds(() ->
                        draft.build(new RelationId(new UUID(1, 1)), 1, new Relation.Rank("PROSPECT", null, 1), false)));
        bothHappen(passes);
    }

    @Property(tries = 400)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void a_draft_of_a_deal_passes_when_and_only_when_the_domain_builds_it(@ForAll("deals") OpportunityDraft draft) {
        Desk desk = freshDesk();
        OpportunityDraft here = draft.relation(
                desk.relations().add(RelationDraft.company("Acme")).id());
        boolean passes = passes(() -> desk.opportunities().open(here));
        assertThat(passes).as("%s %s", draft, draft.subject()).isEqualTo(builds(() -> built(draft)));
        bothHappen(passes);
    }

    /** The law would say little if nearly all drafts were good, or bad. */
    private static void bothHappen(boolean passes) {
        Statistics.label("drafts").collect(passes).coverage(drafts -> {
            drafts.check(true).percentage(share -> share > 20);
            drafts.check(false).percentage(share -> share > 20);
        });
    }

    /** What the domain itself asks of the parts, each of which throws on what it cannot hold. */
    private static Object built(OpportunityDraft draft) {
        String currency =
                Text.clean(draft.currency()) == null ? "EUR" : draft.currency().strip();
        Money.minorDigits(java.util.Currency.getInstance(currency));
        Money costs = amount(currency, draft.purchaseCosts());
        Probability probability =
                Text.clean(draft.probability()) == null ? Probability.NONE : Probability.of(draft.probability());
        Opportunity any = DEAL;
        return new Opportunity(
                any.id(),
                1,
                draft.subject().strip(),
                Text.clean(draft.text()),
                any.parties(),
                any.classification(),
                new org.carnetcrm.opportunity.Figures(
                        amount(currency, draft.value()),
                        costs == null ? Money.zero(java.util.Currency.getInstance(currency)) : costs,
                        amount(currency, draft.minimumTarget()),
                        probability,
                        true,
                        probability),
                new Opportunity.Horizon(draft.start() == null ? BENCH.today() : draft.start(), draft.expectedClosing()),
                any.standing(),
                Text.clean(draft.hostReference()),
                any.stamp());
    }

    private static Money amount(String currency, String raw) {
        return Text.clean(raw) == null ? null : Money.of(currency, raw);
    }

    @Property(tries = 150)
    void a_good_draft_of_a_relation_passes_and_its_form_gives_the_relation_again(
            @ForAll("goodRelations") RelationDraft draft) {
        Relation added = freshDesk().relations().add(draft);
        assertThat(RelationDraft.from(added).build(added.id(), 1, added.rank(), false))
                .isEqualTo(added);
    }

    @Property(tries = 150)
    void a_good_draft_of_a_deal_passes_and_its_form_changes_nothing(@ForAll("goodDeals") OpportunityDraft draft) {
        Desk desk = freshDesk();
        Opportunity opened = desk.opportunities()
                .open(draft.relation(
                        desk.relations().add(RelationDraft.company("Acme")).id()));
        assertThat(desk.opportunities().change(opened.id(), 1, OpportunityDraft.from(opened)))
                .isEqualTo(opened);
    }

    @Property(tries = 150)
    void every_problem_of_a_list_stands_below_the_place_of_its_draft(@ForAll("deals") OpportunityDraft draft) {
        Desk desk = freshDesk();
        OpportunityDraft here = draft.relation(
                desk.relations().add(RelationDraft.company("Acme")).id());
        List<String> alone = problems(() -> desk.opportunities().open(here.hostReference(null)));
        List<String> second = problems(() -> desk.opportunities()
                .openAll(List.of(
                        OpportunityDraft.about(here.relation()).subject("Fine").probability("5"),
                        here.hostReference(null))));
        assertThat(second).isEqualTo(alone.stream().map(path -> "[1]." + path).toList());
    }

    private static List<String> problems(Runnable command) {
        try {
            command.run();
            return List.of();
        } catch (InvalidException e) {
            return e.problems().stream().map(problem -> problem.path()).toList();
        }
    }

    private static boolean passes(Runnable command) {
        try {
            command.run();
            return true;
        } catch (InvalidException e) {
            return false;
        }
    }

    private static boolean builds(Runnable making) {
        try {
            making.run();
            return true;
        } catch (IllegalArgumentException | NullPointerException | InvalidException e) {
            return false;
        }
    }
}
