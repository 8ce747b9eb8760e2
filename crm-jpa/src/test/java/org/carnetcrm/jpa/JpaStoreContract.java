package org.carnetcrm.jpa;

import java.util.function.Function;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.testkit.StoreContract;

/** The store on Jakarta Persistence keeps the contract of every store, on one database. */
@PropertyDefaults(tries = 6, shrinking = ShrinkingMode.OFF)
abstract class JpaStoreContract extends StoreContract {

    private final TestDatabase kind;
    private JpaUnits units;

    JpaStoreContract(TestDatabase kind) {
        this.kind = kind;
    }

    @Override
    protected void empty() {
        units = new JpaUnits(kind.crm().entityManagers());
    }

    @Override
    protected <T> T inUnit(Function<CrmStore, T> work) {
        return units.inUnit(work);
    }
}
