package org.carnetcrm.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.Relation;
import org.jspecify.annotations.Nullable;

/** The documents of one tenant that are to be chased, by their date: all of them, of each relation, of each chaser. */
final class DueShelf implements Items.Shelved {

    private final Items items;
    private final Sorted<Long, BusinessDocument> due = new Sorted<>();

    /** The documents of each relation that nobody has chased yet: who is to chase them is told by the relation. */
    private final Map<RelationId, Map<DocumentId, BusinessDocument>> unchased = new HashMap<>();

    DueShelf(Items items) {
        this.items = items;
    }

    Page<DocumentRow> list(TenantId tenant, DueFilter filter, PageRequest request) {
        return Pages.cut(
                between(part(filter), filter.from(), filter.to()),
                document -> filter.matches(
                        document, items.relation(document.relation()).accountManager()),
                document -> DocumentRow.of(
                        document, items.relation(document.relation()).name()),
                "due|" + tenant + "|" + filter,
                Long::valueOf,
                request);
    }

    /** Gives what a representative is to chase on a day. */
    Collection<BusinessDocument> on(RepresentativeId chaser, LocalDate day) {
        return between(chaser.text(), day, day).values();
    }

    @Override
    public void forget(Aggregate<?> before) {
        if (before instanceof Relation relation) {
            unchased(relation).forEach(document -> due.remove(key(document), manager(relation)));
        } else if (before instanceof BusinessDocument document && document.dueOn() != null) {
            due.remove(key(document), parts(document));
            Map<DocumentId, BusinessDocument> others = unchased.get(document.relation());
            if (others != null && others.remove(document.id()) != null && others.isEmpty()) {
                unchased.remove(document.relation());
            }
        }
    }

    @Override
    public void keep(Aggregate<?> after) {
        if (after instanceof Relation relation) {
            unchased(relation).forEach(document -> due.put(key(document), document, manager(relation)));
        } else if (after instanceof BusinessDocument document && document.dueOn() != null) {
            due.put(key(document), document, parts(document));
            if (document.trail().latest() == null) {
                unchased.computeIfAbsent(document.relation(), id -> new LinkedHashMap<>())
                        .put(document.id(), document);
            }
        }
    }

    private NavigableMap<SortKey<Long>, BusinessDocument> between(
            String part, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Sorted.between(
                due.of(part),
                from == null ? null : (Long) from.toEpochDay(),
                to == null ? null : (Long) (to.toEpochDay() + 1));
    }

    private Collection<BusinessDocument> unchased(Relation relation) {
        return unchased.getOrDefault(relation.id(), Map.of()).values();
    }

    private static String part(DueFilter filter) {
        if (filter.relation() != null) {
            return filter.relation().text();
        }
        return filter.chaser() == null ? Sorted.WHOLE : filter.chaser().text();
    }

    /** Ids of relations and representatives are UUIDs that no two things share. */
    private List<String> parts(BusinessDocument document) {
        List<String> parts =
                new ArrayList<>(List.of(Sorted.WHOLE, document.relation().text()));
        BusinessDocument.Latest latest = document.trail().latest();
        if (latest != null) {
            parts.add(latest.by().text());
        } else if (items.get(document.relation()) instanceof Relation relation) {
            // While its relation changes in the same command it is not there, and tells the chaser itself.
            parts.addAll(manager(relation));
        }
        return parts;
    }

    private static List<String> manager(Relation relation) {
        return relation.accountManager() == null
                ? List.of()
                : List.of(relation.accountManager().text());
    }

    private static SortKey<Long> key(BusinessDocument document) {
        LocalDate dueOn = Objects.requireNonNull(document.dueOn());
        return new SortKey<>(dueOn.toEpochDay(), document.id().value());
    }
}
