package org.carnetcrm.jpa;

class H2StoreTest extends JpaStoreContract {

    H2StoreTest() {
        super(TestDatabase.H2);
    }
}
