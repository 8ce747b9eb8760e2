/**
 * Long lists in pages.
 *
 * <p>One idea rules here: a page goes on after the last row of the one before (a keyset cursor), so that a far page
 * costs as much as the first and nothing is shown twice or lost when rows come in between. This package uses the
 * problems only.
 */
@NullMarked
package org.carnetcrm.page;

import org.jspecify.annotations.NullMarked;
