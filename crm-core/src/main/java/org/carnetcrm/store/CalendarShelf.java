package org.carnetcrm.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.note.Note;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.timeline.CalendarEntry;
import org.carnetcrm.timeline.CalendarFilter;
import org.carnetcrm.timeline.CalendarKind;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of the representatives of one tenant, day by day; what is to be chased is asked of its own shelf. A timed action stands on its days in UTC, from which the
 * days of any reader are found, for no zone is a whole day and a half away from it.
 */
final class CalendarShelf implements Items.Shelved {

    /** What stands on the days of one representative. */
    private static final class Days {

        private final NavigableMap<LocalDate, Map<Id, Aggregate<?>>> whole = new TreeMap<>();
        private final NavigableMap<LocalDate, Map<Id, Aggregate<?>>> timed = new TreeMap<>();

        /** Gives what may stand on a day of a reader. */
        List<Aggregate<?>> on(LocalDate day) {
            Map<Id, Aggregate<?>> found = new LinkedHashMap<>(whole.getOrDefault(day, Map.of()));
            timed.subMap(day.minusDays(1), true, day.plusDays(1), true).values().forEach(found::putAll);
            return new ArrayList<>(found.values());
        }
    }

    private final Items items;
    private final DueShelf due;
    private final Map<RepresentativeId, Days> calendars = new HashMap<>();

    CalendarShelf(Items items, DueShelf due) {
        this.items = items;
        this.due = due;
    }

    Page<CalendarEntry> list(TenantId tenant, CalendarFilter filter, PageRequest request) {
        // Whether hidden notes are listed too is no part of the list: it must not show in a cursor.
        String list = "calendar|" + tenant + "|" + filter.withAdminOnly(false);
        SortKey<Place> after = Pages.after(request, list, Place::parse);
        List<CalendarEntry> rows = new ArrayList<>();
        Days days = calendars.getOrDefault(filter.representative(), new Days());
        long first = filter.from().toEpochDay();
        long next = after == null ? first : Math.max(first, after.sort().first());
        for (; next <= filter.to().toEpochDay() && rows.size() <= request.size(); next++) {
            LocalDate day = LocalDate.ofEpochDay(next);
            List<CalendarEntry> entries = new ArrayList<>();
            List<Aggregate<?>> there = days.on(day);
            there.addAll(due.on(filter.representative(), day));
            for (Aggregate<?> item : there) {
                CalendarEntry entry = entry(item, day, filter);
                if (entry != null && (after == null || SortKey.<Place>order().compare(key(entry), after) > 0)) {
                    entries.add(entry);
                }
            }
            entries.sort(CalendarEntry.ORDER);
            rows.addAll(entries);
        }
        if (rows.size() <= request.size()) {
            return new Page<>(rows, null);
        }
        List<CalendarEntry> page = rows.subList(0, request.size());
        return new Page<>(page, Pages.cursor(key(page.get(page.size() - 1)), list));
    }

    @Override
    public void forget(Aggregate<?> before) {
        if (before instanceof Action action) {
            action.crew().everybody().forEach(who -> move(action, who, false));
        } else if (before instanceof Note note) {
            take(days(note.assignee()).whole, note.date(), note);
        } else if (before instanceof Opportunity deal && expected(deal) != null) {
            take(days(deal.manager()).whole, Objects.requireNonNull(expected(deal)), deal);
        }
    }

    @Override
    public void keep(Aggregate<?> after) {
        if (after instanceof Action action) {
            action.crew().everybody().forEach(who -> move(action, who, true));
        } else if (after instanceof Note note) {
            put(days(note.assignee()).whole, note.date(), note);
        } else if (after instanceof Opportunity deal && expected(deal) != null) {
            put(days(deal.manager()).whole, Objects.requireNonNull(expected(deal)), deal);
        }
    }

    private @Nullable CalendarEntry entry(Aggregate<?> item, LocalDate day, CalendarFilter filter) {
        if (item instanceof Action action && filter.kinds().contains(CalendarKind.ACTION)) {
            Schedule schedule = action.schedule();
            boolean stands =
                    !day.isBefore(schedule.firstFor(filter.zone())) && !day.isAfter(schedule.lastFor(filter.zone()));
            return stands ? CalendarEntry.of(action, day, filter, name(action.relation())) : null;
        }
        if (item instanceof Note note && filter.kinds().contains(CalendarKind.NOTE)) {
            boolean seen = filter.adminOnlyToo() || !note.isAdminOnly();
            return seen ? CalendarEntry.of(note, name(note.relation())) : null;
        }
        if (item instanceof BusinessDocument document && filter.kinds().contains(CalendarKind.FOLLOW_UP)) {
            return CalendarEntry.of(document, day, name(document.relation()));
        }
        if (item instanceof Opportunity deal && filter.kinds().contains(CalendarKind.CLOSING)) {
            return CalendarEntry.of(deal, day, name(deal.relation()));
        }
        return null;
    }

    private void move(Action action, RepresentativeId who, boolean here) {
        Instant start = action.schedule().startAt();
        NavigableMap<LocalDate, Map<Id, Aggregate<?>>> days = start == null ? days(who).whole : days(who).timed;
        LocalDate last = action.schedule().lastFor(ZoneOffset.UTC);
        for (LocalDate day = action.schedule().firstFor(ZoneOffset.UTC); !day.isAfter(last); day = day.plusDays(1)) {
            if (here) {
                put(days, day, action);
            } else {
                take(days, day, action);
            }
        }
    }

    private Days days(RepresentativeId who) {
        return calendars.computeIfAbsent(who, id -> new Days());
    }

    private String name(RelationId relation) {
        return items.relation(relation).name();
    }

    private static @Nullable LocalDate expected(Opportunity deal) {
        return deal.isOpen() ? deal.horizon().expectedClosing() : null;
    }

    private static void put(NavigableMap<LocalDate, Map<Id, Aggregate<?>>> days, LocalDate day, Aggregate<?> item) {
        days.computeIfAbsent(day, d -> new LinkedHashMap<>()).put(item.id(), item);
    }

    private static void take(NavigableMap<LocalDate, Map<Id, Aggregate<?>>> days, LocalDate day, Aggregate<?> item) {
        Map<Id, Aggregate<?>> there = days.get(day);
        if (there != null) {
            there.remove(item.id());
            if (there.isEmpty()) {
                days.remove(day);
            }
        }
    }

    private static SortKey<Place> key(CalendarEntry entry) {
        long start = entry.startAt() == null ? Long.MIN_VALUE : Place.micros(entry.startAt());
        return new SortKey<>(
                new Place(entry.day().toEpochDay(), start, entry.kind().place(), 0),
                entry.item().value());
    }
}
