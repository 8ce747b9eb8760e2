/**
 * A host for the command line: loads deals through the public API and prints the reports.
 *
 * <p>One idea rules here: it uses nothing that another host could not, so that it can be read as the documentation of
 * how to bring data in. This package uses the core, the reports, and libraries for command lines and CSV.
 */
@NullMarked
package org.carnetcrm.sample;

import org.jspecify.annotations.NullMarked;
