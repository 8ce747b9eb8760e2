/**
 * The door: open a {@link org.carnetcrm.Crm}, act at a {@link org.carnetcrm.Desk}, and use its services.
 *
 * <p>One idea rules here: a service reads, decides, and hands the store one change set; all checks come before the first
 * write. This package uses the store and the concepts; nothing uses it but hosts.
 */
@NullMarked
package org.carnetcrm;

import org.jspecify.annotations.NullMarked;
