package org.carnetcrm.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A place in an order of up to four levels, each a whole number; a cursor holds it as text. */
public record Place(long first, long second, long third, long fourth) implements Comparable<Place> {

    /** Gives the microseconds since 1970. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** Gives the place of a day among days. */
    public static Place of(LocalDate day) {
        return new Place(day.toEpochDay(), 0, 0, 0);
    }

    /** Reads what {@link #toString} gives. */
    public static Place parse(String text) {
        String[] levels = text.split(";", -1);
        if (levels.length != 4) {
            throw new IllegalArgumentException("'" + text + "' has not four levels");
        }
        return new Place(
                Long.parseLong(levels[0]),
                Long.parseLong(levels[1]),
                Long.parseLong(levels[2]),
                Long.parseLong(levels[3]));
    }

    @Override
    public int compareTo(Place other) {
        int order = Long.compare(first, other.first);
        order = order != 0 ? order : Long.compare(second, other.second);
        order = order != 0 ? order : Long.compare(third, other.third);
        return order != 0 ? order : Long.compare(fourth, other.fourth);
    }

    @Override
    public String toString() {
        return first + ";" + second + ";" + third + ";" + fourth;
    }
}
