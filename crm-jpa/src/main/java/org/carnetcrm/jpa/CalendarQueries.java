package org.carnetcrm.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.store.Place;
import org.carnetcrm.timeline.CalendarEntry;
import org.carnetcrm.timeline.CalendarFilter;
import org.carnetcrm.timeline.CalendarKind;
import org.jspecify.annotations.Nullable;

/**
 * The calendars. What stands on one day is read in its order, a page and one row of it. Actions, which may stand on many
 * days, are read in two steps: those that stand around the day where the page begins, and of those that begin later as
 * many as the page holds and one more.
 */
final class CalendarQueries {

    private static final String OF_ACTION = "CrmAction a join a.attendees t"
            + " left join CrmRelation r on r.key.tenant = a.key.tenant and r.key.id = a.relation";

    /** An action of a calendar before it is set on its days. */
    private record Standing(
            UUID id,
            String type,
            @Nullable String subject,
            Progress progress,
            Schedule schedule,
            RelationId relation,
            String relationName,
            @Nullable OpportunityId opportunity,
            RepresentativeId carrier) {}

    private final EntityManager em;
    private final DocumentQueries documents;
    private final boolean prospecting;

    CalendarQueries(EntityManager em, DocumentQueries documents, boolean prospecting) {
        this.em = em;
        this.documents = documents;
        this.prospecting = prospecting;
    }

    Page<CalendarEntry> list(TenantId tenant, CalendarFilter filter, PageRequest request) {
        // Whether hidden notes are listed too is no part of the list: it must not show in a cursor.
        String list = "calendar|" + tenant + "|" + filter.withAdminOnly(false);
        Keyset<Place> after = Keyset.of(request, list, CalendarQueries::parse);
        LocalDate first = filter.from();
        if (after != null && Question.day(after.sort().first()).isAfter(first)) {
            first = Question.day(after.sort().first());
        }
        int most = request.size() + 1;
        List<CalendarEntry> entries = new ArrayList<>();
        for (CalendarKind kind : filter.kinds()) {
            entries.addAll(
                    switch (kind) {
                        case ACTION -> actions(tenant, filter, first, most);
                        case NOTE -> notes(tenant, filter, first, after, most);
                        case FOLLOW_UP -> due(tenant, filter, first, after, most);
                        case CLOSING -> closings(tenant, filter, first, after, most);
                    });
        }
        if (after != null) {
            entries.removeIf(entry -> compare(place(entry), after) <= 0);
        }
        entries.sort(CalendarEntry.ORDER);
        return Keyset.page(entries.subList(0, Math.min(most, entries.size())), request, list, CalendarQueries::place);
    }

