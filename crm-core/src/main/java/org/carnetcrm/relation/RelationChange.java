package org.carnetcrm.relation;

import java.time.Instant;
import java.time.LocalDate;
import org.carnetcrm.actor.Who;
import org.carnetcrm.id.RelationId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history of a relation's status or priority; never changed once written.
 *
 * @param relation the relation
 * @param number the number of the row, from 1 per relation
 * @param aspect what changed
 * @param from the code that was in force on the effective date; it informs only
 * @param to the code from then on; missing for a priority that was taken away
 * @param effectiveOn the date on which it took effect
 * @param recordedAt when it was recorded, to the microsecond; never before the row with the lower number
 * @param by who made the change
 * @param replaces the number of the row that this one corrects
 */
public record RelationChange(
        RelationId relation,
        int number,
        Aspect aspect,
        @Nullable String from,
        @Nullable String to,
        LocalDate effectiveOn,
        Instant recordedAt,
        Who by,
        @Nullable Integer replaces) {}
