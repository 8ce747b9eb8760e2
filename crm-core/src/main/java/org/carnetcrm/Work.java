package org.carnetcrm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.Tenant;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.store.Change;
import org.carnetcrm.store.ChangeSet;
import org.carnetcrm.store.CrmStore;
import org.jspecify.annotations.Nullable;

/** One command while it runs: what it has read, the problems it has found, and what it will write. */
final class Work {

    private final Setup setup;
    private final CrmStore store;
    private final Actor actor;
    private final Instant now;
    private final LocalDate today;
    private final Map<Id, Aggregate<?>> seen = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<Id, Integer> held = new HashMap<>();
    private final List<RelationChange> relationChanges = new ArrayList<>();
    private final List<OpportunityRevision> revisions = new ArrayList<>();
    private final Map<Class<?>, Map<String, Optional<Id>>> references = new HashMap<>();
    private final Set<Id> added = new HashSet<>();
    private @Nullable ChoiceLists choices;
    private String path = "";

    Work(Setup setup, CrmStore store, Actor actor) {
        this.setup = setup;
        this.store = store;
        this.actor = actor;
        this.now = setup.clock().instant().truncatedTo(ChronoUnit.MICROS);
        this.today = LocalDate.ofInstant(now, actor.zone());
    }

    Setup setup() {
        return setup;
    }

    CrmStore store() {
        return store;
    }

    Actor actor() {
        return actor;
    }

    Instant now() {
        return now;
    }

    /** The date of the command where the actor is. */
    LocalDate today() {
        return today;
    }

    Tenant tenant() {
        return get(Tenant.class, actor.tenant());
    }

    ChoiceLists choices() {
        if (choices == null) {
            choices = store.choices(actor.tenant());
        }
        return choices;
    }

    // What is read

    /** Reads many things at once, so that what follows finds them without asking the store again. */
    <A extends Aggregate<A>> void prefetch(Class<A> type, Collection<? extends @Nullable Id> ids) {
        Set<Id> unseen = new LinkedHashSet<>();
        for (Id id : ids) {
            if (id != null && !seen.containsKey(id)) {
                unseen.add(id);
            }
        }
        if (!unseen.isEmpty()) {
            store.find(actor.tenant(), type, unseen).forEach(item -> seen.put(item.id(), item));
        }
    }

    <A extends Aggregate<A>> Optional<A> find(Class<A> type, Id id) {
        prefetch(type, List.of(id));
        Aggregate<?> item = seen.get(id);
        return type.isInstance(item) ? Optional.of(type.cast(item)) : Optional.empty();
    }

    <A extends Aggregate<A>> A get(Class<A> type, Id id) {
        return find(type, id).orElseThrow(() -> new NotFoundException(id));
    }

    /** Reads a thing of which the caller names the version. */
    <A extends Aggregate<A>> A get(Class<A> type, Id id, int version) {
        A present = get(type, id);
        if (present.version() != version) {
            NavigableSet<String> fields = new TreeSet<>();
            for (AuditEntry entry : store.audit(actor.tenant(), id)) {
                if (entry.version() > version) {
                    entry.changes().stream().map(FieldChange::field).forEach(fields::add);
                }
            }
            throw ConflictException.stale(version, present, fields);
        }
        return present;
    }

    // What is wrong

    /** Says below which path the problems stand from now on; empty for a command on a single draft. */
    void at(String path) {
        this.path = path;
    }

    void check(Object draft) {
        setup.checker().check(draft).forEach(this::problem);
    }

    void problem(Problem problem) {
        problems.add(problem.below(path));
    }

    boolean hasProblem(String field) {
        String full = path.isEmpty() ? field : path + "." + field;
        return problems.stream().anyMatch(problem -> problem.path().equals(full));
    }