    private List<CalendarEntry> actions(TenantId tenant, CalendarFilter filter, LocalDate first, int most) {
        Map<UUID, Standing> found = new LinkedHashMap<>();
        for (Question question : List.of(
                around(tenant, filter, first),
                laterWholeDays(tenant, filter, first, most),
                laterTimes(tenant, filter, first, most))) {
            question.ask().stream().map(CalendarQueries::standing).forEach(action -> found.put(action.id(), action));
        }
        List<CalendarEntry> entries = new ArrayList<>();
        for (Standing action : found.values()) {
            LocalDate from = later(first, action.schedule().firstFor(filter.zone()));
            LocalDate to = earlier(filter.to(), action.schedule().lastFor(filter.zone()));
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                entries.add(entry(action, day, filter));
            }
        }
        return entries;
    }

    /** What stands on the first day, or on the days beside it elsewhere in the world. */
    private Question around(TenantId tenant, CalendarFilter filter, LocalDate first) {
        ZoneId zone = filter.zone();
        Question question = attended(tenant, filter);
        String begin = question.bind(Question.within(first.atStartOfDay(zone).toInstant()));
        String end = question.bind(
                Question.within(first.plusDays(1).atStartOfDay(zone).toInstant()));
        // No action touches more days than the longest, and no two zones are more than two days apart.
        return question.notAfter("t.firstDay", first.plusDays(2))
                .notBefore("t.firstDay", first.minusDays(Schedule.MOST_DAYS + 2))
                .notBefore("t.lastDay", first.minusDays(2))
                .and("((t.startAt is null and t.firstDay <= " + question.bind(first) + " and t.lastDay >= "
                        + question.bind(first) + ") or (t.startAt < " + end + " and t.endAt >= " + begin + "))");
    }

    private Question laterWholeDays(TenantId tenant, CalendarFilter filter, LocalDate first, int most) {
        return attended(tenant, filter)
                .and("t.startAt is null")
                .notBefore("t.firstDay", first.plusDays(1))
                .notAfter("t.firstDay", filter.to())
                .orderBy("t.firstDay", "a.key.id")
                .atMost(most);
    }

    private Question laterTimes(TenantId tenant, CalendarFilter filter, LocalDate first, int most) {
        ZoneId zone = filter.zone();
        Question question = attended(tenant, filter);
        return question.and("t.startAt >= "
                        + question.bind(Question.within(
                                first.plusDays(1).atStartOfDay(zone).toInstant())))
                .and("t.startAt <= "
                        + question.bind(Question.within(
                                filter.to().plusDays(1).atStartOfDay(zone).toInstant())))
                .orderBy("t.startAt", "a.key.id")
                .atMost(most);
    }

    private Question attended(TenantId tenant, CalendarFilter filter) {
        return new Question(em, OF_ACTION, "a.key.tenant", tenant)
                .select("a.key.id", "a.type", "a.subject", "a.progress", "a.firstDay", "a.lastDay", "a.startAt")
                .select("a.endAt", "a.zone", "a.relation", "r.name", "a.opportunity", "a.representative")
                .equal("t.representative", filter.representative().value());
    }

    private List<CalendarEntry> notes(
            TenantId tenant, CalendarFilter filter, LocalDate first, @Nullable Keyset<Place> after, int most) {
        Question question = new Question(
                        em,
                        "CrmNote n left join CrmRelation r on r.key.tenant = n.key.tenant and r.key.id = n.relation",
                        "n.key.tenant",
                        tenant)
                .select("n.date", "n.key.id", "n.type", "n.done", "n.relation", "r.name", "n.opportunity")
                .equal("n.assignee", filter.representative().value())
                .notAfter("n.date", filter.to())
                .orderBy("n.date", "n.key.id")
                .atMost(most);
        if (!filter.adminOnlyToo()) {
            question.equal("n.adminOnly", false);
        }
        from(question, CalendarKind.NOTE, "n.date", "n.key.id", first, after);
        return question.ask().stream().map(CalendarQueries::note).toList();
    }

    private List<CalendarEntry> due(
            TenantId tenant, CalendarFilter filter, LocalDate first, @Nullable Keyset<Place> after, int most) {
        DueFilter due = DueFilter.all().chaser(filter.representative()).between(first, filter.to());
        Keyset<LocalDate> last = null;
        if (after != null && Question.day(after.sort().first()).equals(first)) {
            Place place = after.sort();
            boolean past = place.second() > Long.MIN_VALUE || place.third() > CalendarKind.FOLLOW_UP.place();
            if (past) {
                due = due.between(first.plusDays(1), filter.to());
            } else if (place.third() == CalendarKind.FOLLOW_UP.place()) {
                last = new Keyset<>(first, after.id());
            }
        }
        return documents.due(tenant, due, last, most).stream()
                .map(CalendarQueries::document)
                .toList();
    }

    private List<CalendarEntry> closings(
            TenantId tenant, CalendarFilter filter, LocalDate first, @Nullable Keyset<Place> after, int most) {
        if (!prospecting) {
            return List.of();
        }
        Question question = new Question(
                        em,
                        "CrmOpportunity o left join CrmRelation r on r.key.tenant = o.key.tenant and r.key.id = o.deal.relation",
                        "o.key.tenant",
                        tenant)
                .select("o.deal.expectedClosing", "o.key.id", "o.deal.stage", "o.deal.subject", "o.deal.relation")
                .select("r.name")
                .equal("o.deal.manager", filter.representative().value())
                .equal("o.deal.standing", StandingKind.IN_PROGRESS)
                .notAfter("o.deal.expectedClosing", filter.to())
                .orderBy("o.deal.expectedClosing", "o.key.id")
                .atMost(most);
        from(question, CalendarKind.CLOSING, "o.deal.expectedClosing", "o.key.id", first, after);
        return question.ask().stream().map(CalendarQueries::closing).toList();
    }

    /** Begins on the first day, after what of that day was shown before. */
    private static void from(
            Question question,
            CalendarKind kind,
            String date,
            String id,
            LocalDate first,
            @Nullable Keyset<Place> after) {
        if (after == null || !Question.day(after.sort().first()).equals(first)) {
            question.and(date + " >= " + question.bind(first));
            return;
        }
        Place place = after.sort();
        if (place.second() > Long.MIN_VALUE || place.third() > kind.place()) {
            question.and(date + " > " + question.bind(first));
        } else if (place.third() == kind.place()) {
            question.later(date, first, id, after.id());
        } else {
            question.and(date + " >= " + question.bind(first));
        }
    }

    private static Place parse(String text) {
        Place place = Place.parse(text);
        Question.day(place.first());
        return place;
    }

    private static int compare(Keyset<Place> one, Keyset<Place> other) {
        int order = one.sort().compareTo(other.sort());
        return order != 0 ? order : org.carnetcrm.id.UuidId.UUID_ORDER.compare(one.id(), other.id());
    }

    private static Keyset<Place> place(CalendarEntry entry) {
        long start = entry.startAt() == null ? Long.MIN_VALUE : Place.micros(entry.startAt());
        return new Keyset<>(
                new Place(entry.day().toEpochDay(), start, entry.kind().place(), 0),
                entry.item().value());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Standing standing(Columns columns) {
        return new Standing(
                columns.id(Function.identity()),
                columns.text(),
                columns.findText(),
                columns.get(Progress.class),
                ActionQueries.schedule(columns),
                columns.id(RelationId::new),
                columns.text(),
                columns.findId(OpportunityId::new),
                columns.id(RepresentativeId::new));
    }

    private static CalendarEntry entry(Standing action, LocalDate day, CalendarFilter filter) {
        Instant start = action.schedule().startAt();
        return new CalendarEntry(
                day,
                CalendarKind.ACTION,
                new ActionId(action.id()),
                action.schedule().lastFor(filter.zone()),
                start,
                action.schedule().endAt(),
                action.type(),
                action.subject(),
                action.progress() == Progress.PLANNED,
                action.progress() == Progress.CANCELLED,
                action.relation(),
                action.relationName(),
                action.opportunity(),
                !action.carrier().equals(filter.representative()));
    }

    private static CalendarEntry note(Columns columns) {
        LocalDate date = columns.date();
        NoteId id = columns.id(NoteId::new);
        String type = columns.text();
        boolean done = columns.flag();
        return new CalendarEntry(
                date,
                CalendarKind.NOTE,
                id,
                date,
                null,
                null,
                type,
                null,
                !done,
                false,
                columns.id(RelationId::new),
                columns.text(),
                columns.findId(OpportunityId::new),
                false);
    }

    private static CalendarEntry document(DocumentRow row) {
        LocalDate dueOn = Convert.known(row.dueOn());
        return new CalendarEntry(
                dueOn,
                CalendarKind.FOLLOW_UP,
                row.id(),
                dueOn,
                null,
                null,
                row.kind().name(),
                row.number(),
                true,
                false,
                row.relation(),
                row.relationName(),
                null,
                false);
    }

    private static CalendarEntry closing(Columns columns) {
        LocalDate expected = columns.date();
        OpportunityId id = columns.id(OpportunityId::new);
        return new CalendarEntry(
                expected,
                CalendarKind.CLOSING,
                id,
                expected,
                null,
                null,
                columns.text(),
                columns.text(),
                true,
                false,
                columns.id(RelationId::new),
                columns.text(),
                id,
                false);
    }
}
