package org.carnetcrm.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.ItemKind;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.input.Text;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Representative;
import org.jspecify.annotations.Nullable;

/** Everything of one tenant. Its lock is taken by the store around each question and each change. */
final class Shelf {

    /** How the audit is kept: both values, of which the difference is taken only when somebody asks. */
    private record Audited(ChangeSet set, Change change) {}

    /** A host reference of a kind of thing. */
    private record Reference(ItemKind kind, String text) {}

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Id, Aggregate<?>> items = new HashMap<>();
    private final Map<Reference, Id> references = new HashMap<>();
    private final NavigableMap<SortKey<String>, Representative> representatives =
            new TreeMap<>(SortKey.<String>order());
    private final NavigableMap<SortKey<String>, Relation> relations = new TreeMap<>(SortKey.<String>order());
    private final Map<RelationId, NavigableMap<UuidId, ContactPerson>> contacts = new HashMap<>();
    private final Map<OpportunityId, NavigableMap<UuidId, OpportunityLink>> links = new HashMap<>();
    private final OpportunityIndex opportunities = new OpportunityIndex();
    private final Map<RelationId, List<RelationChange>> relationChanges = new HashMap<>();
    private final Map<OpportunityId, List<OpportunityRevision>> revisions = new HashMap<>();
    private final Map<Id, List<Audited>> audit = new HashMap<>();
    private ChoiceLists choices = ChoiceLists.empty();

    ReadWriteLock lock() {
        return lock;
    }

    <A extends Aggregate<A>> List<A> find(Class<A> type, Collection<? extends Id> ids) {
        List<A> found = new ArrayList<>();
        for (Id id : ids) {
            Aggregate<?> item = items.get(id);
            if (type.isInstance(item)) {
                found.add(type.cast(item));
            }
        }
        return List.copyOf(found);
    }

    <A extends Aggregate<A> & HostReferenced> List<A> findByReference(Class<A> type, Collection<String> texts) {
        List<A> found = new ArrayList<>();
        for (String text : texts) {
            for (ItemKind kind : ItemKind.values()) {
                Aggregate<?> item = items.get(references.get(new Reference(kind, text)));
                if (type.isInstance(item)) {
                    found.add(type.cast(item));
                }
            }
        }
        return List.copyOf(found);
    }

    ChoiceLists choices() {
        return choices;
    }

    List<Representative> representatives() {
        return List.copyOf(representatives.values());
    }

    Page<RelationRow> relations(TenantId tenant, RelationFilter filter, PageRequest request) {
        String start = filter.nameStart();
        NavigableMap<SortKey<String>, Relation> index = relations;
        if (start != null && !start.isEmpty()) {
            index = relations
                    .tailMap(new SortKey<>(start, new java.util.UUID(0, 0)), true)
                    .headMap(new SortKey<>(start + Character.MAX_VALUE, new java.util.UUID(0, 0)), false);
        }
        return Pages.cut(index, filter::matches, this::row, "relations|" + tenant + "|" + filter, key -> key, request);
    }

