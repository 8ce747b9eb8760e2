package org.carnetcrm.timeline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Dates;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;

/**
 * Which days of whose calendar to list.
 *
 * @param representative whose calendar
 * @param from the first day
 * @param to the last day, included
 * @param zone where the reader is, which says on which days a timed action stands
 * @param kinds the kinds of entries
 * @param adminOnlyToo whether notes for administrators only are listed too
 */
public record CalendarFilter(
        RepresentativeId representative,
        LocalDate from,
        LocalDate to,
        ZoneId zone,
        Set<CalendarKind> kinds,
        boolean adminOnlyToo) {

    /** The most days that are listed at once. */
    public static final int MOST_DAYS = 366;

    /**
     * Keeps the kinds unmodifiable; no kind at all stands for every kind. Refuses a last day before the first and more
     * than {@link #MOST_DAYS} days, as a problem of {@code to}, and days outside the {@linkplain Dates range of dates}.
     */
    public CalendarFilter {
        Objects.requireNonNull(representative, "representative");
        Objects.requireNonNull(zone, "zone");
        Set<CalendarKind> given = kinds.isEmpty() ? EnumSet.allOf(CalendarKind.class) : EnumSet.copyOf(kinds);
        kinds = Collections.unmodifiableSet(given);
        requireInRange("from", from);
        requireInRange("to", to);
        if (to.isBefore(from)) {
            throw InvalidException.of(
                    Problem.of("to", to, "schedule.endBeforeStart").with("start", from));
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw InvalidException.of(Problem.of("to", to, "schedule.tooLong").with("max", MOST_DAYS));
        }
    }

    /** Gives the days as everybody sees them. */
    public static CalendarFilter of(
            RepresentativeId representative, LocalDate from, LocalDate to, ZoneId zone, CalendarKind... kinds) {
        return new CalendarFilter(representative, from, to, zone, Set.copyOf(List.of(kinds)), false);
    }

    /** Lists notes for administrators only too, or leaves them out. */
    public CalendarFilter withAdminOnly(boolean too) {
        return new CalendarFilter(representative, from, to, zone, kinds, too);
    }

    private static void requireInRange(String field, LocalDate day) {
        String flaw = Dates.flaw(day);
        if (flaw != null) {
            throw InvalidException.of(Problem.of(field, day, flaw));
        }
    }
}
