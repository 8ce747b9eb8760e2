package org.carnetcrm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.actor.Who;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.page.Page;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Reassignment;
import org.carnetcrm.representative.Representative;
import org.jspecify.annotations.Nullable;

/** Hands the work of a representative over to others, within one command. */
final class Handover {

    private final Work work;
    private final TenantId tenant;
    private final RepresentativeId leaver;

    Handover(Work work, RepresentativeId leaver) {
        this.work = work;
        this.tenant = work.actor().tenant();
        this.leaver = leaver;
    }

    Reassignment.Counts run(Reassignment wanted) {
        new Mentions(work)
                .prefetch(Arrays.asList(
                        leaver, wanted.relations(), wanted.actions(), wanted.reminders(), wanted.opportunities()));
        work.get(Representative.class, leaver);
        successor("relations", wanted.relations());
        successor("actions", wanted.actions());
        successor("reminders", wanted.reminders());
        successor("opportunities", wanted.opportunities());
        work.refuseProblems();
        Reassignment.Counts counts = new Reassignment.Counts(
                relations(wanted.relations()),
                actions(wanted.actions()),
                reminders(wanted.reminders()),
                opportunities(wanted.opportunities()));
        work.refuseProblems();
        return counts;
    }

    private void successor(String field, @Nullable RepresentativeId successor) {
        if (leaver.equals(successor)) {
            work.problem(Problem.of(field, successor, "reassignment.same"));
        } else if (successor != null) {
            new Mentions(work).representative(field, successor, false);
        }
    }

    private int relations(@Nullable RepresentativeId successor) {
        if (successor == null) {
            return 0;
        }
        RelationFilter theirs = RelationFilter.all().withArchived().accountManager(leaver);
        List<RelationRow> rows = Page.all(request -> work.store().relations(tenant, theirs, request));
        return each(
                Relation.class,
                rows.stream().map(RelationRow::id).toList(),
                relation -> leaver.equals(relation.accountManager()),
                relation -> work.change(relation, relation.assignedTo(successor), false));
    }

    private int actions(@Nullable RepresentativeId successor) {
        if (successor == null) {
            return 0;
        }
        ActionFilter theirs = ActionFilter.all().progress(Progress.PLANNED).carriedOutBy(leaver);
        List<ActionRow> rows = Page.all(request -> work.store().actions(tenant, theirs, ActionOrder.EARLIEST, request));
        return each(
                Action.class,
                rows.stream().map(ActionRow::id).toList(),
                action -> action.progress() == Progress.PLANNED && leaver.equals(action.representative()),
                action -> work.change(action, action.carriedOutBy(successor), false));
    }

    private int reminders(@Nullable RepresentativeId successor) {
        if (successor == null) {
            return 0;
        }
        NoteFilter theirs = NoteFilter.all().reminders().assignee(leaver).withAdminOnly(true);
        List<NoteRow> rows = Page.all(request -> work.store().notes(tenant, theirs, NoteOrder.EARLIEST, request));
        boolean blind = !work.has(Who.of(successor), Permission.SEE_ADMIN_ONLY);
        List<Note> hidden = new ArrayList<>();
        int count = each(
                Note.class,
                rows.stream().map(NoteRow::id).toList(),
                note -> !note.isDone() && leaver.equals(note.assignee()),
                note -> {
                    if (blind && note.isAdminOnly()) {
                        hidden.add(note);
                    }
                    work.change(note, note.assignedTo(successor), false);
                });
        if (!hidden.isEmpty()) {
            work.problem(Problem.of("reminders", successor, "note.assigneeBlind"));
        }
        return count;
    }

    private int opportunities(@Nullable RepresentativeId successor) {
        if (successor == null || !work.setup().hasOpportunities()) {
            return 0;
        }
        OpportunityFilter theirs = OpportunityFilter.open().managedBy(leaver);
        List<OpportunityRow> rows =
                Page.all(request -> work.store().opportunities(tenant, theirs, OpportunityOrder.NEWEST, request));
        return each(
                Opportunity.class,
                rows.stream().map(OpportunityRow::id).toList(),
                deal -> deal.isOpen() && leaver.equals(deal.manager()),
                deal -> Revisions.reassign(work, deal, successor));
    }

    /** Changes what was listed, but for what has ceased to be theirs between the list and the reading of the thing. */
    private <A extends Aggregate<A>> int each(
            Class<A> type, List<? extends Id> ids, Predicate<A> isTheirs, Consumer<A> change) {
        work.prefetch(type, ids);
        List<A> theirs = ids.stream()
                .flatMap(id -> work.find(type, id).stream())
                .filter(isTheirs)
                .toList();
        theirs.forEach(change);
        return theirs.size();
    }
}
