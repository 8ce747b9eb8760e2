package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Who attends an action: the first is who carries it out, then come the participants. The times of the action stand here
 * too, so that a calendar and a list of one's actions are read from an index.
 */
@Embeddable
class Attendee {

    @Column(name = "representative_id", nullable = false)
    UUID representative;

    @Column(name = "first_day", nullable = false)
    LocalDate firstDay;

    @Column(name = "last_day", nullable = false)
    LocalDate lastDay;

    @Column(name = "start_at")
    @Nullable
    Instant startAt;

    @Column(name = "end_at")
    @Nullable
    Instant endAt;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected Attendee() {}

    Attendee(RepresentativeId representative, Schedule schedule) {
        this.representative = representative.value();
        this.firstDay = schedule.first();
        this.lastDay = schedule.last();
        this.startAt = schedule.startAt();
        this.endAt = schedule.endAt();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attendee attendee
                && representative.equals(attendee.representative)
                && firstDay.equals(attendee.firstDay)
                && lastDay.equals(attendee.lastDay)
                && Objects.equals(startAt, attendee.startAt)
                && Objects.equals(endAt, attendee.endAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(representative, firstDay, lastDay, startAt, endAt);
    }
}
