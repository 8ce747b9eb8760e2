package org.carnetcrm.relation;

import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which relations to list; every condition that is given must hold.
 *
 * @param nameStart what the {@linkplain Text#fold folded} name starts with
 * @param status the code of the status
 * @param accountManager the representative who follows it
 * @param parent the relation above
 * @param archived whether archived ones are listed too
 */
public record RelationFilter(
        @Nullable String nameStart,
        @Nullable String status,
        @Nullable RepresentativeId accountManager,
        @Nullable RelationId parent,
        boolean archived) {

    /** Gives all relations that are not archived. */
    public static RelationFilter all() {
        return new RelationFilter(null, null, null, null, false);
    }

    /** Gives those whose name starts with a text, whatever its case and accents. */
    public RelationFilter nameStart(String text) {
        return new RelationFilter(Text.fold(text), status, accountManager, parent, archived);
    }

    /** Gives those with a status. */
    public RelationFilter status(String code) {
        return new RelationFilter(nameStart, code, accountManager, parent, archived);
    }

    /** Gives those that a representative follows. */
    public RelationFilter accountManager(RepresentativeId representative) {
        return new RelationFilter(nameStart, status, representative, parent, archived);
    }

    /** Gives those right below a relation. */
    public RelationFilter parent(RelationId relation) {
        return new RelationFilter(nameStart, status, accountManager, relation, archived);
    }

    /** Gives the archived ones too. */
    public RelationFilter withArchived() {
        return new RelationFilter(nameStart, status, accountManager, parent, true);
    }

    /** Tells whether a relation is listed. */
    public boolean matches(Relation relation) {
        return (archived || !relation.archived())
                && (nameStart == null || relation.nameKey().startsWith(nameStart))
                && (status == null || status.equals(relation.status()))
                && (accountManager == null || accountManager.equals(relation.accountManager()))
                && (parent == null || parent.equals(relation.parent()));
    }
}
