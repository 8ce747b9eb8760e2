package org.carnetcrm.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.carnetcrm.input.Dates;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * When an action is to take place, as a form says it: whole days, unless times are given.
 *
 * @param on the first day; when missing, that of the action that is there, today for a new one
 * @param until the last day; the first when missing
 * @param from the time of the start on the first day; with {@code to} it makes the entry timed
 * @param to the time of the end on the last day
 * @param zone the zone of the times; the actor's when missing, and of no effect without times
 */
public record ScheduleDraft(
        @Nullable LocalDate on,
        @Nullable LocalDate until,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        @Nullable ZoneId zone) {

    /** Says nothing: a new action is today, all day; one that is there stays where it is. */
    public static final ScheduleDraft TODAY = new ScheduleDraft(null, null, null, null, null);

    /** Makes a draft that changes nothing yet. */
    public static ScheduleDraft from(Schedule present) {
        Instant start = present.startAt();
        Instant end = present.endAt();
        ZoneId zone = present.zoneOfTimes();
        if (start == null || end == null || zone == null) {
            return new ScheduleDraft(present.first(), present.last(), null, null, null);
        }
        LocalDateTime first = LocalDateTime.ofInstant(start, zone);
        LocalDateTime last = LocalDateTime.ofInstant(end, zone);
        return new ScheduleDraft(
                first.toLocalDate(), last.toLocalDate(), first.toLocalTime(), last.toLocalTime(), zone);
    }

    /** Tells whether it says no day and no time. */
    public boolean isEmpty() {
        return on == null && until == null && from == null && to == null;
    }

    /** What came of reading a draft: a schedule, or the problems that stand in its way. */
    public record Reading(@Nullable Schedule schedule, List<Problem> problems) {

        /** Keeps the problems unmodifiable. */
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads the schedule. A local time that the clocks skip is refused; one that they show twice is the earlier.
     *
     * @param day the day that stands in for a missing one
     * @param ownZone the zone that stands in for a missing one
     */
    public Reading read(LocalDate day, ZoneId ownZone) {
        List<Problem> problems = new ArrayList<>();
        LocalDate first = on == null ? day : on;
        LocalDate last = until == null ? first : until;
        range("on", first, problems);
        range("until", last, problems);
        if (last.isBefore(first)) {
            problems.add(Problem.of("until", last, "schedule.endBeforeStart").with("start", first));
        } else if (ChronoUnit.DAYS.between(first, lastTouched(first, last)) >= Schedule.MOST_DAYS) {
            problems.add(Problem.of("until", last, "schedule.tooLong").with("max", Schedule.MOST_DAYS));
        }
        if (from == null && to == null) {
            return problems.isEmpty() ? whole(first, last) : new Reading(null, problems);
        }
        if (from == null || to == null) {
            problems.add(Problem.of(from == null ? "from" : "to", null, "schedule.bothTimes"));
            return new Reading(null, problems);
        }
        ZoneId where = zone == null ? ownZone : zone;
        Instant start = instant("from", first.atTime(from), where, problems);
        Instant end = instant("to", last.atTime(to), where, problems);
        if (start == null || end == null || !problems.isEmpty()) {
            return new Reading(null, problems);
        }
        if (end.isBefore(start)) {
            problems.add(
                    Problem.of("to", last.atTime(to), "schedule.endBeforeStart").with("start", first.atTime(from)));
            return new Reading(null, problems);
        }
        return new Reading(new Schedule.Timed(start, end, where), problems);
    }

    private static void range(String field, LocalDate date, List<Problem> problems) {
        String flaw = Dates.flaw(date);
        if (flaw != null) {
            problems.add(Problem.of(field, date, flaw));
        }
    }

    /** Gives the last day that the entry touches: one that ends at midnight ends on the day before. */
    private LocalDate lastTouched(LocalDate first, LocalDate last) {
        boolean midnight = to != null && to.truncatedTo(ChronoUnit.MICROS).equals(LocalTime.MIDNIGHT);
        return midnight && last.isAfter(first) ? last.minusDays(1) : last;
    }

    private static Reading whole(LocalDate first, LocalDate last) {
        return new Reading(new Schedule.AllDay(first, last), List.of());
    }

    private static @Nullable Instant instant(String field, LocalDateTime local, ZoneId zone, List<Problem> problems) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(local);
            problems.add(Problem.of(field, local, "schedule.gap")
                    .with("zone", zone)
                    .with("before", gap.getDateTimeBefore())
                    .with("after", gap.getDateTimeAfter()));
            return null;
        }
        return local.toInstant(offsets.get(0));
    }
}
