package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.store.Place;
import org.jspecify.annotations.Nullable;

/** The lists of notes. */
final class NoteQueries {

    private final EntityManager em;

    NoteQueries(EntityManager em) {
        this.em = em;
    }

    Page<NoteRow> list(TenantId tenant, NoteFilter filter, NoteOrder order, PageRequest request) {
        // Whether hidden notes are listed too is no part of the list: it must not show in a cursor.
        String list = "notes|" + tenant + "|" + order + "|" + filter.withAdminOnly(false);
        Question question = new Question(
                        em,
                        "CrmNote n left join CrmRelation r on r.key.tenant = n.key.tenant and r.key.id = n.relation"
                                + " left join CrmRepresentative a on a.key.tenant = n.key.tenant and a.key.id = n.assignee",
                        "n.key.tenant",
                        tenant)
                .select("n.key.id", "n.version", "n.relation", "r.name", "n.opportunity", "n.assignee", "a.name")
                .select("n.date", "n.type", "n.text", "n.pinned", "n.done", "n.adminOnly", "n.hostReference")
                .equal("n.relation", Convert.uuid(filter.relation()))
                .equal("n.opportunity", Convert.uuid(filter.opportunity()))
                .equal("n.assignee", Convert.uuid(filter.assignee()))
                .equal("n.type", filter.type())
                .equal("n.done", filter.done())
                .notAfter("n.date", filter.until())
                .atMost(request.size() + 1);
        if (!filter.adminOnlyToo()) {
            question.equal("n.adminOnly", false);
        }
        Keyset<Place> after = Keyset.of(request, list, text -> checked(order, Place.parse(text)));
        switch (order) {
            case PINNED_FIRST -> pinnedFirst(question, after);
            case EARLIEST -> earliest(question, after);
        }
        List<NoteRow> rows = question.ask().stream().map(NoteQueries::row).toList();
        return Keyset.page(
                rows,
                request,
                list,
                row -> new Keyset<>(place(order, row), row.id().value()));
    }

    private static void pinnedFirst(Question question, @Nullable Keyset<Place> after) {
        question.orderBy("n.pinned desc", "n.date desc", "n.key.id");
        if (after != null) {
            boolean pinned = after.sort().first() == 0;
            String date = question.bind(Question.day(-after.sort().second()));
            // The bound of the date is there for the index.
            String there = "n.pinned = " + question.bind(pinned) + " and n.date <= " + date + " and (n.date < " + date
                    + " or n.key.id > " + question.bind(after.id()) + ")";
            question.and(pinned ? "(n.pinned = " + question.bind(false) + " or (" + there + "))" : there);
        }
    }

    private static void earliest(Question question, @Nullable Keyset<Place> after) {
        question.orderBy("n.date", "n.key.id");
        if (after != null) {
            question.later("n.date", Question.day(after.sort().first()), "n.key.id", after.id());
        }
    }

    private static Place checked(NoteOrder order, Place place) {
        Question.day(order == NoteOrder.PINNED_FIRST ? -place.second() : place.first());
        return place;
    }

    private static Place place(NoteOrder order, NoteRow row) {
        long day = row.date().toEpochDay();
        return switch (order) {
            case PINNED_FIRST -> new Place(row.marks().pinned() ? 0 : 1, -day, 0, 0);
            case EARLIEST -> new Place(day, 0, 0, 0);
        };
    }

    private static NoteRow row(Columns columns) {
        return new NoteRow(
                columns.id(NoteId::new),
                (int) columns.number(),
                columns.id(RelationId::new),
                columns.text(),
                columns.findId(OpportunityId::new),
                columns.id(RepresentativeId::new),
                columns.text(),
                columns.get(LocalDate.class),
                columns.text(),
                columns.findText(),
                new Note.Marks(columns.flag(), columns.flag(), columns.flag()),
                columns.findText());
    }
}
