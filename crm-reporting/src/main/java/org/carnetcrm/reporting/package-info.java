/**
 * Reports on deals and the forms they are written in: the pipeline by stage, the levels of success, deals per
 * representative, and what was won and lost. A report is computed once, from the core's additive summaries, into typed
 * rows of which each gives the filter of the deals it counts; a table and its text or CSV follow from those. It may use
 * the core's services and FastCSV, and never the language, zone or clock of the machine.
 */
@NullMarked
package org.carnetcrm.reporting;

import org.jspecify.annotations.NullMarked;
