package org.carnetcrm.jpa;

class MariaDbEqualityLawTest extends EqualityLaw {

    MariaDbEqualityLawTest() {
        super(TestDatabase.MARIADB);
    }
}
