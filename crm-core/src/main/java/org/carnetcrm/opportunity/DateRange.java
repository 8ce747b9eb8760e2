package org.carnetcrm.opportunity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one on and before another.
 *
 * @param from the first day; missing when there is no bound
 * @param before the day after the last one; missing when there is no bound
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate before) {

    /** Makes the days from one to another, both included. */
    public static DateRange between(LocalDate from, LocalDate to) {
        return new DateRange(from, to.equals(LocalDate.MAX) ? null : to.plusDays(1));
    }

    /** Gives the days that are in both ranges. */
    public DateRange and(DateRange other) {
        return new DateRange(later(from, other.from), earlier(before, other.before));
    }

    /** Tells whether a date is among the days; a missing one is not. */
    public boolean has(@Nullable LocalDate date) {
        return date != null && (from == null || !date.isBefore(from)) && (before == null || date.isBefore(before));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
