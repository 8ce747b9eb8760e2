package org.carnetcrm.jpa;

import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.testkit.HistoryLaw;

@AddLifecycleHook(FewTries.class)
class MariaDbHistoryLawTest extends HistoryLaw {

    @Override
    protected CrmStore newStore() {
        return new JpaUnits(TestDatabase.MARIADB.crm().entityManagers()).lasting();
    }
}
