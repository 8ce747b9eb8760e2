package org.carnetcrm.reporting;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;

/**
 * What is made of the rows of a list of the core, read page by page as they are asked for.
 *
 * @param <R> the kind of rows
 * @param <T> what is made of each
 */
final class Paged<R, T> implements Iterator<T> {

    private final Function<PageRequest, Page<R>> list;
    private final Function<R, T> made;
    private PageRequest request;
    private Page<R> page;
    private Iterator<R> rows;

    private Paged(Function<PageRequest, Page<R>> list, Function<R, T> made) {
        this.list = list;
        this.made = made;
        this.request = PageRequest.first(PageRequest.MOST);
        this.page = list.apply(request);
        this.rows = page.rows().iterator();
    }

    /** Gives what is made of each row when its turn comes; each reading begins with the first page. */
    static <R, T> Iterable<T> of(Function<PageRequest, Page<R>> list, Function<R, T> made) {
        return () -> new Paged<>(list, made);
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && page.cursor() != null) {
            request = page.next(request).orElseThrow();
            page = list.apply(request);
            rows = page.rows().iterator();
        }
        return rows.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return made.apply(rows.next());
    }
}
