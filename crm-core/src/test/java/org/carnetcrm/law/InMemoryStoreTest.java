package org.carnetcrm.law;

import org.carnetcrm.store.CrmStore;
import org.carnetcrm.store.InMemoryStore;
import org.carnetcrm.testkit.StoreContract;

/** The store in memory keeps the contract. */
class InMemoryStoreTest extends StoreContract {

    @Override
    protected CrmStore newStore() {
        return new InMemoryStore();
    }
}
