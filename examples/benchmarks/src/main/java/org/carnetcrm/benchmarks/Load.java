package org.carnetcrm.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionSummary;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.store.InMemoryStore;

/** Loads actions with one cost line each through the public API, and tells how long that takes and what it holds. */
final class Load {

    private static final int BATCH = 1_000;
    private static final int REPRESENTATIVES = 250;
    private static final int RELATIONS = 5_000;
    private static final int DAYS = 8 * 365;

    private final Desk desk;
    private final LocalDate today;
    private final List<RelationId> relations = new ArrayList<>();
    private final List<RepresentativeId> representatives = new ArrayList<>();

    private Load(Desk desk, LocalDate today) {
        this.desk = desk;
        this.today = today;
    }

    /** Loads, and prints one line of figures. */
    static void run(int actions, PrintStream out) {
        Clock clock = Clock.systemUTC();
        Setup setup = Setup.of(clock)
                .withProductCosts((tenant, product, currency, on) -> Optional.of(new BigDecimal("4.25")));
        Crm crm = Crm.over(setup, new InMemoryStore());
        Desk desk = crm.openTenant(
                TenantDraft.of("load", "EUR").choices(Presets.standard().with(ActionType.of("VISIT", "Visit"))));
        Load load = new Load(desk, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        load.people();
        long wall = System.nanoTime();
        Duration cpu = cpu();
        load.actions(actions);
        Duration took = Duration.ofNanos(System.nanoTime() - wall);
        Duration used = cpu().minus(cpu);
        List<ActionSummary> count = desk.actions().count(ActionFilter.all());
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        out.printf(
                Locale.ROOT,
                "%d actions with one cost line each: %.1f s wall, %.1f s of processor time, %d MiB of heap held%n",
                count.get(0).count(),
                took.toMillis() / 1e3,
                used.toMillis() / 1e3,
                heap);
    }

    private static Duration cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Duration.ofNanos(system.getProcessCpuTime())
                : Duration.ZERO;
    }

    private void people() {
        for (int i = 0; i < REPRESENTATIVES; i++) {
            String name = "Representative " + i;
            representatives.add(desk.representatives().ensure(name, name).id());
        }
        List<RelationDraft> drafts = new ArrayList<>();
        for (int i = 0; i < RELATIONS; i++) {
            drafts.add(RelationDraft.company("Company " + i).accountManager(representatives.get(i % REPRESENTATIVES)));
        }
        desk.relations().addAll(drafts).stream().map(Relation::id).forEach(relations::add);
    }

    /** Every other batch is planned, from today on; the others are done. */
    private void actions(int total) {
        for (int start = 0; start < total; start += BATCH) {
            boolean planned = start / BATCH % 2 == 0;
            List<ActionDraft> drafts = new ArrayList<>(BATCH);
            for (int i = start; i < Math.min(total, start + BATCH); i++) {
                drafts.add(draft(i, planned));
            }
            if (planned) {
                desk.actions().planAll(drafts);
            } else {
                desk.actions().recordAll(drafts);
            }
        }
    }

    private ActionDraft draft(int i, boolean planned) {
        int days = i % (DAYS / 2);
        LocalDate day = planned ? today.plusDays(days) : today.minusDays(days);
        CostDraft line = i % 2 == 0
                ? CostDraft.of("Lunch").quantity("2").price("17.50")
                : CostDraft.ofProduct("SAMPLE-" + i % 100).quantity("3");
        return ActionDraft.with(relations.get((int) (i * 7L % RELATIONS)))
                .on(day)
                .subject("Visit " + i)
                .doneOn(planned ? null : day)
                .cost(line);
    }
}
