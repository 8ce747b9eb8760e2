package org.carnetcrm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.RelationStatus;
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
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Conversion;
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
            work.references()
                    .prefetch(
                            Relation.class,
                            drafts.stream().map(RelationDraft::hostReference).toList());
            List<Relation> added = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                work.at("[" + i + "]");
                Relation relation = new RelationForm(work).add(drafts.get(i));
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
        String reference = Text.clean(Objects.requireNonNull(draft, "draft").hostReference());
        return desk.command(work -> {
            if (reference == null) {
                work.problem(Problem.of("hostReference", draft.hostReference(), "required"));
                return add(work, draft);
            }
            return work.references().find(Relation.class, reference).orElseGet(() -> add(work, draft));
        });
    }

    /**
     * Changes a relation: the whole form replaces. A change of status or priority is a row of its history, effective on
     * the draft's date, today when missing and never in the future.
     */
    public Relation change(RelationId id, int version, RelationDraft draft) {
        return desk.command(work -> {
            Relation present = work.get(Relation.class, id, version);
            Relation after = new RelationForm(work).change(draft, present);
            work.refuseProblems();
            return work.change(present, Work.known(after), true);
        });
    }

    /**
     * Corrects a row of the history, which stays on record: a new row with the right code and effective date replaces it.
     */
    public Relation correct(RelationId id, int version, int number, @Nullable String code, LocalDate effectiveOn) {
        return desk.command(work -> {
            Relation present = work.get(Relation.class, id, version);
            RelationLedger history = work.ledger(id);
            Optional<RelationChange> replaced = history.history().standing(number);
            if (replaced.isEmpty()) {
                work.problem(Problem.of("number", number, "history.noSuchRow"));
                work.refuseProblems();
            }
            RelationChange wrong = replaced.orElseThrow();
            ChoiceKind list = wrong.aspect() == Aspect.STATUS ? ChoiceKind.RELATION_STATUS : ChoiceKind.PRIORITY;
            String right = work.choice("code", list, code, wrong.to());
            work.notInFuture("effectiveOn", Objects.requireNonNull(effectiveOn, "effectiveOn"));
            work.refuseProblems();
            history.correct(wrong, right, effectiveOn);
            return work.change(present, present.withRank(history.rank()), true);
        });
    }

    /**
     * Gives a relation another account manager and, as asked here, its open deals too; {@link #change} leaves the deals
     * alone.
     */
    public Relation assignWithOpenDeals(RelationId id, int version, RepresentativeId representative) {
        return desk.command(work -> {
            desk.requireOpportunities();
            Relation present = work.get(Relation.class, id, version);
            new Mentions(work)
                    .representative("accountManager", representative, representative.equals(present.accountManager()));
            work.refuseProblems();
            OpportunityFilter open = OpportunityFilter.open().relation(id);
            List<OpportunityRow> rows = Page.all(request ->
                    work.store().opportunities(desk.actor().tenant(), open, OpportunityOrder.NEWEST, request));
            work.prefetch(
                    Opportunity.class, rows.stream().map(OpportunityRow::id).toList());
            // A deal may have been closed, moved to another relation or discarded since it was listed.
            rows.stream()
                    .flatMap(row -> work.find(Opportunity.class, row.id()).stream())
                    .filter(deal -> deal.isOpen() && deal.relation().equals(id))
                    .forEach(deal -> Revisions.reassign(work, deal, representative));
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
        return desk.read(work -> work.references().find(Relation.class, hostReference));
    }

    /** Lists relations by name without regard to case and accents, then id. */
    public Page<RelationRow> list(RelationFilter filter, PageRequest request) {
        return desk.read(work -> work.store().relations(desk.actor().tenant(), filter, request));
    }

    /** Gives the history of a relation's status and priority; empty for an unknown relation. */
    public RelationHistory history(RelationId id) {
        return desk.read(work ->
                RelationHistory.of(work.store().relationChanges(desk.actor().tenant(), List.of(id))));
    }

    /**
     * Gives the prospects that became customers between two days, both included, by the day on which they did: each
     * relation once, by its first conversion, unless repeated ones are asked for too. Four statements.
     */
    public List<Conversion> conversions(LocalDate from, LocalDate to, boolean repeated) {
        return desk.read(work -> {
            Set<String> customers = work.choices().of(ChoiceKind.RELATION_STATUS).stream()
                    .filter(status -> status instanceof RelationStatus known && known.phase() == Phase.CUSTOMER)
                    .map(Choice::code)
                    .collect(Collectors.toSet());
            Set<RelationId> reached = work.store().statusChanges(desk.actor().tenant(), customers, from, to).stream()
                    .map(RelationChange::relation)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return Conversions.between(work, reached, from, to, repeated);
        });
    }

    /** Adds a person at a relation. */
    public ContactPerson addContact(RelationId relation, ContactPersonDraft draft) {
        return desk.command(work -> {
            Relation employer = work.get(Relation.class, relation);
            work.check(draft);
            work.references().requireFree(ContactPerson.class, draft.hostReference(), null);
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
            work.references().requireFree(ContactPerson.class, draft.hostReference(), id);
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

    private static Relation add(Work work, RelationDraft draft) {
        Relation added = new RelationForm(work).add(draft);
        work.refuseProblems();
        return Work.known(added);
    }
}
