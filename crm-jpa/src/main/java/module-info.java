/** The store of a CRM on Jakarta Persistence, and what makes it known to Spring Boot. */
@SuppressWarnings("requires-automatic") // Neither Spring nor Flyway has module descriptors.
module org.carnetcrm.jpa {
    requires transitive org.carnetcrm;
    requires transitive jakarta.persistence;
    requires java.sql;
    requires static transitive org.jspecify;
    requires static flyway.core;
    requires static spring.aop;
    requires static spring.beans;
    requires static spring.boot;
    requires static spring.boot.autoconfigure;
    requires static spring.context;
    requires static spring.orm;

    exports org.carnetcrm.jpa;

    // The persistence provider makes the rows and reads their fields.
    opens org.carnetcrm.jpa;

    // Spring makes its beans of it; nobody else uses it.
    opens org.carnetcrm.jpa.spring;
}
