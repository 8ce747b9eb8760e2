package org.carnetcrm.testkit;

import java.util.function.UnaryOperator;
import org.carnetcrm.Setup;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.store.InMemoryStore;

/** What laws of a whole CRM have in common: a bench over an empty store, in memory unless a subclass has another. */
abstract class StoreLaw {

    /** Gives an empty store that outlives every unit of work; {@link Units#lasting} makes one of units. */
    protected CrmStore newStore() {
        return new InMemoryStore();
    }

    Workbench bench() {
        return bench(setup -> setup);
    }

    Workbench bench(UnaryOperator<Setup> plugs) {
        return Workbench.over(newStore(), plugs);
    }
}
