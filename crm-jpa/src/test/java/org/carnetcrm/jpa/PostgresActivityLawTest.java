package org.carnetcrm.jpa;

import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.testkit.ActivityLaw;

@AddLifecycleHook(FewTries.class)
class PostgresActivityLawTest extends ActivityLaw {

    @Override
    protected CrmStore newStore() {
        return new JpaUnits(TestDatabase.POSTGRESQL.crm().entityManagers()).lasting();
    }
}
