package org.carnetcrm.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.followup.FollowUpBox;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.timeline.TimelineEntry;

/** Asks a CRM through its desk, as a host does. */
final class ThroughDesk implements Questions {

    private static final PageRequest FIRST = PageRequest.first(PAGE);

    private final Grown grown;
    private final Desk desk;

    /** For each relation where the timeline goes on after three quarters. */
    private final List<PageRequest> far = new ArrayList<>();

    ThroughDesk(Grown grown) {
        this.grown = grown;
        this.desk = grown.desk;
        for (int turn = 0; turn < grown.relations.size(); turn++) {
            far.add(far(relation(turn)));
        }
    }

    @Override
    public List<?> actionsOfRelation(int turn) {
        return desk.actions()
                .list(ActionFilter.all().relation(relation(turn)), ActionOrder.LATEST, FIRST)
                .rows();
    }

    @Override
    public List<?> notesOfRelation(int turn) {
        return desk.notes()
                .list(NoteFilter.all().relation(relation(turn)), NoteOrder.PINNED_FIRST, FIRST)
                .rows();
    }

    @Override
    public List<?> timeline(int turn) {
        return desk.timeline().of(relation(turn), FIRST).rows();
    }

    @Override
    public List<?> farTimeline(int turn) {
        return desk.timeline().of(relation(turn), far.get(turn % far.size())).rows();
    }

    @Override
    public List<?> week(int turn) {
        LocalDate monday = Grown.TODAY.minusDays(1);
        return desk.calendar()
                .of(representative(turn), monday, monday.plusDays(6), PageRequest.first(PageRequest.MOST))
                .rows();
    }

    @Override
    public List<?> dueList(int turn) {
        return desk.followUps().due(desk.followUps().due(), FIRST).rows();
    }

    @Override
    public List<?> box(int turn) {
        FollowUpBox box = desk.followUps().box(PAGE);
        List<Object> rows = new ArrayList<>(box.overdue().rows());
        rows.addAll(box.dueToday().rows());
        rows.addAll(box.next().rows());
        rows.addAll(box.last().rows());
        return rows;
    }

    @Override
    public List<?> overdueActions(int turn) {
        return desk.actions()
                .list(desk.actions().overdue().attendedBy(representative(turn)), ActionOrder.EARLIEST, FIRST)
                .rows();
    }

    @Override
    public List<?> openDealsOfManager(int turn) {
        return desk.opportunities()
                .list(OpportunityFilter.open().managedBy(representative(turn)), OpportunityOrder.NEWEST, FIRST)
                .rows();
    }

    private PageRequest far(RelationId relation) {
        int pages = grown.size.perRelation() * 3 / 4 / PAGE;
        PageRequest request = FIRST;
        for (int i = 0; i < pages; i++) {
            Page<TimelineEntry> page = desk.timeline().of(relation, request);
            Optional<PageRequest> next = page.next(request);
            if (next.isEmpty()) {
                throw new IllegalStateException("the timeline of " + relation + " ends after " + i + " pages");
            }
            request = next.get();
        }
        return request;
    }

    private RelationId relation(int turn) {
        return grown.relations.get(turn % grown.relations.size()).id();
    }

    private RepresentativeId representative(int turn) {
        return grown.representatives.get(turn % grown.representatives.size()).id();
    }
}
