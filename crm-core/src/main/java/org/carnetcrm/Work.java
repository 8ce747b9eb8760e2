package org.carnetcrm;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.actor.Tenant;
import org.carnetcrm.actor.Who;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Dates;
import org.carnetcrm.input.Decimals;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.note.Note;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Relation;
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
    private final Map<Id, Change> changes = new LinkedHashMap<>();
    private final Map<Id, Integer> held = new HashMap<>();
    private final List<RelationChange> relationChanges = new ArrayList<>();
    private final List<OpportunityRevision> revisions = new ArrayList<>();
    private final HostReferences references = new HostReferences(this);
    private final Map<RelationId, RelationLedger> ledgers = new HashMap<>();
    private @Nullable ChoiceLists choices;
    private @Nullable Boolean seesAdminOnly;
    private String path = "";
    private int problemsBefore;

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

    HostReferences references() {
        return references;
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
            store.find(actor.tenant(), type, unseen).forEach(this::see);
        }
    }

    /** Finds a thing that the actor may know of. */
    <A extends Aggregate<A>> Optional<A> find(Class<A> type, Id id) {
        prefetch(type, List.of(Objects.requireNonNull(id, "id")));
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
            for (AuditEntry entry : audit(id)) {
                if (entry.version() > version) {
                    entry.changes().stream().map(FieldChange::field).forEach(fields::add);
                }
            }
            throw ConflictException.stale(version, present, fields);
        }
        return present;
    }

    /** Gives the changes of a thing, as far as the actor may know of them. */
    List<AuditEntry> audit(Id item) {
        List<AuditEntry> entries = store.audit(actor.tenant(), item);
        return item instanceof NoteId && !seesAdminOnly() ? AdminOnly.leaveOut(entries) : entries;
    }

    /** Tells whether the actor may know of notes that are for administrators only. */
    boolean seesAdminOnly() {
        if (seesAdminOnly == null) {
            seesAdminOnly = has(actor.who(), Permission.SEE_ADMIN_ONLY);
        }
        return seesAdminOnly;
    }

    /** Tells whether somebody has a permission; the system has every one. */
    boolean has(Who who, Permission permission) {
        return who.isSystem() || setup.permissions().has(actor.tenant(), who, permission);
    }

    /** Remembers a thing that was read, unless the actor may not know of it. */
    void see(Aggregate<?> item) {
        if (isVisible(item)) {
            seen.put(item.id(), item);
        }
    }

    private boolean isVisible(Aggregate<?> item) {
        return !(item instanceof Note note) || !note.isAdminOnly() || seesAdminOnly();
    }

    // What is wrong

    /** Says below which path the problems stand from now on; empty for a command on a single draft. */
    void at(String path) {
        this.path = path;
        problemsBefore = problems.size();
    }

    void check(Object draft) {
        setup.checker().check(Objects.requireNonNull(draft, "draft")).forEach(this::problem);
    }

    void problem(Problem problem) {
        problems.add(problem.below(path));
    }

    boolean hasProblem(String field) {
        return hasProblems() && problemsHere().anyMatch(known -> known.equals(field));
    }

    /** Tells whether anything is wrong with what begins so, such as {@code costs[3].}. */
    boolean hasProblemsBelow(String start) {
        return hasProblems() && problemsHere().anyMatch(known -> known.startsWith(start));
    }

    /** Tells whether anything is wrong with the draft at the present path. */
    boolean hasProblems() {
        return problems.size() > problemsBefore;
    }

    private Stream<String> problemsHere() {
        int below = path.isEmpty() ? 0 : path.length() + 1;
        return problems.subList(problemsBefore, problems.size()).stream()
                .map(problem -> problem.path().substring(below));
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidException(problems, actor.locale());
        }
    }

    /** Checks a line of text that comes in without a draft; a missing one is fine. */
    void line(String field, @Nullable String raw, int max) {
        String flaw = Text.flawOfLine(raw, max);
        if (flaw != null) {
            problem(Problem.of(field, raw, flaw).with("max", max));
        }
    }

    /** Refuses a date that lies in the future, where the actor is, or that no database holds. */
    void notInFuture(String field, LocalDate date) {
        String flaw = Dates.flaw(date);
        if (flaw != null) {
            if (!hasProblem(field)) {
                problem(Problem.of(field, date, flaw));
            }
        } else if (date.isAfter(today)) {
            problem(Problem.of(field, date, "date.future").with("today", today));
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

    /** Reads an amount; nothing when it is missing, or is a problem. */
    @Nullable
    Money amount(String field, @Nullable String raw, Currency currency) {
        BigDecimal number = Decimals.parse(raw);
        if (number == null || hasProblem(field)) {
            return null;
        }
        String flaw = Money.flaw(number, currency);
        if (flaw != null) {
            problem(Problem.of(field, raw, flaw)
                    .with("integer", Money.INTEGER_DIGITS)
                    .with("fraction", Money.minorDigits(currency)));
            return null;
        }
        return new Money(currency, number);
    }

    // What is written

    <A extends Aggregate<A>> A add(A item) {
        // Nobody saw what is only now made: where another was first to take its place, a second try finds that.
        changes.put(item.id(), new Change(null, item, false));
        references.take(item);
        seen.put(item.id(), item);
        return item;
    }

    /**
     * Changes a thing to its next version; one that stays as it is keeps its version and writes nothing. What a command
     * changes twice it changes once, from what it read to what it ends with.
     */
    <A extends Aggregate<A>> A change(A before, A after, boolean seenByCaller) {
        if (after.equals(before)) {
            return before;
        }
        Change pending = changes.get(before.id());
        A next = pending == null ? after.withVersion(before.version() + 1) : after.withVersion(before.version());
        changes.put(
                next.id(),
                pending == null
                        ? new Change(before, next, seenByCaller)
                        : new Change(pending.before(), next, pending.seen() || seenByCaller));
        seen.put(next.id(), next);
        return next;
    }

    <A extends Aggregate<A>> void remove(A before) {
        changes.put(before.id(), new Change(before, null, true));
        seen.remove(before.id());
    }

    /** Lets the command fail when a thing that it only looked at changes before it is written. */
    void hold(Aggregate<?> item) {
        held.put(item.id(), item.version());
    }

    /** Reads the histories of many relations at once. */
    void prefetchLedgers(Collection<RelationId> relations) {
        Set<RelationId> unread = new LinkedHashSet<>(relations);
        unread.removeAll(ledgers.keySet());
        if (!unread.isEmpty()) {
            // Before its history: what is added to that between the two reads then shows in the relation's version.
            prefetch(Relation.class, unread);
            unread.forEach(relation -> ledgers.put(relation, new RelationLedger(this, relation)));
            store.relationChanges(actor.tenant(), unread)
                    .forEach(row -> known(ledgers.get(row.relation())).load(row));
        }
    }

    /** Gives the history of a relation, which the command may add to. */
    RelationLedger ledger(RelationId relation) {
        prefetchLedgers(List.of(relation));
        return known(ledgers.get(relation));
    }

    /** Gives the history of a relation that the command adds. */
    RelationLedger newLedger(RelationId relation) {
        RelationLedger ledger = new RelationLedger(this, relation);
        ledgers.put(relation, ledger);
        return ledger;
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
        changes.keySet().forEach(held::remove);
        ChangeSet set = new ChangeSet(
                actor.tenant(), actor.who(), now, List.copyOf(changes.values()), held, relationChanges, revisions);
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
