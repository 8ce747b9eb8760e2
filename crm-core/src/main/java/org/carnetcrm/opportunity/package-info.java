/**
 * Possible deals: what they are worth, how far they are, how they end, and each revision that led there.
 *
 * <p>One idea rules here: a deal is an immutable value and every change of it is a numbered revision with two dates, so
 * that its past is never lost; its figures follow one written rule, {@link org.carnetcrm.opportunity.Figures}. This
 * package uses ids, money, choices, the actor, relations and the input rules.
 */
@NullMarked
package org.carnetcrm.opportunity;

import org.jspecify.annotations.NullMarked;
