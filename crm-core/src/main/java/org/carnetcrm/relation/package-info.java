/**
 * The companies and persons we do business with, the people there, and the history of their status and priority.
 *
 * <p>One idea rules here: a relation's status and priority are what its append-only history says; a row has two dates,
 * when it took effect and when it was recorded, and a correction is a new row. This package uses ids, choices, the
 * actor and the input rules.
 */
@NullMarked
package org.carnetcrm.relation;

import org.jspecify.annotations.NullMarked;
