package org.carnetcrm;

import java.time.LocalDate;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.timeline.CalendarEntry;
import org.carnetcrm.timeline.CalendarFilter;
import org.carnetcrm.timeline.CalendarKind;

/**
 * Tells what stands in the calendar of a representative: actions that they carry out or take part in, on each of their
 * days, their notes, quotes and orders that they are to chase, and expected closings of their open deals; by day, what has
 * no time first, by start, kind and id. Days are those of the actor's zone; an all-day action stands on its own dates,
 * whatever the zone.
 */
public final class Calendar {

    private final Desk desk;

    Calendar(Desk desk) {
        this.desk = desk;
    }

    /**
     * Lists the entries of some days, both included and at most {@link CalendarFilter#MOST_DAYS}, of the kinds asked for
     * or of every kind; nothing for an unknown representative.
     */
    public Page<CalendarEntry> of(
            RepresentativeId representative, LocalDate from, LocalDate to, PageRequest request, CalendarKind... kinds) {
        return desk.read(work -> {
            CalendarFilter filter =
                    CalendarFilter.of(representative, from, to, work.actor().zone(), kinds);
            return work.store().calendar(desk.actor().tenant(), filter.withAdminOnly(work.seesAdminOnly()), request);
        });
    }

    /** Lists the entries of some days in the actor's own calendar; a problem for the system, which has none. */
    public Page<CalendarEntry> mine(LocalDate from, LocalDate to, PageRequest request, CalendarKind... kinds) {
        return of(desk.me(), from, to, request, kinds);
    }
}
