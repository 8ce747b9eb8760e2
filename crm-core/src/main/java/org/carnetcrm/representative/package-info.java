/**
 * The colleagues who follow relations, actions and deals.
 *
 * <p>One idea rules here: a representative is known by the host's own reference and follows a manager, who is another
 * representative; teams are read from there. This package uses ids and the input rules.
 */
@NullMarked
package org.carnetcrm.representative;

import org.jspecify.annotations.NullMarked;
