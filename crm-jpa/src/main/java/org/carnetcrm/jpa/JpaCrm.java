package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.util.Objects;
import org.carnetcrm.Crm;
import org.carnetcrm.Setup;
import org.carnetcrm.store.CrmStore;

/**
 * A CRM in the host's database. One lives as long as the host; {@link #over} gives the CRM of one unit of work. Safe for
 * many threads.
 *
 * <p>Nothing here begins, commits or rolls back a transaction: a command is written, and flushed, in the transaction that
 * the host has begun on the entity manager, and is there when the host commits. After a command has failed with anything
 * but a problem of its input, the transaction is to be rolled back.
 */
public final class JpaCrm {

    private final Setup setup;

    private JpaCrm(Setup setup) {
        this.setup = setup;
    }

    /** Makes one from a setup. */
    public static JpaCrm of(Setup setup) {
        return new JpaCrm(Objects.requireNonNull(setup, "setup"));
    }

    /** Gives the CRM over an entity manager; cheap, and good for one unit of work and one thread. */
    public Crm over(EntityManager entityManager) {
        return Crm.over(setup, store(entityManager));
    }

    /** Gives the store over an entity manager, for what asks a store itself; as short-lived as {@link #over}. */
    public CrmStore store(EntityManager entityManager) {
        return new JpaStore(Objects.requireNonNull(entityManager, "entityManager"), setup.hasOpportunities());
    }
}
