/**
 * What can go wrong, as typed exceptions that carry data.
 *
 * <p>All share the root {@link org.carnetcrm.problem.CrmException}; bad input is a list of
 * {@link org.carnetcrm.problem.Problem problems}, all at once, each with a path, a value and a message in English,
 * French and Dutch. No message ever holds the text of a note. This package uses ids and
 * the notation of dates only.
 */
@NullMarked
package org.carnetcrm.problem;

import org.jspecify.annotations.NullMarked;
