package org.carnetcrm.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * Reads a whole list, page by page.
     *
     * @param list gives the page that is asked for
     * @param <R> the kind of rows
     */
    public static <R> List<R> all(Function<PageRequest, Page<R>> list) {
        List<R> rows = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.MOST));
        while (request.isPresent()) {
            Page<R> page = list.apply(request.get());
            rows.addAll(page.rows());
            request = page.next(request.get());
        }
        return List.copyOf(rows);
    }

    /** Gives the request for the next page of the same size as this one was asked with, or nothing on the last page. */
    public Optional<PageRequest> next(PageRequest request) {
        return cursor == null ? Optional.empty() : Optional.of(request.after(cursor));
    }
}
