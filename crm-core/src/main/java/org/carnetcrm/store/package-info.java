/**
 * What a store must answer, and the store in memory.
 *
 * <p>One idea rules here: a store is reads plus one {@link org.carnetcrm.store.CrmStore#apply apply}, which takes a whole
 * command or nothing of it, so that atomicity is no matter of care. This package uses the concepts and what they use.
 */
@NullMarked
package org.carnetcrm.store;

import org.jspecify.annotations.NullMarked;
