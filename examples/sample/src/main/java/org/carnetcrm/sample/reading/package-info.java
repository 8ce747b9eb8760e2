/**
 * How the sample reads files: CSV, what is wrong with a file, and what a reader did about its rows.
 *
 * <p>One idea rules here: no row disappears. Each is taken as it is, taken by a rule that is counted, or refused with its
 * file and line. This package uses {@code telling}.
 */
@NullMarked
package org.carnetcrm.sample.reading;

import org.jspecify.annotations.NullMarked;
