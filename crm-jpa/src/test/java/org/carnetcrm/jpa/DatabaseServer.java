package org.carnetcrm.jpa;

/** What makes databases: a server that runs as long as the JVM, or H2 inside of it. */
interface DatabaseServer {

    /** Makes an empty database of this name and gives the JDBC URL, user included, that opens it. */
    String create(String name);
}
