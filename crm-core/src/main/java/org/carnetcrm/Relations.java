package org.carnetcrm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationHistory;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Representative;
import org.jspecify.annotations.Nullable;

/** Adds, changes and finds relations and the people there, and keeps the history of status and priority. */
public final class Relations {

    private final Desk desk;

    Relations(Desk desk) {
        this.desk = desk;
    }

    /** Adds a relation; its status and priority take effect on the draft's date, today when missing. */
    public Relation add(RelationDraft draft) {
        return desk.command(work -> add(work, draft));
    }

    /** Adds relations, all or none; a problem's path begins with the place of its draft, such as {@code [3]}. */
    public List<Relation> addAll(List<RelationDraft> drafts) {
        return desk.command(work -> {
            work.prefetch(
                    Relation.class, drafts.stream().map(RelationDraft::parent).toList());
            work.prefetch(
                    Representative.class,
                    drafts.stream().map(RelationDraft::accountManager).toList());
            work.prefetchReferences(
                    Relation.class,
                    drafts.stream().map(RelationDraft::hostReference).toList());
            List<Relation> added = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                work.at("[" + i + "]");
                Relation relation = prepare(work, drafts.get(i));
                if (relation != null) {
                    added.add(relation);
                }
            }
            work.refuseProblems();
            return List.copyOf(added);
        });
    }

    /** Gives the relation that the host knows by the draft's reference, added when there is none yet. */
    public Relation ensure(RelationDraft draft) {
        String reference = Text.clean(draft.hostReference());
        return desk.command(work -> {
            if (reference == null) {
                work.problem(Problem.of("hostReference", draft.hostReference(), "required"));
                return add(work, draft);
            }
            return work.byReference(Relation.class, reference).orElseGet(() -> add(work, draft));
        });
    }

    /**
     * Changes a relation: the whole form replaces. A change of status or priority is a row of its history, effective on
     * the draft's date, today when missing and never in the future.
     */
    public Relation change(RelationId id, int version, RelationDraft draft) {
        return desk.command(work -> {
            Relation present = work.get(Relation.class, id, version);
            Ranking ranking = check(work, draft, present);
            work.refuseProblems();
            History history = new History(work, present);
            if (!Objects.equals(present.status(), ranking.status)) {
                history.add(Aspect.STATUS, ranking.status, ranking.effectiveOn, null);
            }
            if (!Objects.equals(present.priority(), ranking.priority)) {
                history.add(Aspect.PRIORITY, ranking.priority, ranking.effectiveOn, null);
            }
            return work.change(present, draft.build(id, version, history.rank(), present.archived()), true);
        });
    }

    /**
     * Corrects a row of the history, which stays on record: a new row with the right code and effective date replaces it.
     */
    public Relation correct(RelationId id, int version, int number, @Nullable String code, LocalDate effectiveOn) {
        return desk.command(work -> {
            Relation present = work.get(Relation.class, id, version);
            History history = new History(work, present);
            Optional<RelationChange> replaced = history.history().standing(number);
            if (replaced.isEmpty()) {
                work.problem(Problem.of("number", number, "history.noSuchRow"));
                work.refuseProblems();
            }
            RelationChange wrong = replaced.orElseThrow();
            ChoiceKind list = wrong.aspect() == Aspect.STATUS ? ChoiceKind.RELATION_STATUS : ChoiceKind.PRIORITY;
            String right = work.choice("code", list, code, wrong.to());
            notInFuture(work, "effectiveOn", effectiveOn);
            work.refuseProblems();
            history.add(wrong.aspect(), right, effectiveOn, number);
            return work.change(present, present.withRank(history.rank()), true);
        });
    }

    /**
     * Gives a relation another account manager and, as asked here, its open deals too; {@link #change} leaves the deals
     * alone.
     */
    public Relation assignWithOpenDeals(RelationId id, int version, RepresentativeId representative) {
        return desk.command(work -> {
            Opportunities opportunities = desk.opportunities();
            Relation present = work.get(Relation.class, id, version);
            active(work, "accountManager", representative, present.accountManager());
            work.refuseProblems();
            OpportunityFilter open = OpportunityFilter.open().relation(id);
            Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.MOST));
            List<OpportunityRow> rows = new ArrayList<>();
            while (request.isPresent()) {
                Page<OpportunityRow> page =
                        work.store().opportunities(desk.actor().tenant(), open, OpportunityOrder.NEWEST, request.get());
                rows.addAll(page.rows());
                request = page.next(request.get());
            }
            work.prefetch(
                    Opportunity.class, rows.stream().map(OpportunityRow::id).toList());
            for (OpportunityRow row : rows) {
                Opportunity deal = work.get(Opportunity.class, row.id());
                opportunities.reassign(work, deal, representative);
            }
            return work.change(present, present.assignedTo(representative), true);
        });
    }

    /** Hides a relation from choice; it stays in history and figures. */
    public Relation archive(RelationId id, int version) {
        return desk.command(work -> {
            Relation present = work.get(Relation.class, id, version);
            return work.change(present, present.withArchived(true), true);
        });
    }

    /** Offers an archived relation again. */
    public Relation restore(RelationId id, int version) {
        return desk.command(work -> {
            Relation present = work.get(Relation.class, id, version);
            return work.change(present, present.withArchived(false), true);
        });
    }

    /** Finds a relation. */
    public Optional<Relation> find(RelationId id) {
        return desk.read(work -> work.find(Relation.class, id));
    }

    /** Finds relations at once, archived ones included, in the order asked; an unknown id is left out. */
    public List<Relation> findAll(Collection<RelationId> ids) {
        return desk.read(work -> work.store().find(desk.actor().tenant(), Relation.class, ids));
    }

    /** Finds a relation by the host's reference. */
    public Optional<Relation> findByReference(String hostReference) {
        return desk.read(work -> work.byReference(Relation.class, hostReference));
    }

    /** Lists relations by name without regard to case and accents, then id. */
    public Page<RelationRow> list(RelationFilter filter, PageRequest request) {
        return desk.read(work -> work.store().relations(desk.actor().tenant(), filter, request));
    }

    /** Gives the history of a relation's status and priority; empty for an unknown relation. */
    public RelationHistory history(RelationId id) {
        return desk.read(work ->
                RelationHistory.of(work.store().relationChanges(desk.actor().tenant(), id)));
    }

    /** Adds a person at a relation. */
    public ContactPerson addContact(RelationId relation, ContactPersonDraft draft) {
        return desk.command(work -> {
            Relation employer = work.get(Relation.class, relation);
            work.check(draft);
            work.freeReference(ContactPerson.class, draft.hostReference(), null);
            work.refuseProblems();
            ContactPersonId id = new ContactPersonId(work.setup().ids().next());
            return work.add(draft.build(id, 1, employer.id()));
        });
    }

    /** Changes a person: the whole form replaces; the relation stays. */
    public ContactPerson changeContact(ContactPersonId id, int version, ContactPersonDraft draft) {
        return desk.command(work -> {
            ContactPerson present = work.get(ContactPerson.class, id, version);
            work.check(draft);
            work.freeReference(ContactPerson.class, draft.hostReference(), id);
            work.refuseProblems();
            return work.change(present, draft.build(id, version, present.relation()), true);
        });
    }

    /** Finds a person. */
    public Optional<ContactPerson> findContact(ContactPersonId id) {
        return desk.read(work -> work.find(ContactPerson.class, id));
    }

    /** Finds people at once, in the order asked; an unknown id is left out. */
    public List<ContactPerson> findContacts(Collection<ContactPersonId> ids) {
        return desk.read(work -> work.store().find(desk.actor().tenant(), ContactPerson.class, ids));
    }

    /** Gives the people at a relation, in the order in which they were added. */
    public List<ContactPerson> contacts(RelationId relation) {
        return desk.read(work -> work.store().contacts(desk.actor().tenant(), relation));
    }

    /** What a draft says of status and priority. */
    private record Ranking(
            @Nullable String status, @Nullable String priority, LocalDate effectiveOn) {}

    private static Relation add(Work work, RelationDraft draft) {
        Relation added = prepare(work, draft);
        work.refuseProblems();
        return Work.known(added);
    }

    private static @Nullable Relation prepare(Work work, RelationDraft draft) {
        work.freeReference(Relation.class, draft.hostReference(), null);
        Ranking ranking = check(work, draft, null);
        if (work.hasProblems()) {
            return null;
        }
        RelationId id = new RelationId(work.setup().ids().next());
        History history = new History(work, id);
        history.add(Aspect.STATUS, ranking.status, ranking.effectiveOn, null);
        if (ranking.priority != null) {
            history.add(Aspect.PRIORITY, ranking.priority, ranking.effectiveOn, null);
        }
        return work.add(draft.build(id, 1, history.rank(), false));
    }

    private static Ranking check(Work work, RelationDraft draft, @Nullable Relation present) {
        work.check(draft);
        String country = Text.clean(draft.details().address().country());
        if (country != null && !Address.isCountry(country)) {
            work.problem(Problem.of("details.address.country", country, "address.country"));
        }
        if (present != null) {
            work.freeReference(Relation.class, draft.hostReference(), present.id());
        }
        noCycle(work, draft.parent(), present);
        RepresentativeId before = present == null ? null : present.accountManager();
        active(work, "accountManager", draft.accountManager(), before);
        LocalDate effectiveOn = draft.effectiveOn() == null ? work.today() : draft.effectiveOn();
        notInFuture(work, "effectiveOn", effectiveOn);
        return new Ranking(
                work.choice(
                        "status",
                        ChoiceKind.RELATION_STATUS,
                        draft.status(),
                        present == null ? null : present.status()),
                work.choice(
                        "priority", ChoiceKind.PRIORITY, draft.priority(), present == null ? null : present.priority()),
                effectiveOn);
    }

    private static void noCycle(Work work, @Nullable RelationId parent, @Nullable Relation present) {
        Optional<Relation> above = work.named("parent", Relation.class, parent);
        Set<RelationId> passed = new HashSet<>();
        while (above.isPresent() && passed.add(above.get().id())) {
            Relation relation = above.get();
            if (present != null && relation.id().equals(present.id())) {
                work.problem(Problem.of("parent", parent, "cycle"));
                return;
            }
            if (work.isStored(relation)) {
                work.hold(relation);
            }
            above = relation.parent() == null ? Optional.empty() : work.find(Relation.class, relation.parent());
        }
    }

    private static void active(
            Work work, String field, @Nullable RepresentativeId named, @Nullable RepresentativeId before) {
        Optional<Representative> found = work.named(field, Representative.class, named);
        if (found.isPresent() && !found.get().active() && !found.get().id().equals(before)) {
            work.problem(Problem.of(field, found.get().name(), "notActive"));
        }
    }

    private static void notInFuture(Work work, String field, LocalDate date) {
        if (date.isAfter(work.today())) {
            work.problem(Problem.of(field, date, "date.future").with("today", work.today()));
        }
    }

    /** The history of one relation while a command adds rows to it. */
    private static final class History {

        private final Work work;
        private final RelationId relation;
        private final List<RelationChange> rows;

        History(Work work, Relation present) {
            this.work = work;
            this.relation = present.id();
            this.rows =
                    new ArrayList<>(work.store().relationChanges(work.actor().tenant(), relation));
        }

        History(Work work, RelationId added) {
            this.work = work;
            this.relation = added;
            this.rows = new ArrayList<>();
        }

        RelationHistory history() {
            return RelationHistory.of(rows);
        }

        /** Adds a row, unless it would only repeat what is in force on its date. */
        void add(Aspect aspect, @Nullable String to, LocalDate effectiveOn, @Nullable Integer replaces) {
            Optional<RelationChange> before = history().inForce(aspect, effectiveOn);
            String from = before.map(RelationChange::to).orElse(null);
            if (replaces == null && before.isPresent() && Objects.equals(from, to)) {
                return;
            }
            Instant recordedAt = work.now();
            if (!rows.isEmpty()) {
                Instant last = rows.get(rows.size() - 1).recordedAt();
                recordedAt = last.isAfter(recordedAt) ? last : recordedAt;
            }
            RelationChange row = new RelationChange(
                    relation,
                    rows.size() + 1,
                    aspect,
                    from,
                    to,
                    effectiveOn,
                    recordedAt,
                    work.actor().who(),
                    replaces);
            rows.add(row);
            work.append(row);
        }

        Relation.Rank rank() {
            String status =
                    history().present(Aspect.STATUS).map(RelationChange::to).orElseThrow();
            String priority =
                    history().present(Aspect.PRIORITY).map(RelationChange::to).orElse(null);
            return new Relation.Rank(status, priority, rows.size());
        }
    }
}
