/**
 * Where the sample keeps its CRM: in memory, or in a database by the JPA store.
 *
 * <p>One idea rules here: whatever is read and played goes into a {@link org.carnetcrm.sample.store.Book}, in units of work,
 * and a book that is whole is never written again. This package uses the core, the JPA store and a persistence provider;
 * nothing else in the sample knows which of the stores there is.
 */
@NullMarked
package org.carnetcrm.sample.store;

import org.jspecify.annotations.NullMarked;
