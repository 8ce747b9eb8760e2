package org.carnetcrm.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carnetcrm.actor.Who;
import org.carnetcrm.id.Id;

/**
 * One change of one thing.
 *
 * @param item the thing
 * @param version its version after the change
 * @param who who changed it
 * @param recordedAt when, to the microsecond
 * @param changes the fields that changed, in the order of the fields
 */
public record AuditEntry(Id item, int version, Who who, Instant recordedAt, List<FieldChange> changes) {

    /** Keeps the changes unmodifiable. */
    public AuditEntry {
        Objects.requireNonNull(item, "item");
        changes = List.copyOf(changes);
    }
}