    /** Tells whether anything is wrong with the draft at the present path. */
    boolean hasProblems() {
        return problems.stream().anyMatch(problem -> problem.path().startsWith(path));
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidException(problems, actor.locale());
        }
    }

    /** Finds what a draft names; an unknown one is a problem of the field. */
    <A extends Aggregate<A>> Optional<A> named(String field, Class<A> type, @Nullable Id id) {
        if (id == null) {
            return Optional.empty();
        }
        Optional<A> found = find(type, id);
        if (found.isEmpty()) {
            problem(Problem.of(field, id.text(), "unknown"));
        }
        return found;
    }

    /**
     * Settles a choice that a draft names: the code, or nothing when there is none or it is a problem. A choice that the
     * thing has already may be retired.
     */
    @Nullable
    String choice(String field, ChoiceKind list, @Nullable String raw, @Nullable String present) {
        String code = Text.clean(raw);
        if (code == null) {
            if (!list.isFilledIn() || present != null) {
                return list.isFilledIn() ? present : null;
            }
            List<Choice> offered = choices().inForce(list);
            if (offered.isEmpty()) {
                problem(Problem.of(field, null, "choice.emptyList").with("list", list));
                return null;
            }
            return offered.get(0).code();
        }
        Optional<Choice> found = choices().find(list, code);
        if (found.isEmpty()) {
            problem(Problem.of(field, code, "choice.unknown").with("list", list));
            return null;
        }
        if (found.get().isRetired() && !code.equals(present)) {
            problem(Problem.of(field, code, "choice.retired").with("list", list));
            return null;
        }
        return code;
    }

    /** Asks at once which of these host references are taken, so that what follows knows. */
    <A extends Aggregate<A> & HostReferenced> void prefetchReferences(
            Class<A> type, Collection<? extends @Nullable String> raw) {
        Map<String, Optional<Id>> known = references.computeIfAbsent(type, t -> new HashMap<>());
        Set<String> unknown = new LinkedHashSet<>();
        for (String text : raw) {
            String reference = Text.clean(text);
            if (reference != null && !known.containsKey(reference)) {
                unknown.add(reference);
            }
        }
        if (!unknown.isEmpty()) {
            unknown.forEach(reference -> known.put(reference, Optional.empty()));
            for (A item : store.findByReference(actor.tenant(), type, unknown)) {
                known.put(known(item.hostReference()), Optional.of(item.id()));
                seen.put(item.id(), item);
            }
        }
    }

    /** Finds what the host knows by a reference; a reference that was free when first asked for stays so. */
    <A extends Aggregate<A> & HostReferenced> Optional<A> byReference(Class<A> type, String raw) {
        String reference = Text.clean(raw);
        if (reference == null) {
            return Optional.empty();
        }
        prefetchReferences(type, List.of(reference));
        return known(known(references.get(type)).get(reference)).flatMap(id -> find(type, id));
    }

    /** Refuses a host reference that another thing of the kind has. */
    <A extends Aggregate<A> & HostReferenced> void freeReference(
            Class<A> type, @Nullable String raw, @Nullable Id own) {
        String reference = Text.clean(raw);
        if (reference == null || hasProblem("hostReference")) {
            return;
        }
        prefetchReferences(type, List.of(reference));
        Optional<Id> holder = known(known(references.get(type)).get(reference));
        if (holder.isPresent() && !holder.get().equals(own)) {
            problem(Problem.of("hostReference", reference, "reference.taken"));
        }
    }

    // What is written

    <A extends Aggregate<A>> A add(A item) {
        changes.add(new Change(null, item, true));
        added.add(item.id());
        if (item instanceof HostReferenced referenced && referenced.hostReference() != null) {
            references
                    .computeIfAbsent(item.getClass(), type -> new HashMap<>())
                    .put(known(referenced.hostReference()), Optional.of(item.id()));
        }
        seen.put(item.id(), item);
        return item;
    }

    /** Changes a thing to its next version; one that stays as it is keeps its version and writes nothing. */
    <A extends Aggregate<A>> A change(A before, A after, boolean seenByCaller) {
        if (after.equals(before)) {
            return before;
        }
        A next = after.withVersion(before.version() + 1);
        changes.add(new Change(before, next, seenByCaller));
        seen.put(next.id(), next);
        return next;
    }

    <A extends Aggregate<A>> void remove(A before) {
        changes.add(new Change(before, null, true));
    }

    /** Lets the command fail when a thing that it only looked at changes before it is written. */
    void hold(Aggregate<?> item) {
        held.put(item.id(), item.version());
    }

    /** Tells whether a thing is from the store and not one that this command adds. */
    boolean isStored(Aggregate<?> item) {
        return !added.contains(item.id());
    }

    void append(RelationChange row) {
        relationChanges.add(row);
    }

    void append(OpportunityRevision revision) {
        revisions.add(revision);
    }

    void commit() {
        refuseProblems();
        if (changes.isEmpty()) {
            return;
        }
        requireActor();
        changes.forEach(change -> held.remove(change.id()));
        ChangeSet set = new ChangeSet(actor.tenant(), actor.who(), now, changes, held, relationChanges, revisions);
        setup.listener().changing(set);
        store.apply(set);
    }

    /** The tenant is open, and the representative who acts is one of its own. */
    private void requireActor() {
        tenant();
        RepresentativeId who = actor.who().representative();
        if (who != null) {
            get(Representative.class, who);
        }
    }

    static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "a draft without problems has every mandatory value");
    }
}
