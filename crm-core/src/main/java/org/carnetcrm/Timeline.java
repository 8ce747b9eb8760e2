package org.carnetcrm;

import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineFilter;
import org.carnetcrm.timeline.TimelineKind;

/**
 * Tells what happened with a relation or a deal: actions, notes, follow-ups, changes of status and priority, deals that
 * started and ended, and documents; the newest day first, then by kind, by when it was recorded, and by id. A timed action
 * stands on its day in its own zone, so that every reader sees the same order.
 */
public final class Timeline {

    private final Desk desk;

    Timeline(Desk desk) {
        this.desk = desk;
    }

    /** Lists what happened with a relation, of the kinds asked for or of every kind; nothing for an unknown relation. */
    public Page<TimelineEntry> of(RelationId relation, PageRequest request, TimelineKind... kinds) {
        return list(TimelineFilter.of(relation, kinds), request);
    }

    /** Lists what happened with a deal, of the kinds asked for or of every kind; nothing for an unknown deal. */
    public Page<TimelineEntry> of(OpportunityId opportunity, PageRequest request, TimelineKind... kinds) {
        return list(TimelineFilter.of(opportunity, kinds), request);
    }

    private Page<TimelineEntry> list(TimelineFilter filter, PageRequest request) {
        return desk.read(work ->
                work.store().timeline(desk.actor().tenant(), filter.withAdminOnly(work.seesAdminOnly()), request));
    }
}
