package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.StoreException;
import org.carnetcrm.store.ChangeSet;

/**
 * Units of work of a host with many threads: an entity manager and a transaction each, run again where that may help, with
 * a witness of what each was told.
 */
final class HostUnits {

    /** The tenant of all units. */
    static final String TENANT = "acme";

    /** Is told what a unit has written before it commits, and again when the commit is acknowledged. */
    interface Witness {

        void committing(List<ChangeSet> written);

        void acknowledged(List<ChangeSet> written);
    }

    private static final int ATTEMPTS = 20;

    private final EntityManagerFactory factory;
    private final Witness witness;
    private final ThreadLocal<List<ChangeSet>> written = ThreadLocal.withInitial(ArrayList::new);
    private final JpaCrm crm;
    private final Map<String, Integer> again = new ConcurrentHashMap<>();

    HostUnits(EntityManagerFactory factory, Witness witness) {
        this.factory = factory;
        this.witness = witness;
        this.crm = JpaCrm.of(
                Setup.of(Clock.systemUTC()).withListener(set -> written.get().add(set)));
    }

    /** Opens the tenant, or finds it open. */
    void open() {
        run(em -> crm.over(em)
                .openTenant(TenantDraft.of(TENANT, "EUR")
                        .choices(Presets.standard().with(ActionType.of("VISIT", "Visit")))));
    }

    /** Lets somebody do something in a unit of work, which is run again as long as that may help. */
    <T> T unit(Actor actor, Function<Desk, T> work) {
        return run(em -> work.apply(crm.over(em).actingAs(actor)));
    }

    /** How often a unit was run again, by reason. */
    Map<String, Integer> again() {
        return Map.copyOf(again);
    }

    private <T> T run(Function<EntityManager, T> work) {
        return Retries.upTo(ATTEMPTS).call(() -> {
            try {
                return once(work);
            } catch (RuntimeException e) {
                if (Retries.mayHelp(e)) {
                    again.merge(reason(e), 1, Integer::sum);
                }
                throw e;
            }
        });
    }

    private <T> T once(Function<EntityManager, T> work) {
        written.get().clear();
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            T result = work.apply(em);
            List<ChangeSet> sets = List.copyOf(written.get());
            witness.committing(sets);
            em.getTransaction().commit();
            witness.acknowledged(sets);
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    private static String reason(RuntimeException e) {
        return e instanceof ConflictException conflict
                ? "conflict on " + conflict.id().kind()
                : e instanceof StoreException ? "overtaken" : "overtaken at the commit";
    }
}
