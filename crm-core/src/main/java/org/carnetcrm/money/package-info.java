/**
 * Exact amounts and percents.
 *
 * <p>One idea rules here: an amount has the minor units of its currency and no more; what has more decimals is refused,
 * never rounded in silence, and where a rule asks for rounding it is HALF_UP, once. This package uses the input rules.
 */
@NullMarked
package org.carnetcrm.money;

import org.jspecify.annotations.NullMarked;
