package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.testkit.Units;

/** Units of work as a host without a framework does them: an entity manager and a transaction each. */
final class JpaUnits implements Units {

    private final EntityManagerFactory factory;

    JpaUnits(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T> T inUnit(Function<CrmStore, T> work) {
        return within(factory, em -> work.apply(new JpaStore(em, true)));
    }

    /** Does work in a transaction of its own, which is rolled back when the work fails. */
    static <T> T within(EntityManagerFactory factory, Function<EntityManager, T> work) {
        EntityManager em = factory.createEntityManager();
        T result;
        try {
            em.getTransaction().begin();
            result = work.apply(em);
            em.getTransaction().commit();
        } catch (Throwable e) {
            giveUp(em, e);
            throw e;
        }
        em.close();
        return result;
    }

    /** What the work threw is told, also where not even a rollback is possible any more. */
    private static void giveUp(EntityManager em, Throwable thrown) {
        try (em) {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            thrown.addSuppressed(e);
        }
    }
}
