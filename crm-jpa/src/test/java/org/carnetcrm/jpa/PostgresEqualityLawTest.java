package org.carnetcrm.jpa;

class PostgresEqualityLawTest extends EqualityLaw {

    PostgresEqualityLawTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
