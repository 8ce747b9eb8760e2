package org.carnetcrm.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The bookkeeping of a deal's last revision, whose number is the deal's version.
 *
 * @param effectiveOn the date on which it took effect
 * @param recordedAt when it was recorded, to the microsecond
 * @param openedAt when the deal was opened, to the microsecond
 * @param stageSince the date since which the deal is in its stage, or was reopened in it
 */
public record Stamp(LocalDate effectiveOn, Instant recordedAt, Instant openedAt, LocalDate stageSince) {

    /** Refuses missing parts. */
    public Stamp {
        Objects.requireNonNull(effectiveOn, "effectiveOn");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(stageSince, "stageSince");
    }
}
