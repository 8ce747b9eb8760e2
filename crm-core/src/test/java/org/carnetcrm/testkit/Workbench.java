package org.carnetcrm.testkit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.IdSource;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.store.InMemoryStore;

/**
 * A small CRM with a clock that a test moves, seeded ids, one tenant in euro, and a representative named Lea.
 *
 * <p>{@link #desk()}, {@link #crm()} and {@link #store()} are for a store that outlives every unit of work; {@link #unit}
 * and {@link #read} serve any store.
 */
public final class Workbench {

    /** The day on which the clock stands first. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 12);

    /** The tenant. */
    public static final TenantId TENANT = new TenantId("acme");

    /** The products of which the host tells what one costs, in any currency. */
    public static final Map<String, BigDecimal> PRODUCTS =
            Map.of("KIT-1", new BigDecimal("12.345678"), "KIT-2", new BigDecimal("0.5"));

    private static final long SEED = 7;

    private final MovingClock clock = new MovingClock();
    private final List<UUID> ids = Collections.synchronizedList(new ArrayList<>());
    private final Set<RepresentativeId> administrators;
    private final Setup setup;
    private final Units units;
    private final TenantId tenant;
    private final RepresentativeId lea;

    private Workbench(
            Units units, TenantId tenant, long seed, Set<RepresentativeId> administrators, UnaryOperator<Setup> plugs) {
        this.units = units;
        this.tenant = tenant;
        this.administrators = administrators;
        IdSource source = IdSource.timeOrdered(clock, new Random(seed));
        this.setup = plugs.apply(Setup.of(clock)
                .withIds(() -> {
                    UUID id = source.next();
                    ids.add(id);
                    return id;
                })
                .withPermissions((of, who, permission) -> administrators.contains(who.representative()))
                .withProductCosts((of, product, currency, on) -> Optional.ofNullable(PRODUCTS.get(product))));
        this.lea = units.inUnit(store -> crm(store)
                .openTenant(TenantDraft.of(tenant.name(), "EUR").choices(Presets.standard()))
                .representatives()
                .ensure("user-lea", "Lea")
                .id());
    }

    /** Makes one in memory. */
    public static Workbench inMemory() {
        return over(new InMemoryStore());
    }

    /** Makes one over a store that outlives every unit of work. */
    public static Workbench over(CrmStore store) {
        return within(Units.of(store));
    }

    /** Makes one over a store that is reached in units of work. */
    public static Workbench within(Units units) {
        return within(units, TENANT);
    }

    /** Makes one for a tenant of another name over a store that is reached in units of work. */
    public static Workbench within(Units units, TenantId tenant) {
        return new Workbench(units, tenant, SEED, ConcurrentHashMap.newKeySet(), setup -> setup);
    }

    /** Makes one in memory with a setup changed. */
    public static Workbench with(UnaryOperator<Setup> plugs) {
        return over(new InMemoryStore(), plugs);
    }

    /** Makes one over a store that outlives every unit of work, with a setup changed. */
    public static Workbench over(CrmStore store, UnaryOperator<Setup> plugs) {
        return new Workbench(Units.of(store), TENANT, SEED, ConcurrentHashMap.newKeySet(), plugs);
    }

    /** Makes another over the same store, tenant and permissions, with a clock and a source of ids of its own. */
    public Workbench beside(long seed) {
        return new Workbench(units, tenant, seed, administrators, setup -> setup);
    }

    /** Gives a representative every permission. */
    public Workbench permit(RepresentativeId representative) {
        administrators.add(representative);
        return this;
    }

    /** Gives the tenant. */
    public TenantId tenant() {
        return tenant;
    }

    /** Lets Lea do something in a unit of work. */
    public <T> T unit(Function<Desk, T> work) {
        return unit(Actor.of(tenant.name(), lea), work);
    }

    /** Lets the system do something in a unit of work. */
    public <T> T systemUnit(Function<Desk, T> work) {
        return unit(Actor.system(tenant.name()), work);
    }

    /** Lets somebody do something in a unit of work. */
    public <T> T unit(Actor actor, Function<Desk, T> work) {
        return units.inUnit(store -> work.apply(crm(store).actingAs(actor)));
    }

    /** Asks the store itself in a unit of work. */
    public <T> T read(Function<CrmStore, T> question) {
        return units.inUnit(question);
    }

    /** Gives the CRM. */
    public Crm crm() {
        return crm(store());
    }

    /** Gives the store. */
    public CrmStore store() {
        return units.inUnit(store -> store);
    }

    /** Gives the system's desk. */
    public Desk system() {
        return crm().actingAs(Actor.system(tenant.name()));
    }

    /** Gives Lea's id. */
    public RepresentativeId lea() {
        return lea;
    }

    /** Gives Lea's desk. */
    public Desk desk() {
        return crm().actingAs(Actor.of(tenant.name(), lea));
    }

    /** Gives every id that a command was given, whether or not it succeeded, in order. */
    public List<UUID> ids() {
        return List.copyOf(ids);
    }

    /** Gives the day where the clock stands. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Lets the clock stand on a day at nine. */
    public Workbench on(LocalDate day) {
        return at(day, 9);
    }

    /** Lets the clock stand on a day at an hour, from 0 to 23, of UTC. */
    public Workbench at(LocalDate day, int hour) {
        return at(day.atTime(hour, 0).toInstant(ZoneOffset.UTC));
    }

    /** Lets the clock stand at an instant. */
    public Workbench at(Instant instant) {
        clock.now = instant;
        return this;
    }

    /** Gives the instant at which the clock stands. */
    public Instant now() {
        return clock.now;
    }

    /** Adds a relation that is a prospect. */
    public Relation relation(String name) {
        return unit(desk -> desk.relations().add(RelationDraft.company(name)));
    }

    /** Opens a deal of 12 000 with costs of 2 000 at 40 percent with a new relation. */
    public Opportunity deal() {
        OpportunityDraft draft = draft();
        return unit(desk -> desk.opportunities().open(draft));
    }

    /** Makes the draft of such a deal. */
    public OpportunityDraft draft() {
        return OpportunityDraft.about(relation("Acme").id())
                .subject("Web site")
                .value("12000")
                .purchaseCosts("2000")
                .probability("40");
    }

    private Crm crm(CrmStore store) {
        return Crm.over(setup, store);
    }

    private static final class MovingClock extends Clock {

        private volatile Instant now = FIRST_DAY.atTime(9, 0).toInstant(ZoneOffset.UTC);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
