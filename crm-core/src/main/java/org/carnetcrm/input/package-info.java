/**
 * What a text, a number or a code from a form or a file must be before the domain takes it.
 *
 * <p>Each rule stands once, as a question about a raw value ({@link org.carnetcrm.input.Text},
 * {@link org.carnetcrm.input.Decimals}); the constraints on drafts and the constructors of the domain both ask it.
 * {@link org.carnetcrm.input.DraftChecker} turns a draft into its problems. This package uses Jakarta Validation and
 * the problems.
 */
@NullMarked
package org.carnetcrm.input;

import org.jspecify.annotations.NullMarked;
