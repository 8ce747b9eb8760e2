package org.carnetcrm.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.store.InMemoryStore;

/** A small CRM with a clock that a test moves, seeded ids, one tenant in euro, and a representative named Lea. */
public final class Workbench {

    /** The day on which the clock stands first. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 12);

    private final MovingClock clock = new MovingClock();
    private final CrmStore store;
    private final Crm crm;
    private final Desk system;
    private final RepresentativeId lea;

    private Workbench(CrmStore store, java.util.function.UnaryOperator<Setup> plugs) {
        this.store = store;
        this.crm = Crm.over(plugs.apply(Setup.of(clock).withIds(IdSource.timeOrdered(clock, new Random(7)))), store);
        this.system = crm.openTenant(TenantDraft.of("acme", "EUR").choices(Presets.standard()));
        this.lea = system.representatives().ensure("user-lea", "Lea").id();
    }

    /** Makes one in memory. */
    public static Workbench inMemory() {
        return over(new InMemoryStore());
    }

    /** Makes one over a store. */
    public static Workbench over(CrmStore store) {
        return new Workbench(store, setup -> setup);
    }

    /** Makes one in memory with a setup changed. */
    public static Workbench with(java.util.function.UnaryOperator<Setup> plugs) {
        return new Workbench(new InMemoryStore(), plugs);
    }

    /** Gives the CRM. */
    public Crm crm() {
        return crm;
    }

    /** Gives the store. */
    public CrmStore store() {
        return store;
    }

    /** Gives the system's desk. */
    public Desk system() {
        return system;
    }

    /** Gives Lea's id. */
    public RepresentativeId lea() {
        return lea;
    }

    /** Gives Lea's desk. */
    public Desk desk() {
        return crm.actingAs(Actor.of("acme", lea));
    }

    /** Gives the day where the clock stands. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Lets the clock stand on a day at nine. */
    public Workbench on(LocalDate day) {
        clock.now = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        return this;
    }

    /** Adds a relation that is a prospect. */
    public Relation relation(String name) {
        return desk().relations().add(RelationDraft.company(name));
    }

    /** Opens a deal of 12 000 with costs of 2 000 at 40 percent with a new relation. */
    public Opportunity deal() {
        return desk().opportunities().open(draft());
    }

    /** Makes the draft of such a deal. */
    public OpportunityDraft draft() {
        return OpportunityDraft.about(relation("Acme").id())
                .subject("Web site")
                .value("12000")
                .purchaseCosts("2000")
                .probability("40");
    }

    private static final class MovingClock extends Clock {

        private Instant now = FIRST_DAY.atTime(9, 0).toInstant(ZoneOffset.UTC);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
