package org.carnetcrm.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.carnetcrm.actor.Who;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.ItemKind;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.relation.RelationChange;
import org.jspecify.annotations.Nullable;

/** Everything of one tenant. Its lock is taken by the store around each question and each change. */
final class Shelf {

    /** How the audit is kept: both values, of which the difference is taken only when somebody asks. */
    private record Audited(Who who, Instant recordedAt, Change change) {}

    /** A host reference of a type of things. */
    private record Reference(Class<?> type, String space, String text) {}

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Items items = new Items();
    private final RelationShelf relations = new RelationShelf(items);
    private final OpportunityShelf opportunities = new OpportunityShelf(items);
    private final ActionShelf actions = new ActionShelf(items);
    private final NoteShelf notes = new NoteShelf(items);
    private final FollowUpShelf followUps = new FollowUpShelf(items);
    private final DueShelf due = new DueShelf(items);
    private final TimelineShelf timelines = new TimelineShelf(items);
    private final CalendarShelf calendars = new CalendarShelf(items, due);
    private final List<Items.Shelved> shelved =
            List.of(relations, opportunities, actions, notes, followUps, due, timelines, calendars);
    private final Map<Reference, Id> references = new HashMap<>();
    private final Map<Id, List<Audited>> audit = new HashMap<>();
    private ChoiceLists choices = ChoiceLists.empty();

    ReadWriteLock lock() {
        return lock;
    }

    <A extends Aggregate<A>> List<A> find(Class<A> type, Collection<? extends Id> ids) {
        return items.find(type, ids);
    }

    <A extends Aggregate<A> & HostReferenced> List<A> findByReference(Class<A> type, Collection<String> texts) {
        List<A> found = new ArrayList<>();
        for (String text : texts) {
            for (String space : HostReferenced.SPACES) {
                Aggregate<?> item = items.get(references.get(new Reference(type, space, text)));
                if (item != null) {
                    found.add(type.cast(item));
                }
            }
        }
        return List.copyOf(found);
    }

    ChoiceLists choices() {
        return choices;
    }

    RelationShelf relations() {
        return relations;
    }

    OpportunityShelf opportunities() {
        return opportunities;
    }

    ActionShelf actions() {
        return actions;
    }

    NoteShelf notes() {
        return notes;
    }

    FollowUpShelf followUps() {
        return followUps;
    }

    DueShelf due() {
        return due;
    }

    TimelineShelf timelines() {
        return timelines;
    }

    CalendarShelf calendars() {
        return calendars;
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
        checkLinks(set);
        for (Change change : set.changes()) {
            if (change.before() != null) {
                forget(change.before());
            }
        }
        for (Change change : set.changes()) {
            if (change.after() != null) {
                keep(change.after());
            }
            audit.computeIfAbsent(change.id(), id -> new ArrayList<>(1))
                    .add(new Audited(set.who(), set.recordedAt(), change));
        }
        if (set.changes().stream().anyMatch(change -> change.id().kind() == ItemKind.CHOICE)) {
            choices = ChoiceLists.from(items.choices());
        }
        for (RelationChange row : set.relationChanges()) {
            relations.append(row);
            timelines.append(row);
        }
        set.revisions().forEach(opportunities::append);
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

    /** What was linked to a deal after the command that removes it had read the links would be left behind. */
    private void checkLinks(ChangeSet set) {
        Set<Id> removed = new HashSet<>();
        for (Change change : set.changes()) {
            if (change.after() == null) {
                removed.add(change.id());
            }
        }
        for (Change change : set.changes()) {
            if (change.after() == null && change.id() instanceof OpportunityId deal) {
                for (OpportunityLink link : opportunities.links(deal)) {
                    if (!removed.contains(link.id())) {
                        throw ConflictException.onWrite(deal, change.version(), true);
                    }
                }
            }
        }
    }

    private void forget(Aggregate<?> before) {
        items.remove(before.id());
        Reference reference = reference(before);
        if (reference != null) {
            references.remove(reference);
        }
        shelved.forEach(shelf -> shelf.forget(before));
    }

    private void keep(Aggregate<?> after) {
        items.put(after);
        Reference reference = reference(after);
        if (reference != null) {
            references.put(reference, after.id());
        }
        shelved.forEach(shelf -> shelf.keep(after));
    }

    private static @Nullable Reference reference(@Nullable Aggregate<?> item) {
        if (item instanceof HostReferenced referenced && referenced.hostReference() != null) {
            return new Reference(item.getClass(), referenced.referenceSpace(), referenced.hostReference());
        }
        return null;
    }

    private static AuditEntry entry(Audited audited) {
        Change change = audited.change();
        Aggregate<?> after = change.after();
        return new AuditEntry(
                change.id(),
                after == null ? change.version() + 1 : after.version(),
                audited.who(),
                audited.recordedAt(),
                FieldChange.between(Change.fields(change.before()), Change.fields(after)));
    }
}
