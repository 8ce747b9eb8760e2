package org.carnetcrm.jpa;

class H2EqualityLawTest extends EqualityLaw {

    H2EqualityLawTest() {
        super(TestDatabase.H2);
    }
}
