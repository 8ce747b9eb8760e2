/**
 * Who changed what, when, from what and to what.
 *
 * <p>One idea rules here: the audit is one generic difference between the values before and after a command, so that no
 * change can be forgotten. This package uses ids and the actor.
 */
@NullMarked
package org.carnetcrm.audit;

import org.jspecify.annotations.NullMarked;
