package org.carnetcrm.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** The notes of one tenant in each order. */
final class NoteShelf implements Items.Shelved {

    private static final String OPEN = "open/";

    private final Items items;
    private final Map<NoteOrder, Sorted<Place, Note>> orders = new EnumMap<>(NoteOrder.class);

    NoteShelf(Items items) {
        this.items = items;
        for (NoteOrder order : NoteOrder.values()) {
            orders.put(order, new Sorted<>());
        }
    }

    Page<NoteRow> list(TenantId tenant, NoteFilter filter, NoteOrder order, PageRequest request) {
        return Pages.cut(
                index(filter, order),
                filter::matches,
                this::row,
                // Whether hidden notes are listed too is no part of the list: it must not show in a cursor.
                "notes|" + tenant + "|" + order + "|" + filter.withAdminOnly(false),
                Place::parse,
                request);
    }

    @Override
    public void forget(Aggregate<?> before) {
        if (before instanceof Note note) {
            orders.forEach((order, index) -> index.remove(key(order, note), parts(note)));
        }
    }

    @Override
    public void keep(Aggregate<?> after) {
        if (after instanceof Note note) {
            orders.forEach((order, index) -> index.put(key(order, note), note, parts(note)));
        }
    }

    private NavigableMap<SortKey<Place>, Note> index(NoteFilter filter, NoteOrder order) {
        NavigableMap<SortKey<Place>, Note> index =
                Objects.requireNonNull(orders.get(order)).of(part(filter));
        LocalDate until = filter.until();
        return order == NoteOrder.EARLIEST && until != null
                ? Sorted.between(index, null, new Place(until.toEpochDay() + 1, 0, 0, 0))
                : index;
    }

    private static String part(NoteFilter filter) {
        @Nullable Object narrowest = filter.opportunity();
        narrowest = narrowest != null ? narrowest : filter.relation();
        narrowest = narrowest != null ? narrowest : filter.assignee();
        String open = Boolean.FALSE.equals(filter.done()) ? OPEN : "";
        return open + (narrowest == null ? Sorted.WHOLE : narrowest.toString());
    }

    /** Ids of relations, deals and representatives are UUIDs that no two things share. */
    private static List<String> parts(Note note) {
        List<String> parts = new ArrayList<>(
                List.of(Sorted.WHOLE, note.relation().text(), note.assignee().text()));
        if (note.opportunity() != null) {
            parts.add(note.opportunity().text());
        }
        if (!note.isDone()) {
            List.copyOf(parts).forEach(part -> parts.add(OPEN + part));
        }
        return parts;
    }

    private static SortKey<Place> key(NoteOrder order, Note note) {
        long day = note.date().toEpochDay();
        Place place = switch (order) {
            case PINNED_FIRST -> new Place(note.isPinned() ? 0 : 1, -day, 0, 0);
            case EARLIEST -> new Place(day, 0, 0, 0);
        };
        return new SortKey<>(place, note.id().value());
    }

    private NoteRow row(Note note) {
        return NoteRow.of(
                note,
                items.relation(note.relation()).name(),
                items.representative(note.assignee()).name());
    }
}
