package org.carnetcrm.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carnetcrm.actor.Who;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.relation.RelationChange;

/**
 * All that one command changes.
 *
 * @param tenant the tenant
 * @param who who acts
 * @param recordedAt when, to the microsecond
 * @param changes the things before and after
 * @param held the versions of things that are not changed but must still hold
 * @param relationChanges what the history of relations gains
 * @param revisions what the history of deals gains; the last revision before each gets its {@code next}
 */
public record ChangeSet(
        TenantId tenant,
        Who who,
        Instant recordedAt,
        List<Change> changes,
        Map<Id, Integer> held,
        List<RelationChange> relationChanges,
        List<OpportunityRevision> revisions) {

    /** Keeps all parts unmodifiable. */
    public ChangeSet {
        changes = List.copyOf(changes);
        held = Map.copyOf(held);
        relationChanges = List.copyOf(relationChanges);
        revisions = List.copyOf(revisions);
    }
}
