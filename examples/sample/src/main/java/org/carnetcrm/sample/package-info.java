/**
 * A host for the command line: loads relations, deals, actions or orders through the public API and prints the reports.
 *
 * <p>One idea rules here: it uses nothing that another host could not, so that it can be read as the documentation of
 * how to bring data in. This package knows the command line and the data sets; each data set has a package of its own.
 */
@NullMarked
package org.carnetcrm.sample;

import org.jspecify.annotations.NullMarked;
