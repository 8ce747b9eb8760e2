package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Example;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.store.InMemoryStore;
import org.carnetcrm.testkit.Workbench;

/** What holds when many threads work on the same things. */
class ThreadLawTest {

    private static final int THREADS = 16;
    private static final int ROUNDS = 40;

    @Example
    void sixteen_threads_that_change_the_same_deals_lose_no_update() throws Exception {
        Workbench bench = Workbench.inMemory();
        List<OpportunityId> deals =
                List.of(bench.deal().id(), bench.deal().id(), bench.deal().id());
        List<int[]> raised = atOnce(() -> raise(bench.desk(), deals));

        long all = 0;
        for (int i = 0; i < deals.size(); i++) {
            int place = i;
            int changes = raised.stream().mapToInt(each -> each[place]).sum();
            all += changes;
            Opportunity present =
                    bench.desk().opportunities().find(deals.get(i)).orElseThrow();
            List<OpportunityRevision> revisions = bench.desk().opportunities().revisions(present.id());
            assertThat(present.value()).isEqualTo(Money.of("EUR", Integer.toString(12_000 + changes)));
            assertThat(present.version()).isEqualTo(1 + changes);
            assertThat(revisions).hasSize(1 + changes);
            assertThat(revisions.get(changes).deal()).isEqualTo(present);
            assertThat(bench.desk().audit(present.id())).hasSize(1 + changes);
        }
        assertThat(all).as("somebody wins each time").isGreaterThanOrEqualTo(ROUNDS);
        assertThat(bench.desk().opportunities().summarise(OpportunityFilter.all()))
                .extracting(OpportunitySummary::measures)
                .extracting(measures -> measures.value().amount().longValueExact())
                .containsExactly(36_000 + all);
    }

    private static int[] raise(Desk desk, List<OpportunityId> deals) {
        int[] raised = new int[deals.size()];
        for (int i = 0; i < ROUNDS; i++) {
            int place = i % deals.size();
            Opportunity seen = desk.opportunities().find(deals.get(place)).orElseThrow();
            Money more = seen.value().plus(Money.of("EUR", "1"));
            try {
                desk.opportunities()
                        .change(
                                seen.id(),
                                seen.version(),
                                OpportunityDraft.from(seen).value(more.amount().toPlainString()));
                raised[place]++;
            } catch (ConflictException e) {
                assertThat(e.id()).isEqualTo(seen.id());
            }
        }
        return raised;
    }

    @Example
    void sixteen_threads_that_ensure_the_same_representative_get_one() throws Exception {
        Workbench bench = Workbench.inMemory();
        List<Representative> ensured =
                atOnce(() -> bench.desk().representatives().ensure("user-max", "Max"));

        assertThat(ensured).hasSize(THREADS).containsOnly(ensured.get(0));
        assertThat(bench.desk().representatives().all())
                .extracting(Representative::name)
                .containsExactly("Lea", "Max");
    }

    @Example
    void sixteen_threads_that_open_the_same_tenant_open_one() throws Exception {
        Crm crm = Crm.over(Setup.of(Clock.systemUTC()), new InMemoryStore());
        TenantDraft draft = TenantDraft.of("acme", "EUR").choices(Presets.standard());
        List<Desk> desks = atOnce(() -> crm.openTenant(draft));

        assertThat(desks).hasSize(THREADS);
        assertThat(desks.get(0).lists().all()).hasSameSizeAs(Presets.standard().all());
        assertThat(desks.get(0).audit(new TenantId("acme"))).hasSize(1);
    }

    private static <T> List<T> atOnce(Callable<T> job) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> jobs = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                jobs.add(threads.submit(() -> {
                    start.await();
                    return job.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : jobs) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
