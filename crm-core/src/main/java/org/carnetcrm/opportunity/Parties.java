package org.carnetcrm.opportunity;

import java.util.Objects;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Who a deal is between.
 *
 * @param relation the relation that it is for
 * @param contact the person there; advised, may be missing
 * @param manager the representative who manages it
 * @param managerChosen whether a person chose the manager; else it was filled in from the relation
 */
public record Parties(
        RelationId relation, @Nullable ContactPersonId contact, RepresentativeId manager, boolean managerChosen) {

    /** Refuses missing parts. */
    public Parties {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(manager, "manager");
    }
}
