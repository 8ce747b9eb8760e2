package org.carnetcrm.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carnetcrm.page.Cursor;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;

/** Cuts a page out of a sorted index: from the cursor on, as many rows as asked for. */
final class Pages {

    private Pages() {}

    static <S extends Comparable<S>, V, R> Page<R> cut(
            NavigableMap<SortKey<S>, V> index,
            Predicate<V> filter,
            Function<V, R> row,
            String list,
            Function<String, S> parse,
            PageRequest request) {
        Optional<Cursor> cursor = Cursor.of(request, list);
        NavigableMap<SortKey<S>, V> rest =
                cursor.isEmpty() ? index : index.tailMap(key(cursor.get(), parse, request), false);
        List<R> rows = new ArrayList<>();
        String last = null;
        for (Map.Entry<SortKey<S>, V> entry : rest.entrySet()) {
            if (!filter.test(entry.getValue())) {
                continue;
            }
            if (rows.size() == request.size()) {
                return new Page<>(rows, last);
            }
            rows.add(row.apply(entry.getValue()));
            if (rows.size() == request.size()) {
                last = new Cursor(
                                entry.getKey().sort().toString(), entry.getKey().id())
                        .encode(list);
            }
        }
        return new Page<>(rows, null);
    }

    private static <S extends Comparable<S>> SortKey<S> key(
            Cursor cursor, Function<String, S> parse, PageRequest request) {
        try {
            return new SortKey<>(parse.apply(cursor.sort()), cursor.id());
        } catch (RuntimeException e) {
            throw InvalidException.of(Problem.of("cursor", request.cursor(), "page.cursor"));
        }
    }
}
