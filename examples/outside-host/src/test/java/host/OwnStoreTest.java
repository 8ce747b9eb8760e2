package host;

import org.carnetcrm.store.CrmStore;
import org.carnetcrm.store.InMemoryStore;
import org.carnetcrm.testkit.StoreContract;

/** Holds a store to the contract of the published test kit; a host puts its own store here. */
class OwnStoreTest extends StoreContract {

    @Override
    protected CrmStore newStore() {
        return new InMemoryStore();
    }
}
