/**
 * Brings the orders of Northwind in from its SQL dump, and follows up those that were not shipped.
 *
 * <p>One idea rules here: a host's orders stay the host's; the CRM knows them as documents that are chased until they are
 * closed. This package uses {@code reading} and {@code telling}, and a database in memory.
 */
@NullMarked
package org.carnetcrm.sample.northwind;

import org.jspecify.annotations.NullMarked;
