/**
 * Charts as SVG. A chart is made from labelled amounts and draws itself in coordinates that are exact decimals, so that
 * the same figures give the same bytes everywhere; it needs no script and no network, and tells its figures in words.
 * It may use the reports of the package above, {@code Notation} and the JDK's XML writer, and nothing of the machine.
 */
@NullMarked
package org.carnetcrm.reporting.chart;

import org.jspecify.annotations.NullMarked;
