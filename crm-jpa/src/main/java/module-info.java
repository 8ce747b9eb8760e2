/** The store of a CRM on Jakarta Persistence. */
module org.carnetcrm.jpa {
    requires transitive org.carnetcrm;
    requires transitive jakarta.persistence;
    requires static transitive org.jspecify;

    exports org.carnetcrm.jpa;

    // The persistence provider makes the rows and reads their fields.
    opens org.carnetcrm.jpa;
}
