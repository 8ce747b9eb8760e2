package org.carnetcrm.jpa;

class MariaDbStoreTest extends JpaStoreContract {

    MariaDbStoreTest() {
        super(TestDatabase.MARIADB);
    }
}
