package org.carnetcrm.jpa;

class PostgresStoreTest extends JpaStoreContract {

    PostgresStoreTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
