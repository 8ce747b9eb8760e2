package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.id.UuidId;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were read whole and may be written. A row stays with the provider from its reading to the end of the
 * command that changes it, and no longer: so a change needs no second reading, each reading sees what the database has,
 * and a long unit of work does not get slower with each command.
 */
final class Rows {

    /** How many ids one statement asks for. */
    static final int CHUNK = 1000;

    private final EntityManager em;
    private final boolean prospecting;
    private final Map<Id, Row<?>> known = new HashMap<>();

    Rows(EntityManager em, boolean prospecting) {
        this.em = em;
        this.prospecting = prospecting;
    }

    /** Reads the things with these ids afresh. */
    Map<Id, Aggregate<?>> find(TenantId tenant, Collection<? extends Id> ids) {
        return read(tenant, ids, null);
    }

    /** Reads the things with these ids afresh, and keeps others from changing them until the unit of work ends. */
    Map<Id, Aggregate<?>> hold(TenantId tenant, Collection<? extends Id> ids) {
        return read(tenant, ids, LockModeType.PESSIMISTIC_READ);
    }

    /** Reads the things of a kind that the host knows by these references. */
    List<Aggregate<?>> findByReference(TenantId tenant, Kind kind, Collection<String> references) {
        if (kind.isProspecting() && !prospecting) {
            return List.of();
        }
        List<Aggregate<?>> found = new ArrayList<>();
        for (List<String> some : chunks(references)) {
            found.addAll(values(tenant, kind, question -> question.in(referencePath(kind), some), null));
        }
        return found;
    }

    /** Gives the row of a thing that was read and not written since, or nothing. */
    @Nullable
    Row<?> known(Id id) {
        Row<?> row = known.get(id);
        return row != null && em.contains(row) ? row : null;
    }

    /** Remembers a row that is new. */
    void add(Id id, Row<?> row) {
        known.put(id, row);
    }

    /** Takes every row away from the provider. */
    void release() {
        known.values().forEach(em::detach);
        known.clear();
    }

    static <T> List<List<T>> chunks(Collection<T> all) {
        List<T> distinct = new ArrayList<>(new LinkedHashSet<>(all));
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            chunks.add(distinct.subList(from, Math.min(from + CHUNK, distinct.size())));
        }
        return chunks;
    }

    private Map<Id, Aggregate<?>> read(TenantId tenant, Collection<? extends Id> ids, @Nullable LockModeType lock) {
        Map<Kind, Set<Id>> byKind = new LinkedHashMap<>();
        for (Id id : ids) {
            byKind.computeIfAbsent(Kind.of(id.kind()), kind -> new LinkedHashSet<>())
                    .add(id);
        }
        Map<Id, Aggregate<?>> found = new HashMap<>();
        byKind.forEach((kind, some) -> {
            if (prospecting || !kind.isProspecting()) {
                for (List<Id> chunk : chunks(some)) {
                    chunk.forEach(this::forget);
                    values(tenant, kind, question -> narrow(question, kind, chunk), lock)
                            .forEach(value -> found.put(value.id(), value));
                }
            }
        });
        return found;
    }

    /** Reads the rows with one statement, and one more for each collection of lines but the first. */
    private List<Aggregate<?>> values(
            TenantId tenant, Kind kind, Consumer<Question> condition, @Nullable LockModeType lock) {
        List<String> joins = new ArrayList<>();
        kind.lines().forEach(lines -> joins.add(" left join fetch r." + lines));
        if (lock != null || joins.isEmpty()) {
            joins.add(0, "");
        }
        Set<Row<?>> rows = rows(tenant, kind, joins.get(0), condition, lock);
        if (rows.isEmpty()) {
            return List.of();
        }
        for (String join : joins.subList(1, joins.size())) {
            if (!isStill(rows, versions(tenant, kind, join, condition))) {
                // Another has changed them between two statements: whole, or not at all.
                rows.forEach(em::detach);
                return values(tenant, kind, condition, lock);
            }
        }
        List<Aggregate<?>> values = new ArrayList<>();
        for (Row<?> row : rows) {
            Aggregate<?> value = row.value();
            known.put(value.id(), row);
            values.add(value);
        }
        return values;
    }

    private Set<Row<?>> rows(
            TenantId tenant, Kind kind, String join, Consumer<Question> condition, @Nullable LockModeType lock) {
        Question question = new Question(em, kind.entity() + " r" + join, kind.tenant(), tenant).select("r");
        condition.accept(question);
        TypedQuery<? extends Row<?>> query = question.query(kind.row());
        if (lock != null) {
            query.setLockMode(lock);
        }
        return new LinkedHashSet<>(query.getResultList());
    }

    /** Reads lines into rows that the provider has, and the versions that the rows now have. */
    private Map<Object, Integer> versions(TenantId tenant, Kind kind, String join, Consumer<Question> condition) {
        Question question =
                new Question(em, kind.entity() + " r" + join, kind.tenant(), tenant).select("r", "r.version");
        condition.accept(question);
        Map<Object, Integer> versions = new HashMap<>();
        for (Object[] row : question.query(Object[].class).getResultList()) {
            versions.put(row[0], (Integer) row[1]);
        }
        return versions;
    }

    private static boolean isStill(Set<Row<?>> rows, Map<Object, Integer> versions) {
        return versions.keySet().equals(rows)
                && rows.stream().allMatch(row -> Integer.valueOf(row.version()).equals(versions.get(row)));
    }

    private static void narrow(Question question, Kind kind, List<Id> ids) {
        switch (kind) {
            case TENANT -> question.in("r.tenant", ids.stream().map(Id::text).toList());
            case CHOICE ->
                question.and(ids.stream()
                        .map(id -> (ChoiceId) id)
                        .map(id -> "r.key.list = " + question.bind(id.list()) + " and r.key.code = "
                                + question.bind(id.code()))
                        .collect(Collectors.joining(" or ", "(", ")")));
            default ->
                question.in(
                        "r.key.id",
                        ids.stream().map(id -> ((UuidId) id).value()).toList());
        }
    }

    private static String referencePath(Kind kind) {
        return kind == Kind.OPPORTUNITY ? "r.deal.hostReference" : "r.hostReference";
    }

    private void forget(Id id) {
        Row<?> row = known.remove(id);
        if (row != null) {
            em.detach(row);
        }
    }
}