    List<ContactPerson> contacts(RelationId relation) {
        NavigableMap<UuidId, ContactPerson> found = contacts.get(relation);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    List<RelationChange> relationChanges(RelationId relation) {
        return List.copyOf(relationChanges.getOrDefault(relation, List.of()));
    }

    Page<OpportunityRow> opportunities(
            TenantId tenant, OpportunityFilter filter, OpportunityOrder order, PageRequest request) {
        return Pages.cut(
                opportunities.of(filter, order),
                deal -> filter.matches(subject(deal)),
                deal -> OpportunityRow.of(subject(deal)),
                "opportunities|" + tenant + "|" + order + "|" + filter,
                Long::valueOf,
                request);
    }

    List<OpportunitySummary> summarise(OpportunityFilter filter, Set<OpportunityDimension> dimensions) {
        Set<OpportunityDimension> asked = EnumSet.of(OpportunityDimension.CURRENCY);
        asked.addAll(dimensions);
        Map<List<String>, Measures> groups = new HashMap<>();
        for (Opportunity deal :
                opportunities.of(filter, OpportunityOrder.NEWEST).values()) {
            OpportunityDimension.Subject subject = subject(deal);
            if (filter.matches(subject)) {
                List<String> key = new ArrayList<>(asked.size());
                for (OpportunityDimension dimension : asked) {
                    key.add(dimension.of(subject));
                }
                groups.merge(key, Measures.of(deal), Measures::plus);
            }
        }
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Shelf::compareTexts))
                .map(group -> new OpportunitySummary(key(asked, group.getKey()), group.getValue()))
                .toList();
    }

    List<OpportunityRevision> revisions(OpportunityId opportunity) {
        return List.copyOf(revisions.getOrDefault(opportunity, List.of()));
    }

    List<OpportunityLink> links(OpportunityId opportunity) {
        NavigableMap<UuidId, OpportunityLink> found = links.get(opportunity);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    List<AuditEntry> audit(Id item) {
        return audit.getOrDefault(item, List.of()).stream().map(Shelf::entry).toList();
    }

    void apply(ChangeSet set) {
        set.changes().forEach(this::check);
        set.held().forEach((id, version) -> {
            Aggregate<?> present = items.get(id);
            if (present == null || present.version() != version) {
                throw ConflictException.onWrite(id, version, true);
            }
        });
        checkNewReferences(set);
        for (Change change : set.changes()) {
            if (change.before() != null) {
                forget(change.before());
            }
        }
        for (Change change : set.changes()) {
            if (change.after() != null) {
                keep(change.after());
            }
            audit.computeIfAbsent(change.id(), id -> new ArrayList<>()).add(new Audited(set, change));
        }
        if (set.changes().stream().anyMatch(change -> change.id().kind() == ItemKind.CHOICE)) {
            choices = ChoiceLists.from(items.values().stream()
                    .filter(Choice.class::isInstance)
                    .map(Choice.class::cast)
                    .toList());
        }
        for (RelationChange row : set.relationChanges()) {
            relationChanges
                    .computeIfAbsent(row.relation(), id -> new ArrayList<>())
                    .add(row);
        }
        set.revisions().forEach(this::append);
    }

    private void check(Change change) {
        Aggregate<?> present = items.get(change.id());
        int version = present == null ? 0 : present.version();
        if (version != change.version()) {
            throw ConflictException.onWrite(change.id(), change.version(), !change.seen());
        }
    }

    private void checkNewReferences(ChangeSet set) {
        Map<Reference, Id> taken = new HashMap<>();
        for (Change change : set.changes()) {
            Reference reference = reference(change.after());
            if (reference == null) {
                continue;
            }
            Id holder = references.get(reference);
            Id other = taken.putIfAbsent(reference, change.id());
            boolean foreign = holder != null && !holder.equals(change.id());
            if (foreign || other != null) {
                throw ConflictException.onWrite(change.id(), change.version(), true);
            }
        }
    }

    private void forget(Aggregate<?> before) {
        items.remove(before.id());
        Reference reference = reference(before);
        if (reference != null) {
            references.remove(reference);
        }
        if (before instanceof Opportunity deal) {
            opportunities.remove(deal);
        } else if (before instanceof Relation relation) {
            relations.remove(key(relation));
        } else if (before instanceof Representative representative) {
            representatives.remove(key(representative));
        } else if (before instanceof ContactPerson person) {
            Objects.requireNonNull(contacts.get(person.relation())).remove(person.id());
        } else if (before instanceof OpportunityLink link) {
            Objects.requireNonNull(links.get(link.opportunity())).remove(link.id());
        }
    }

    private void keep(Aggregate<?> after) {
        items.put(after.id(), after);
        Reference reference = reference(after);
        if (reference != null) {
            references.put(reference, after.id());
        }
        if (after instanceof Opportunity deal) {
            opportunities.put(deal);
        } else if (after instanceof Relation relation) {
            relations.put(key(relation), relation);
        } else if (after instanceof Representative representative) {
            representatives.put(key(representative), representative);
        } else if (after instanceof ContactPerson person) {
            contacts.computeIfAbsent(person.relation(), id -> new TreeMap<>(UuidId.ORDER))
                    .put(person.id(), person);
        } else if (after instanceof OpportunityLink link) {
            links.computeIfAbsent(link.opportunity(), id -> new TreeMap<>(UuidId.ORDER))
                    .put(link.id(), link);
        }
    }

    private void append(OpportunityRevision revision) {
        List<OpportunityRevision> all =
                revisions.computeIfAbsent(revision.deal().id(), id -> new ArrayList<>());
        if (!all.isEmpty()) {
            int last = all.size() - 1;
            all.set(last, all.get(last).followedBy(revision));
        }
        all.add(revision);
    }

    private OpportunityDimension.Subject subject(Opportunity deal) {
        return new OpportunityDimension.Subject(
                deal, (Relation) Objects.requireNonNull(items.get(deal.relation())), (Representative)
                        Objects.requireNonNull(items.get(deal.manager())));
    }

    private RelationRow row(Relation relation) {
        Aggregate<?> manager = items.get(relation.accountManager());
        return RelationRow.of(relation, manager instanceof Representative found ? found.name() : null);
    }

    private static SortKey<String> key(Relation relation) {
        return new SortKey<>(relation.nameKey(), relation.id().value());
    }

    private static SortKey<String> key(Representative representative) {
        return new SortKey<>(
                Text.fold(representative.name()), representative.id().value());
    }

    private static @Nullable Reference reference(@Nullable Aggregate<?> item) {
        if (item instanceof HostReferenced referenced && referenced.hostReference() != null) {
            return new Reference(item.id().kind(), referenced.hostReference());
        }
        return null;
    }

    private static AuditEntry entry(Audited audited) {
        Change change = audited.change();
        Aggregate<?> after = change.after();
        return new AuditEntry(
                change.id(),
                after == null ? change.version() + 1 : after.version(),
                audited.set().who(),
                audited.set().recordedAt(),
                FieldChange.between(Change.fields(change.before()), Change.fields(after)));
    }

    private static Map<OpportunityDimension, String> key(Set<OpportunityDimension> dimensions, List<String> texts) {
        Map<OpportunityDimension, String> key = new EnumMap<>(OpportunityDimension.class);
        int i = 0;
        for (OpportunityDimension dimension : dimensions) {
            key.put(dimension, texts.get(i++));
        }
        return key;
    }

    private static int compareTexts(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
