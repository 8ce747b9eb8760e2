package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Representative;

/** What is asked about relations, the people there and their history, and about representatives. */
final class RelationQueries {

    /** A row of the list with the key that it is ordered by. */
    private record Listed(String nameKey, RelationRow row) {}

    private final EntityManager em;

    RelationQueries(EntityManager em) {
        this.em = em;
    }

    List<Representative> representatives(TenantId tenant) {
        return new Question(em, "CrmRepresentative r", "r.key.tenant", tenant)
                .select("r")
                .orderBy("r.nameKey", "r.key.id")
                .read(StoredRepresentative.class, StoredRepresentative::value);
    }

    Page<RelationRow> list(TenantId tenant, RelationFilter filter, PageRequest request) {
        String list = "relations|" + tenant + "|" + filter;
        Question question = new Question(
                        em,
                        "CrmRelation r left join CrmRepresentative m on m.key.tenant = r.key.tenant"
                                + " and m.key.id = r.accountManager",
                        "r.key.tenant",
                        tenant)
                .select("r.nameKey", "r.key.id", "r.version", "r.name", "r.city", "r.sector", "r.parent")
                .select("r.accountManager", "m.name", "r.status", "r.priority")
                .equal("r.status", filter.status())
                .equal("r.accountManager", Convert.uuid(filter.accountManager()))
                .equal("r.parent", Convert.uuid(filter.parent()))
                .orderBy("r.nameKey", "r.key.id")
                .atMost(request.size() + 1);
        if (!filter.archived()) {
            question.equal("r.archived", false);
        }
        String start = filter.nameStart();
        if (start != null && !Question.isStorable(start)) {
            question.nothing();
        } else if (start != null && !start.isEmpty()) {
            question.and("r.nameKey >= " + question.bind(start))
                    .and("r.nameKey < " + question.bind(start + Character.MAX_VALUE));
        }
        Keyset<String> after = Keyset.of(request, list, key -> key);
        if (after != null) {
            String key = question.bind(after.sort());
            // The first condition is there for the index.
            question.and("r.nameKey >= " + key)
                    .and("(r.nameKey > " + key + " or r.key.id > " + question.bind(after.id()) + ")");
        }
        List<Listed> rows = question.ask().stream()
                .map(columns -> new Listed(columns.text(), row(columns)))
                .toList();
        Page<Listed> page = Keyset.page(
                rows,
                request,
                list,
                listed -> new Keyset<>(listed.nameKey(), listed.row().id().value()));
        return new Page<>(page.rows().stream().map(Listed::row).toList(), page.cursor());
    }

    List<ContactPerson> contacts(TenantId tenant, RelationId relation) {
        return new Question(em, "CrmContactPerson r", "r.key.tenant", tenant)
                .select("r")
                .equal("r.relation", relation.value())
                .orderBy("r.key.id")
                .read(StoredContactPerson.class, StoredContactPerson::value);
    }

    List<RelationChange> changes(TenantId tenant, Collection<RelationId> relations) {
        Map<UUID, List<RelationChange>> histories = new LinkedHashMap<>();
        relations.forEach(relation -> histories.put(relation.value(), new ArrayList<>()));
        for (List<UUID> some : Rows.chunks(histories.keySet())) {
            changes(changesOf(tenant).in("r.key.id", some).orderBy("r.key.id", "r.key.number"))
                    .forEach(change -> Convert.known(
                                    histories.get(change.relation().value()))
                            .add(change));
        }
        return histories.values().stream().flatMap(List::stream).toList();
    }

    List<RelationChange> statusChanges(TenantId tenant, Set<String> codes, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return List.of();
        }
        return changes(changesOf(tenant)
                .equal("r.aspect", Aspect.STATUS)
                .in("r.to", codes)
                .notBefore("r.effectiveOn", from)
                .notAfter("r.effectiveOn", to)
                .orderBy("r.effectiveOn", "r.recordedAt", "r.key.id", "r.key.number"));
    }

    private Question changesOf(TenantId tenant) {
        return new Question(em, "CrmRelationChange r", "r.key.tenant", tenant).select("r");
    }

    private List<RelationChange> changes(Question question) {
        return question.read(StoredRelationChange.class, StoredRelationChange::value);
    }

    private static RelationRow row(Columns columns) {
        return new RelationRow(
                columns.id(RelationId::new),
                (int) columns.number(),
                columns.text(),
                columns.findText(),
                columns.findText(),
                columns.findId(RelationId::new),
                columns.findId(RepresentativeId::new),
                columns.findText(),
                columns.text(),
                columns.findText());
    }
}
