/**
 * A small company of our own, and a week of its work.
 *
 * <p>One idea rules here: a story that a sales manager reads in minutes shows everything that the library knows. This
 * package uses {@code reading} and {@code telling}.
 */
@NullMarked
package org.carnetcrm.sample.company;

import org.jspecify.annotations.NullMarked;
