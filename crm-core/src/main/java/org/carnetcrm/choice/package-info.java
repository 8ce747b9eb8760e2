/**
 * The configured lists: statuses, priorities, stages, types and the other choices of a tenant.
 *
 * <p>One idea rules here: a choice is data with a code that never changes; only its labels, position and retirement do,
 * so that what was recorded with it keeps its meaning. This package uses ids, money, the input rules and the problems.
 */
@NullMarked
package org.carnetcrm.choice;

import org.jspecify.annotations.NullMarked;
