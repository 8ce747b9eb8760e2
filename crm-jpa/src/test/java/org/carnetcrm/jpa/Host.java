package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;

/** A host without a framework, with one tenant, on a database of which the tests see every connection. */
final class Host {

    static final String TENANT = "acme";

    private static final Setup SETUP = Setup.of(Clock.fixed(Instant.parse("2026-03-12T09:00:00Z"), ZoneOffset.UTC));

    private final EntityManagerFactory factory;

    Host(Database database) {
        this(database.entityManagers());
    }

    private Host(EntityManagerFactory factory) {
        this.factory = factory;
        JpaUnits.within(
                factory,
                em -> JpaCrm.of(SETUP)
                        .over(em)
                        .openTenant(TenantDraft.of(TENANT, "EUR").choices(Presets.standard())));
    }

    EntityManager entityManager() {
        return factory.createEntityManager();
    }

    /** The desk of the system over an entity manager, whatever the state of its transaction. */
    static Desk desk(EntityManager em) {
        return desk(em, setup -> setup);
    }

    static Desk desk(EntityManager em, UnaryOperator<Setup> plugs) {
        return JpaCrm.of(plugs.apply(SETUP)).over(em).actingAs(Actor.system(TENANT));
    }

    /** Does work in a transaction, with a setup of its own. */
    <T> T unit(UnaryOperator<Setup> plugs, Function<Desk, T> work) {
        return JpaUnits.within(factory, em -> work.apply(desk(em, plugs)));
    }

    <T> T unit(Function<Desk, T> work) {
        return unit(setup -> setup, work);
    }

    /** Does work with the entity manager in hand. */
    <T> T within(Function<EntityManager, T> work) {
        return JpaUnits.within(factory, work);
    }

    Relation relation(String name) {
        return unit(desk -> desk.relations().add(RelationDraft.company(name)));
    }

    /** Gives a relation another name. */
    static Relation rename(Desk desk, Relation relation, String name) {
        return desk.relations()
                .change(
                        relation.id(),
                        relation.version(),
                        RelationDraft.from(relation).name(name));
    }

    String nameOf(Relation relation) {
        return unit(desk -> desk.relations().find(relation.id()).orElseThrow().name());
    }
}
