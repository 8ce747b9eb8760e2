/**
 * Actions: what is planned or done with a relation, when, by whom, and what it costs.
 *
 * <p>One idea rules here: an action is planned, then done or cancelled, and what it gives the relation (a new status, a
 * new priority) takes effect only when it is done. An all-day action is a pair of dates that no zone can shift; a timed
 * one is two instants with a zone. This package uses ids, money, choices and the input rules.
 */
@NullMarked
package org.carnetcrm.action;

import org.jspecify.annotations.NullMarked;
