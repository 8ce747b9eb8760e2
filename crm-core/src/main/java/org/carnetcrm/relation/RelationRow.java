package org.carnetcrm.relation;

import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * A relation as a list shows it.
 *
 * @param id the id
 * @param version the version
 * @param name the name
 * @param city the city
 * @param sector the sector
 * @param parent the relation above
 * @param accountManager the representative who follows it
 * @param accountManagerName the name of that representative
 * @param status the code of the status
 * @param priority the code of the priority
 */
public record RelationRow(
        RelationId id,
        int version,
        String name,
        @Nullable String city,
        @Nullable String sector,
        @Nullable RelationId parent,
        @Nullable RepresentativeId accountManager,
        @Nullable String accountManagerName,
        String status,
        @Nullable String priority) {

    /** Makes the row of a relation. */
    public static RelationRow of(Relation relation, @Nullable String accountManagerName) {
        return new RelationRow(
                relation.id(),
                relation.version(),
                relation.name(),
                relation.details().address().city(),
                relation.sector(),
                relation.parent(),
                relation.accountManager(),
                accountManagerName,
                relation.status(),
                relation.priority());
    }
}
