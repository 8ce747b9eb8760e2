package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** The lists of documents, and of those that are to be chased. */
final class DocumentQueries {

    private static final String FROM =
            "CrmDocument d left join CrmRelation r on r.key.tenant = d.key.tenant and r.key.id = d.relation";

    private static final Comparator<DocumentRow> BY_DUE_DATE = Comparator.comparing(
                    (DocumentRow row) -> Convert.known(row.dueOn()))
            .thenComparing(DocumentRow::id, UuidId.ORDER);

    private final EntityManager em;

    DocumentQueries(EntityManager em) {
        this.em = em;
    }

    Page<DocumentRow> list(TenantId tenant, DocumentFilter filter, PageRequest request) {
        String list = "documents|" + tenant + "|" + filter;
        Question question = rows(tenant)
                .equal("d.relation", Convert.uuid(filter.relation()))
                .equal("d.kind", filter.kind())
                .equal("d.number", filter.number())
                .orderBy("d.date desc", "d.key.id")
                .atMost(request.size() + 1);
        if (filter.open() != null) {
            question.and("d.closedOn is " + (filter.open() ? "null" : "not null"));
        }
        Keyset<LocalDate> after = Keyset.of(request, list, text -> Question.day(-Long.parseLong(text)));
        if (after != null) {
            question.earlier("d.date", after.sort(), "d.key.id", after.id());
        }
        return Keyset.page(
                ask(question),
                request,
                list,
                row -> new Keyset<>(-row.date().toEpochDay(), row.id().value()));
    }

    Page<DocumentRow> due(TenantId tenant, DueFilter filter, PageRequest request) {
        String list = "due|" + tenant + "|" + filter;
        Keyset<LocalDate> after = Keyset.of(request, list, text -> Question.day(Long.parseLong(text)));
        List<DocumentRow> rows = due(tenant, filter, after, request.size() + 1);
        return Keyset.page(
                rows,
                request,
                list,
                row -> new Keyset<>(
                        Convert.known(row.dueOn()).toEpochDay(), row.id().value()));
    }

    /**
     * Reads the first documents to chase. Those of one chaser are the ones that this representative chased last, and the
     * ones that nobody chased yet of the relations that they follow: each of the two is read from an index of its own.
     */
    List<DocumentRow> due(TenantId tenant, DueFilter filter, @Nullable Keyset<LocalDate> after, int most) {
        RepresentativeId chaser = filter.chaser();
        if (chaser == null) {
            return ask(dueRows(tenant, filter, after, most));
        }
        List<DocumentRow> rows =
                new ArrayList<>(ask(dueRows(tenant, filter, after, most).equal("d.latestBy", chaser.value())));
        rows.addAll(ask(dueRows(tenant, filter, after, most)
                .and("d.latestBy is null")
                .equal("r.accountManager", chaser.value())));
        rows.sort(BY_DUE_DATE);
        return rows.subList(0, Math.min(most, rows.size()));
    }

    private Question dueRows(TenantId tenant, DueFilter filter, @Nullable Keyset<LocalDate> after, int most) {
        Question question = rows(tenant)
                .and("d.dueOn is not null")
                .notBefore("d.dueOn", filter.from())
                .notAfter("d.dueOn", filter.to())
                .equal("d.relation", Convert.uuid(filter.relation()))
                .orderBy("d.dueOn", "d.key.id")
                .atMost(most);
        return after == null ? question : question.later("d.dueOn", after.sort(), "d.key.id", after.id());
    }

    private Question rows(TenantId tenant) {
        return new Question(em, FROM, "d.key.tenant", tenant)
                .select("d.key.id", "d.version", "d.kind", "d.number", "d.relation", "r.name", "d.date", "d.amount")
                .select("d.currency", "d.closedOn", "d.dueOn", "d.latestOn", "d.latestBy", "d.hostReference");
    }

    private static List<DocumentRow> ask(Question question) {
        return question.ask().stream().map(DocumentQueries::row).toList();
    }

    private static DocumentRow row(Columns columns) {
        return new DocumentRow(
                columns.id(DocumentId::new),
                (int) columns.number(),
                columns.get(DocumentKind.class),
                columns.text(),
                columns.id(RelationId::new),
                columns.text(),
                columns.date(),
                columns.findMoney(),
                columns.findDate(),
                columns.findDate(),
                columns.findDate(),
                columns.findId(RepresentativeId::new),
                columns.findText());
    }
}
