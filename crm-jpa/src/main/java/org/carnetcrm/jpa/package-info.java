/**
 * The core's store on Jakarta Persistence.
 *
 * <p>One idea rules here: rows are rows and values are values. Each aggregate has a row class that is mapped to and from
 * the domain's record in one place; lists and sums are read as columns, never as rows. This package uses the core and the
 * standard API of Jakarta Persistence alone.
 */
@NullMarked
package org.carnetcrm.jpa;

import org.jspecify.annotations.NullMarked;
