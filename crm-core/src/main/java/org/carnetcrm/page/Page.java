package org.carnetcrm.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list.
 *
 * @param rows the rows, in the order of the list
 * @param cursor where the next page goes on; missing on the last page
 * @param <R> the kind of rows
 */
public record Page<R>(List<R> rows, @Nullable String cursor) {

    /** Keeps the rows unmodifiable. */
    public Page {
        rows = List.copyOf(rows);
    }

    /** Gives the request for the next page of the same size as this one was asked with, or nothing on the last page. */
    public Optional<PageRequest> next(PageRequest request) {
        return cursor == null ? Optional.empty() : Optional.of(request.after(cursor));
    }
}
