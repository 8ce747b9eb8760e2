/**
 * How every thing of a tenant is named and versioned.
 *
 * <p>One idea rules here: an id is a small typed value, made by the library through {@link org.carnetcrm.id.IdSource}
 * and never by a database, so that an id of a relation cannot be handed in where one of a deal is meant. This package
 * uses nothing but the JDK and the UUID library.
 */
@NullMarked
package org.carnetcrm.id;

import org.jspecify.annotations.NullMarked;
