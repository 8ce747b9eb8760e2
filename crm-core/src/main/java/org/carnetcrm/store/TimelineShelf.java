package org.carnetcrm.store;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.carnetcrm.action.Action;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.note.Note;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineFilter;
import org.carnetcrm.timeline.TimelineKind;

/** The timelines of the relations and deals of one tenant. */
final class TimelineShelf implements Items.Shelved {

    private final Items items;
    private final Sorted<Place, TimelineEntry> entries = new Sorted<>();

    TimelineShelf(Items items) {
        this.items = items;
    }

    Page<TimelineEntry> list(TenantId tenant, TimelineFilter filter, PageRequest request) {
        List<NavigableMap<SortKey<Place>, TimelineEntry>> asked = new ArrayList<>();
        for (TimelineKind kind : filter.kinds()) {
            asked.add(entries.of(part(filter.subject(), kind, false)));
            if (filter.adminOnlyToo()) {
                asked.add(entries.of(part(filter.subject(), kind, true)));
            }
        }
        return Pages.cut(
                asked,
                filter::matches,
                this::row,
                // Whether hidden notes are listed too is no part of the list: it must not show in a cursor.
                "timeline|" + tenant + "|" + filter.withAdminOnly(false),
                Place::parse,
                request);
    }

    void append(RelationChange change) {
        put(TimelineEntry.of(change), change.relation());
    }

    @Override
    public void forget(Aggregate<?> before) {
        for (TimelineEntry entry : entries(before)) {
            entries.remove(key(entry), parts(entry, relation(before)));
        }
    }

    @Override
    public void keep(Aggregate<?> after) {
        for (TimelineEntry entry : entries(after)) {
            put(entry, relation(after));
        }
    }

    private void put(TimelineEntry entry, RelationId relation) {
        entries.put(key(entry), entry, parts(entry, relation));
    }

    private static List<TimelineEntry> entries(Aggregate<?> item) {
        List<TimelineEntry> found = new ArrayList<>();
        if (item instanceof Action action) {
            found.add(TimelineEntry.of(action));
        } else if (item instanceof Note note) {
            found.add(TimelineEntry.of(note));
        } else if (item instanceof FollowUp followUp) {
            found.add(TimelineEntry.of(followUp, ""));
        } else if (item instanceof BusinessDocument document) {
            found.add(TimelineEntry.of(document));
        } else if (item instanceof Opportunity deal) {
            found.add(TimelineEntry.of(deal));
            TimelineEntry closing = TimelineEntry.ofClosing(deal);
            if (closing != null) {
                found.add(closing);
            }
        }
        return found;
    }

    /** The number of a document may change after its follow-ups were put. */
    private TimelineEntry row(TimelineEntry entry) {
        return items.get(entry.item()) instanceof FollowUp followUp
                        && items.get(followUp.document()) instanceof BusinessDocument document
                ? TimelineEntry.of(followUp, document.number())
                : entry;
    }

    private static RelationId relation(Aggregate<?> item) {
        if (item instanceof Action action) {
            return action.relation();
        } else if (item instanceof Note note) {
            return note.relation();
        } else if (item instanceof FollowUp followUp) {
            return followUp.relation();
        } else if (item instanceof BusinessDocument document) {
            return document.relation();
        } else if (item instanceof Opportunity deal) {
            return deal.relation();
        }
        throw new IllegalArgumentException(item.id() + " stands in no timeline");
    }

    private static List<String> parts(TimelineEntry entry, RelationId relation) {
        List<String> parts = new ArrayList<>(2);
        parts.add(part(relation, entry.kind(), entry.adminOnly()));
        if (entry.opportunity() != null) {
            parts.add(part(entry.opportunity(), entry.kind(), entry.adminOnly()));
        }
        return parts;
    }

    /** Each kind is kept apart, so that one of them costs no more to list than all. */
    private static String part(UuidId subject, TimelineKind kind, boolean adminOnly) {
        return subject.kind() + "/" + subject.text() + "/" + kind + (adminOnly ? "/hidden" : "");
    }

    private static SortKey<Place> key(TimelineEntry entry) {
        Place place = new Place(
                -entry.day().toEpochDay(), entry.kind().place(), Place.micros(entry.recordedAt()), entry.number());
        return new SortKey<>(place, entry.item().value());
    }
}
