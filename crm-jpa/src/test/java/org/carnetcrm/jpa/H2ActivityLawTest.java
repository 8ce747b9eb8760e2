package org.carnetcrm.jpa;

import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.testkit.ActivityLaw;

@AddLifecycleHook(FewTries.class)
class H2ActivityLawTest extends ActivityLaw {

    @Override
    protected CrmStore newStore() {
        return new JpaUnits(TestDatabase.H2.crm().entityManagers()).lasting();
    }
}
