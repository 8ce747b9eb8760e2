package org.carnetcrm.jpa;

import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.testkit.PastLaw;

@AddLifecycleHook(FewTries.class)
class PostgresPastLawTest extends PastLaw {

    @Override
    protected CrmStore newStore() {
        return new JpaUnits(TestDatabase.POSTGRESQL.crm().entityManagers()).lasting();
    }
}
