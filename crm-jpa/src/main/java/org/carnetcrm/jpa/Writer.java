package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.StoreException;
import org.carnetcrm.store.Change;
import org.carnetcrm.store.ChangeSet;

/** Writes one command: the rows that change, the histories that grow, the record of it; and flushes. */
final class Writer {

    private static final Comparator<Change> ORDER =
            Comparator.comparing(change -> change.id().kind());

    private final EntityManager em;
    private final Rows rows;

    Writer(EntityManager em, Rows rows) {
        this.em = em;
        this.rows = rows;
    }

    void write(ChangeSet set) {
        if (!em.isJoinedToTransaction()) {
            throw new StoreException(StoreException.Reason.NO_TRANSACTION, null);
        }
        hold(set);
        readUnread(set);
        List<Object> appended = new ArrayList<>();
        IdentityHashMap<Row<?>, Aggregate<?>> written = new IdentityHashMap<>();
        for (Change change : set.changes().stream().sorted(ORDER).toList()) {
            Row<?> row = change(set, change);
            if (change.after() != null) {
                written.put(row, change.after());
            }
        }
        set.changes().forEach(change -> appended.add(new StoredAuditEntry(set.tenant(), entry(set, change))));
        set.relationChanges().forEach(change -> appended.add(new StoredRelationChange(set.tenant(), change)));
        follow(set);
        set.revisions().forEach(revision -> appended.add(new StoredRevision(set.tenant(), revision)));
        appended.forEach(em::persist);
        em.flush();
        appended.forEach(em::detach);
        written.forEach(Writer::requireWritten);
        requireNothingLeftBehind(set);
    }

    /**
     * What was linked to a deal after the command that removes it had read the links. The removed row keeps others from
     * linking anything more; the lock makes the question see what is there now, on whatever isolation.
     */
    private void requireNothingLeftBehind(ChangeSet set) {
        Map<UUID, Change> removed = new HashMap<>();
        for (Change change : set.changes()) {
            if (change.after() == null && change.id() instanceof OpportunityId deal) {
                removed.put(deal.value(), change);
            }
        }
        if (removed.isEmpty()) {
            return;
        }
        new Question(em, "CrmOpportunityLink r", "r.key.tenant", set.tenant())
                        .select("r")
                        .in("r.opportunity", removed.keySet())
                        .query(StoredLink.class)
                        .setLockMode(LockModeType.PESSIMISTIC_READ)
                        .setMaxResults(1)
                        .getResultList()
                        .stream()
                        .map(left -> Objects.requireNonNull(removed.get(left.opportunity)))
                        .forEach(change -> {
                            throw ConflictException.onWrite(change.id(), change.version(), true);
                        });
    }

    /** In a unit of work that only reads a provider drops changes in silence. */
    private static void requireWritten(Row<?> row, Aggregate<?> value) {
        if (row.version() != value.version()) {
            throw new StoreException(StoreException.Reason.READ_ONLY, null);
        }
    }

    private void hold(ChangeSet set) {
        if (set.held().isEmpty()) {
            return;
        }
        Map<Id, Aggregate<?>> present = rows.hold(set.tenant(), set.held().keySet());
        set.held().forEach((id, version) -> {
            Aggregate<?> item = present.get(id);
            if (item == null || item.version() != version) {
                throw ConflictException.onWrite(id, version, true);
            }
        });
    }

    /** A command has read what it changes, but for what a host hands to the store itself. */
    private void readUnread(ChangeSet set) {
        Set<Id> unread = new HashSet<>();
        for (Change change : set.changes()) {
            if (change.before() != null && rows.known(change.id()) == null) {
                unread.add(change.id());
            }
        }
        rows.find(set.tenant(), unread);
    }

    private Row<?> change(ChangeSet set, Change change) {
        Aggregate<?> after = change.after();
        if (change.before() == null && after != null) {
            Row<?> made = Kind.of(change.id().kind()).make(set.tenant(), after);
            em.persist(made);
            rows.add(change.id(), made);
            return made;
        }
        Row<?> row = rows.known(change.id());
        if (row == null || row.version() != change.version()) {
            throw ConflictException.onWrite(change.id(), change.version(), !change.seen());
        }
        if (after == null) {
            em.remove(row);
        } else if (Objects.requireNonNull(change.before())
                .withVersion(after.version())
                .equals(after)) {
            // Nothing else changes, so the provider would not write the row.
            em.lock(row, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        } else {
            Kind.set(row, after);
        }
        return row;
    }

    private static AuditEntry entry(ChangeSet set, Change change) {
        Aggregate<?> after = change.after();
        return new AuditEntry(
                change.id(),
                after == null ? change.version() + 1 : after.version(),
                set.who(),
                set.recordedAt(),
                FieldChange.between(Change.fields(change.before()), Change.fields(after)));
    }

    /** Dates of what follows, by which the last revisions of some deals are told that they are no longer the last. */
    private record Following(LocalDate effectiveOn, Instant recordedAt, boolean discarded) {}

    /** Tells the last revision of each deal what follows it, and every one of a discarded deal that it is. */
    private void follow(ChangeSet set) {
        Map<Following, List<UUID>> deals = new LinkedHashMap<>();
        for (OpportunityRevision revision : set.revisions()) {
            if (revision.previous() != null) {
                boolean discarded = revision.event() == Event.DISCARDED;
                deals.computeIfAbsent(
                                new Following(revision.effectiveOn(), revision.recordedAt(), discarded),
                                dates -> new ArrayList<>())
                        .add(revision.deal().id().value());
            }
        }
        deals.forEach((dates, ids) -> Rows.chunks(ids).forEach(some -> {
            update("r.nextEffectiveOn = :effectiveOn, r.nextRecordedAt = :at", "r.nextRecordedAt is null", set, some)
                    .setParameter("effectiveOn", dates.effectiveOn())
                    .setParameter("at", dates.recordedAt())
                    .executeUpdate();
            if (dates.discarded()) {
                update("r.discardedAt = :at", "r.discardedAt is null", set, some)
                        .setParameter("at", dates.recordedAt())
                        .executeUpdate();
            }
        }));
    }

    private Query update(String what, String which, ChangeSet set, List<UUID> deals) {
        List<UUID> padded = Question.padded(deals);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < padded.size(); i++) {
            names.add(":deal" + i);
        }
        Query query = em.createQuery("update CrmOpportunityRevision r set " + what
                        + " where r.key.tenant = :tenant and r.key.id in (" + String.join(", ", names) + ") and "
                        + which)
                .setParameter("tenant", set.tenant().name())
                .setFlushMode(FlushModeType.COMMIT);
        for (int i = 0; i < padded.size(); i++) {
            query.setParameter("deal" + i, padded.get(i));
        }
        return query;
    }
}
