/**
 * How the sample speaks: phrases, numbers and tables in the reader's language, on paper and in files.
 *
 * <p>One idea rules here: what is told is a value until the last moment, so that the same thing is printed in any of three
 * languages and written to files that are the same in all. This package uses the core and the reports.
 */
@NullMarked
package org.carnetcrm.sample.telling;

import org.jspecify.annotations.NullMarked;
