package org.carnetcrm.page;

import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Asks for some rows of a list.
 *
 * @param size how many rows at most, 1 to 1000
 * @param cursor the cursor of the page before; missing for the first page
 */
public record PageRequest(int size, @Nullable String cursor) {

    /** The most rows of a page. */
    public static final int MOST = 1000;

    /** Refuses a size outside 1 to 1000, as a problem of {@code size}. */
    public PageRequest {
        if (size < 1 || size > MOST) {
            throw InvalidException.of(Problem.of("size", size, "page.size").with("max", MOST));
        }
    }

    /** Asks for the first rows. */
    public static PageRequest first(int size) {
        return new PageRequest(size, null);
    }

    /** Asks for as many rows after a cursor. */
    public PageRequest after(String cursor) {
        return new PageRequest(size, cursor);
    }
}
