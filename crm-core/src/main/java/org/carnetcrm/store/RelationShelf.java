package org.carnetcrm.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.input.Text;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Representative;

/** The relations of one tenant with the people there and their history, and the representatives. */
final class RelationShelf implements Items.Shelved {

    private static final String STATUS = "status/";

    private final Items items;
    private final Sorted<String, Relation> relations = new Sorted<>();
    private final NavigableMap<SortKey<String>, Representative> representatives =
            new TreeMap<>(SortKey.<String>order());
    private final Map<RelationId, NavigableMap<UuidId, ContactPerson>> contacts = new HashMap<>();
    private final Map<RelationId, List<RelationChange>> changes = new HashMap<>();
    private final NavigableMap<LocalDate, List<RelationChange>> statuses = new TreeMap<>();

    RelationShelf(Items items) {
        this.items = items;
    }

    List<Representative> representatives() {
        return List.copyOf(representatives.values());
    }

    Page<RelationRow> list(TenantId tenant, RelationFilter filter, PageRequest request) {
        String start = filter.nameStart();
        NavigableMap<SortKey<String>, Relation> index = relations.of(part(filter));
        if (start != null && !start.isEmpty()) {
            index = Sorted.between(index, start, start + Character.MAX_VALUE);
        }
        return Pages.cut(index, filter::matches, this::row, "relations|" + tenant + "|" + filter, key -> key, request);
    }

    List<ContactPerson> contacts(RelationId relation) {
        NavigableMap<UuidId, ContactPerson> found = contacts.get(relation);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    List<RelationChange> changes(Collection<RelationId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> changes.getOrDefault(id, List.of()).stream())
                .toList();
    }

    /** Gives the changes to one of these statuses that took effect between two days, by day, then as recorded. */
    List<RelationChange> statusChanges(Set<String> codes, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return List.of();
        }
        return statuses.subMap(from, true, to, true).values().stream()
                .flatMap(List::stream)
                .filter(change -> change.to() != null && codes.contains(change.to()))
                .toList();
    }

    void append(RelationChange change) {
        changes.computeIfAbsent(change.relation(), id -> new ArrayList<>()).add(change);
        if (change.aspect() == Aspect.STATUS) {
            statuses.computeIfAbsent(change.effectiveOn(), day -> new ArrayList<>())
                    .add(change);
        }
    }

    @Override
    public void forget(Aggregate<?> before) {
        if (before instanceof Relation relation) {
            relations.remove(key(relation), parts(relation));
        } else if (before instanceof Representative representative) {
            representatives.remove(key(representative));
        } else if (before instanceof ContactPerson person) {
            Objects.requireNonNull(contacts.get(person.relation())).remove(person.id());
        }
    }

    @Override
    public void keep(Aggregate<?> after) {
        if (after instanceof Relation relation) {
            relations.put(key(relation), relation, parts(relation));
        } else if (after instanceof Representative representative) {
            representatives.put(key(representative), representative);
        } else if (after instanceof ContactPerson person) {
            contacts.computeIfAbsent(person.relation(), id -> new TreeMap<>(UuidId.ORDER))
                    .put(person.id(), person);
        }
    }

    private static String part(RelationFilter filter) {
        UuidId narrowest = filter.parent() != null ? filter.parent() : filter.accountManager();
        if (narrowest != null) {
            return narrowest.text();
        }
        return filter.status() == null ? Sorted.WHOLE : STATUS + filter.status();
    }

    private static List<String> parts(Relation relation) {
        List<String> parts = new ArrayList<>(List.of(Sorted.WHOLE, STATUS + relation.status()));
        for (UuidId id : Arrays.asList(relation.parent(), relation.accountManager())) {
            if (id != null) {
                parts.add(id.text());
            }
        }
        return parts;
    }

    private RelationRow row(Relation relation) {
        return RelationRow.of(
                relation,
                relation.accountManager() == null
                        ? null
                        : items.representative(relation.accountManager()).name());
    }

    private static SortKey<String> key(Relation relation) {
        return new SortKey<>(relation.nameKey(), relation.id().value());
    }

    private static SortKey<String> key(Representative representative) {
        return new SortKey<>(
                Text.fold(representative.name()), representative.id().value());
    }
}
