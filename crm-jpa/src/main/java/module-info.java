/** The store of a CRM on Jakarta Persistence. */
@SuppressWarnings("requires-automatic") // Flyway names no module of its own
module org.carnetcrm.jpa {
    requires transitive org.carnetcrm;
    requires transitive jakarta.persistence;
    requires java.sql;
    requires static transitive org.jspecify;
    requires static flyway.core;

    exports org.carnetcrm.jpa;

    // The persistence provider makes the rows and reads their fields.
    opens org.carnetcrm.jpa;
}
