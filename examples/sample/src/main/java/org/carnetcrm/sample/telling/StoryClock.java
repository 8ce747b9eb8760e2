package org.carnetcrm.sample.telling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands at five in the afternoon of the day that is told of. */
public final class StoryClock extends Clock {

    private LocalDate today;

    /** Begins on a day. */
    public StoryClock(LocalDate today) {
        this.today = today;
    }

    /** Lets the clock stand on another day. */
    public void on(LocalDate day) {
        today = day;
    }

    /** Gives the day on which it stands. */
    public LocalDate today() {
        return today;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return today.atTime(17, 0).toInstant(ZoneOffset.UTC);
    }
}
