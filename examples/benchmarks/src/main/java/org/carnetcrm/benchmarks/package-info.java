/**
 * Measures the store in memory, as a host would use it.
 *
 * <p>One idea rules here: what is measured is measured beside a plain loop over plain lists, in the same run, and the loop
 * must give the same answer. This package uses the core's public API and JMH.
 */
@NullMarked
package org.carnetcrm.benchmarks;

import org.jspecify.annotations.NullMarked;
