/**
 * The JPA store beside hand-written JDBC: both do the same jobs on the same tables of a PostgreSQL, turn by turn, so that
 * what else the machine does meets both alike. May use the public API of the core and crm-jpa, and JDBC.
 */
@NullMarked
package org.carnetcrm.benchmarks.jdbc;

import org.jspecify.annotations.NullMarked;
