package org.carnetcrm.relation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.carnetcrm.actor.Who;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.input.Dates;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history of a relation's status or priority; never changed once written.
 *
 * @param relation the relation
 * @param number the number of the row, from 1 per relation
 * @param aspect what changed
 * @param from the code that was in force on the effective date; it informs only
 * @param to the code from then on; missing for a priority that was taken away, and for a status of which a take-back
 *     leaves none
 * @param effectiveOn the date on which it took effect
 * @param recordedAt when it was recorded, to the microsecond; never before the row with the lower number
 * @param by who made the change
 * @param kind whether it is a change, a correction or a take-back
 * @param action the action behind it; missing for a change that was made directly
 * @param replaces the number of the row that this one corrects or takes back
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
        Kind kind,
        @Nullable ActionId action,
        @Nullable Integer replaces) {

    /** Why there is a row. */
    public enum Kind {
        /** The status or priority changed. */
        CHANGE,
        /** The row that it replaces was wrong. */
        CORRECTION,
        /** The row that it replaces no longer counts; it restates what is in force without that. */
        TAKE_BACK
    }

    /** Refuses a change that replaces a row, and a correction or take-back that names none. */
    public RelationChange {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(aspect, "aspect");
        Dates.require("effectiveOn", effectiveOn);
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(by, "by");
        if ((kind == Kind.CHANGE) != (replaces == null)) {
            throw new IllegalArgumentException("row " + number + ", a " + kind + ", replaces row " + replaces);
        }
    }

    /** Tells whether it says that there was no status before, which leaves the date to older rows. */
    public boolean isSilent() {
        return aspect == Aspect.STATUS && to == null;
    }
}
