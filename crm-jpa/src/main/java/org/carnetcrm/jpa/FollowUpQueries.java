package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.store.Place;

/** The list of follow-ups. */
final class FollowUpQueries {

    private static final String FROM =
            "CrmFollowUp f left join CrmRelation r on r.key.tenant = f.key.tenant and r.key.id = f.relation"
                    + " left join CrmDocument d on d.key.tenant = f.key.tenant and d.key.id = f.document"
                    + " left join CrmRepresentative b on b.key.tenant = f.key.tenant and b.key.id = f.by";

    /** A row of the list with when it was recorded, which it is ordered by. */
    private record Listed(Instant recordedAt, FollowUpRow row) {}

    private final EntityManager em;

    FollowUpQueries(EntityManager em) {
        this.em = em;
    }

    Page<FollowUpRow> list(TenantId tenant, FollowUpFilter filter, PageRequest request) {
        String list = "follow-ups|" + tenant + "|" + filter;
        Question question = new Question(em, FROM, "f.key.tenant", tenant)
                .select("f.recordedAt", "f.key.id", "f.version", "f.relation", "r.name", "f.document", "d.kind")
                .select("d.number", "f.ordinal", "f.channel", "f.note", "f.by", "b.name", "f.date", "f.nextOn")
                .equal("f.relation", Convert.uuid(filter.relation()))
                .equal("f.document", Convert.uuid(filter.document()))
                .equal("f.by", Convert.uuid(filter.by()))
                .notBefore("f.date", filter.from())
                .notAfter("f.date", filter.to())
                .orderBy("f.date desc", "f.recordedAt desc", "f.key.id desc")
                .atMost(request.size() + 1);
        Keyset<Place> after = Keyset.of(request, list, FollowUpQueries::parse);
        if (after != null) {
            String date = question.bind(Question.day(after.sort().first()));
            String at = question.bind(Question.instant(after.sort().second()));
            question.and("f.date <= " + date)
                    .and("(f.date < " + date + " or f.recordedAt < " + at + " or (f.recordedAt = " + at
                            + " and f.key.id < " + question.bind(after.id()) + "))");
        }
        List<Listed> rows = question.ask().stream()
                .map(columns -> new Listed(columns.get(Instant.class), row(columns)))
                .toList();
        Page<Listed> page = Keyset.page(rows, request, list, FollowUpQueries::place);
        return new Page<>(page.rows().stream().map(Listed::row).toList(), page.cursor());
    }

    private static Place parse(String text) {
        Place place = Place.parse(text);
        Question.day(place.first());
        Question.instant(place.second());
        return place;
    }

    private static Keyset<Place> place(Listed listed) {
        Place place = new Place(listed.row().date().toEpochDay(), Place.micros(listed.recordedAt()), 0, 0);
        return new Keyset<>(place, listed.row().id().value());
    }

    private static FollowUpRow row(Columns columns) {
        return new FollowUpRow(
                columns.id(FollowUpId::new),
                (int) columns.number(),
                columns.id(RelationId::new),
                columns.text(),
                columns.id(DocumentId::new),
                columns.get(DocumentKind.class),
                columns.text(),
                (int) columns.number(),
                columns.findText(),
                columns.findText(),
                columns.id(RepresentativeId::new),
                columns.text(),
                columns.date(),
                columns.findDate());
    }
}
