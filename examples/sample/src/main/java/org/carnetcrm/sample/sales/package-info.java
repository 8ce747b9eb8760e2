/**
 * Brings the data set "CRM Sales Opportunities" of Maven Analytics in, and makes the tables that its sellers look at.
 *
 * <p>One idea rules here: four CSV files become relations, representatives and deals, each rule stated and counted. This
 * package uses {@code reading} and {@code telling}.
 */
@NullMarked
package org.carnetcrm.sample.sales;

import org.jspecify.annotations.NullMarked;
