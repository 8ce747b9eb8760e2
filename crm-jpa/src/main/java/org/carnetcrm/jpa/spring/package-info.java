/**
 * Lets a Spring Boot host find the rows of the CRM without a line of its own. The host's unit gets the mapping files of
 * the CRM besides its own entities and mapping files; its tables, its transactions and everything else stay the host's.
 * Nobody but Spring Boot uses this package, and without Spring it is never loaded.
 */
@NullMarked
package org.carnetcrm.jpa.spring;

import org.jspecify.annotations.NullMarked;
