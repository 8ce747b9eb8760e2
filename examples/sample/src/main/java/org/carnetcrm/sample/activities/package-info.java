/**
 * Brings a set of generated deals with a log of activities in, and makes the tables that their sales team looks at.
 *
 * <p>One idea rules here: an activity is an action that was done about a deal, and its minutes are a cost. This package
 * uses {@code reading} and {@code telling}.
 */
@NullMarked
package org.carnetcrm.sample.activities;

import org.jspecify.annotations.NullMarked;
