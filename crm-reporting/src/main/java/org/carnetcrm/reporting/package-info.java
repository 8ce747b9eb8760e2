/**
 * Reports on deals, actions, follow-ups and reminders, and the forms they are written in. A report is computed once, from
 * the core's additive summaries or from the rows of a list read to its end, into typed rows; a row of sums gives the
 * filter of what it counts, and a table and its written forms follow from the rows. It may use the core's services and the
 * libraries that write CSV, JSON and XLSX, and never the language, zone or clock of the machine.
 */
@NullMarked
package org.carnetcrm.reporting;

import org.jspecify.annotations.NullMarked;
