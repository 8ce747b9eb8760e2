package org.carnetcrm.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The rules for dates: from the year 1 to the year 9999, which every database holds. */
public final class Dates {

    /** The earliest date. */
    public static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    /** The latest date. */
    public static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private Dates() {}

    /**
     * Tells what is wrong with a date.
     *
     * @return the key of a message, or nothing when the date is fine or missing
     */
    public static @Nullable String flaw(@Nullable LocalDate date) {
        return date == null || (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) ? null : "date.range";
    }

    /** Refuses a date that the domain cannot hold. */
    public static LocalDate require(String name, LocalDate date) {
        if (flaw(date) != null) {
            throw new IllegalArgumentException(name + " of " + date + " is not between the years 1 and 9999");
        }
        return date;
    }

    /** Refuses, like {@link #require}, a date that is there; a missing one passes. */
    public static @Nullable LocalDate requireOrNone(String name, @Nullable LocalDate date) {
        return date == null ? null : require(name, date);
    }
}
