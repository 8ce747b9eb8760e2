package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.representative.Representative;

/** Tenants never see each other. */
abstract class TenantContract extends CommandContract {

    @Property(shrinking = ShrinkingMode.OFF)
    void tenants_never_see_each_other(
            @ForAll("histories") CrmHistory history, @ForAll("histories") CrmHistory elsewhere) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        // The same seed gives the other tenant the same ids, and its name differs in case alone.
        Workbench neighbour = Workbench.within(units(), new TenantId("ACME"));
        CrmPlayer next = new CrmPlayer(neighbour);
        int most = Math.max(history.steps().size(), elsewhere.steps().size());
        for (int i = 0; i < most; i++) {
            List<Object> alone = next.answers();
            if (i < history.steps().size()) {
                player.play(history.steps().get(i));
            }
            assertThat(next.answers()).isEqualTo(alone);
            if (i < elsewhere.steps().size()) {
                next.play(elsewhere.steps().get(i));
            }
        }
        assertThat(player.answers()).as("as if it had the store for itself").isEqualTo(alone("acme", history));
        assertThat(next.answers()).as("as if it had the store for itself").isEqualTo(alone("ACME", elsewhere));
    }

    private static List<Object> alone(String tenant, CrmHistory history) {
        CrmPlayer player = new CrmPlayer(
                Workbench.within(Units.of(new org.carnetcrm.store.InMemoryStore()), new TenantId(tenant)));
        player.play(history);
        return player.answers();
    }

    @Example
    void a_tenant_that_nobody_opened_has_nothing() {
        Workbench bench = bench();
        Opportunity deal = bench.deal();
        TenantId other = new TenantId("ACME");

        assertThat(listed(s -> s.find(other, Opportunity.class, List.of(deal.id()))))
                .isEmpty();
        assertThat(listed(s -> s.findByReference(other, Representative.class, List.of("user-lea"))))
                .isEmpty();
        assertThat(listed(s -> s.revisions(other, deal.id()))).isEmpty();
        assertThat(listed(s -> s.audit(other, deal.id()))).isEmpty();
        assertThat(listed(s -> s.links(other, deal.id()))).isEmpty();
        assertThat(listed(s -> s.contacts(other, deal.relation()))).isEmpty();
        assertThat(listed(s -> s.relationChanges(other, List.of(deal.relation()))))
                .isEmpty();
        assertThat(listed(s -> s.summarise(other, OpportunityFilter.all(), Set.of())))
                .isEmpty();
        assertThat(listed(s -> s.representatives(other))).isEmpty();
        assertThat(inUnit(s -> s.choices(other)).all()).isEmpty();
        assertThat(inUnit(s -> s.relations(other, RelationFilter.all(), PageRequest.first(9)))
                        .rows())
                .isEmpty();
        assertThat(inUnit(s -> s.opportunities(
                                other, OpportunityFilter.all(), OpportunityOrder.NEWEST, PageRequest.first(9)))
                        .rows())
                .isEmpty();
        CrmPlayer player = new CrmPlayer(bench);
        player.play(CrmArbitraries.history(1, 80));
        for (Object answer : inUnit(s -> CrmAnswers.of(s, other, bench.ids()))) {
            assertThat(answer).isEqualTo(List.of());
        }
    }
}
