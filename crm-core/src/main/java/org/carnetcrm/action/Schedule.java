package org.carnetcrm.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.carnetcrm.input.Dates;
import org.jspecify.annotations.Nullable;

/** When an action takes place: on whole days, or from one instant to another. */
public sealed interface Schedule {

    /** The most days that an entry touches. */
    int MOST_DAYS = 366;

    /** Gives the first day, of a timed entry in its own zone. */
    LocalDate first();

    /** Gives the last day, of a timed entry in its own zone; an entry that ends at midnight ends on the day before. */
    LocalDate last();

    /** Gives the first day for a reader in a zone; that of a whole day is the same for every reader. */
    LocalDate firstFor(ZoneId reader);

    /** Gives the last day for a reader in a zone; that of a whole day is the same for every reader. */
    LocalDate lastFor(ZoneId reader);

    /** Gives the start, or nothing for whole days. */
    default @Nullable Instant startAt() {
        return null;
    }

    /** Gives the end, or nothing for whole days. */
    default @Nullable Instant endAt() {
        return null;
    }

    /** Gives the zone, or nothing for whole days. */
    default @Nullable ZoneId zoneOfTimes() {
        return null;
    }

    /**
     * Whole days.
     *
     * @param first the first day
     * @param last the last day, included
     */
    record AllDay(LocalDate first, LocalDate last) implements Schedule {

        /** Refuses an end before the start, and more than {@link #MOST_DAYS} days. */
        public AllDay {
            requireOrder(first, last);
        }

        @Override
        public LocalDate firstFor(ZoneId reader) {
            return first;
        }

        @Override
        public LocalDate lastFor(ZoneId reader) {
            return last;
        }

        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + "/" + last;
        }
    }

    /**
     * From one instant to another, which may be the same.
     *
     * @param start the start, to the microsecond
     * @param end the end
     * @param zone the zone in which it was planned
     */
    record Timed(Instant start, Instant end, ZoneId zone) implements Schedule {

        /** Cuts both to the microsecond; refuses an end before the start, and more than {@link #MOST_DAYS} days. */
        public Timed {
            Objects.requireNonNull(zone, "zone");
            start = start.truncatedTo(ChronoUnit.MICROS);
            end = end.truncatedTo(ChronoUnit.MICROS);
            if (end.isBefore(start)) {
                throw new IllegalArgumentException("the end " + end + " is before the start " + start);
            }
            requireOrder(day(start, zone), lastDay(start, end, zone));
        }

        @Override
        public LocalDate first() {
            return firstFor(zone);
        }

        @Override
        public LocalDate last() {
            return lastFor(zone);
        }

        @Override
        public LocalDate firstFor(ZoneId reader) {
            return day(start, reader);
        }

        @Override
        public LocalDate lastFor(ZoneId reader) {
            return lastDay(start, end, reader);
        }

        @Override
        public Instant startAt() {
            return start;
        }

        @Override
        public Instant endAt() {
            return end;
        }

        @Override
        public ZoneId zoneOfTimes() {
            return zone;
        }

        @Override
        public String toString() {
            return start.atZone(zone).toLocalDateTime() + "/" + end.atZone(zone).toLocalDateTime() + " " + zone;
        }

        private static LocalDate lastDay(Instant start, Instant end, ZoneId zone) {
            return day(start.equals(end) ? end : end.minus(1, ChronoUnit.MICROS), zone);
        }

        private static LocalDate day(Instant instant, ZoneId zone) {
            return LocalDate.ofInstant(instant, zone);
        }
    }

    private static void requireOrder(LocalDate first, LocalDate last) {
        Dates.require("first", first);
        Dates.require("last", last);
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new IllegalArgumentException(
                    "from " + first + " to " + last + " is not a span of 1 to " + MOST_DAYS + " days");
        }
    }
}
