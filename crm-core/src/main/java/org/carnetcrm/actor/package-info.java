/**
 * Who acts, for which tenant, in which zone and language, and what the host allows them.
 *
 * <p>One idea rules here: nothing runs without an {@link org.carnetcrm.actor.Actor}, and what an actor may see or do is
 * asked of the host's {@link org.carnetcrm.actor.Permissions}, never of a role's name. This package uses ids, choices
 * and the input rules.
 */
@NullMarked
package org.carnetcrm.actor;

import org.jspecify.annotations.NullMarked;
