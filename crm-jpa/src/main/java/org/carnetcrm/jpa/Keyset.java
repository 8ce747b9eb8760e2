package org.carnetcrm.jpa;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carnetcrm.page.Cursor;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The row after which a page begins.
 *
 * @param sort what the list is ordered by
 * @param id the id that tells equal ones apart
 */
record Keyset<S>(S sort, UUID id) {

    /** Reads the cursor of a request; refuses one of another list, or with what the list cannot be ordered by. */
    static <S> @Nullable Keyset<S> of(PageRequest request, String list, Function<String, S> parse) {
        Optional<Cursor> cursor = Cursor.of(request, list);
        if (cursor.isEmpty()) {
            return null;
        }
        try {
            return new Keyset<>(parse.apply(cursor.get().sort()), cursor.get().id());
        } catch (RuntimeException e) {
            throw InvalidException.of(Problem.of("cursor", request.cursor(), "page.cursor"));
        }
    }

    /** Makes a page of rows, of which one more was asked for than it holds. */
    static <R> Page<R> page(List<R> rows, PageRequest request, String list, Function<R, Keyset<?>> place) {
        if (rows.size() <= request.size()) {
            return new Page<>(rows, null);
        }
        List<R> shown = rows.subList(0, request.size());
        Keyset<?> last = place.apply(shown.get(shown.size() - 1));
        return new Page<>(shown, new Cursor(String.valueOf(last.sort), last.id).encode(list));
    }
}
