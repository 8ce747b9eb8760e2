package org.carnetcrm.relation;

import java.util.Map;
import java.util.Objects;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Fields;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * A company or person we do business with.
 *
 * @param id the id
 * @param version 1 when added, and one more with each change
 * @param kind a company or a person
 * @param name the name, at most {@link Text#LINE} characters
 * @param vatNumber the VAT number
 * @param details how it is reached
 * @param placement whom it belongs to: sector, parent, account manager
 * @param rank its status and priority, as its history says
 * @param hostReference how the host knows it; unique within the tenant
 * @param archived whether hidden from choice; it stays in history and figures
 */
public record Relation(
        RelationId id,
        int version,
        RelationKind kind,
        String name,
        @Nullable String vatNumber,
        ContactDetails details,
        Placement placement,
        Rank rank,
        @Nullable String hostReference,
        boolean archived)
        implements Aggregate<Relation>, HostReferenced {

    /** The most characters of a VAT number. */
    public static final int VAT_LENGTH = 40;

    /** The most characters of a sector. */
    public static final int SECTOR_LENGTH = 100;

    /** Refuses what the {@linkplain Text rules for texts} refuse, and a relation that is its own parent. */
    public Relation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(rank, "rank");
        Text.requireLine("name", name, Text.LINE);
        Text.requireLineOrNone("vatNumber", vatNumber, VAT_LENGTH);
        Text.requireLineOrNone("sector", placement.sector(), SECTOR_LENGTH);
        Text.requireLineOrNone("hostReference", hostReference, Text.REFERENCE);
        details.required();
        if (id.equals(placement.parent())) {
            throw new IllegalArgumentException("the relation " + id + " cannot be its own parent");
        }
    }

    /**
     * Whom a relation belongs to; any part may be missing.
     *
     * @param sector the sector of business
     * @param parent the relation above, such as the head of a group
     * @param accountManager the representative who follows it
     */
    public record Placement(
            @Nullable String sector,
            @Nullable RelationId parent,
            @Nullable RepresentativeId accountManager) {}

    /**
     * What the history of a relation says today.
     *
     * @param status the code of the status
     * @param priority the code of the priority; may be missing
     * @param changes the number of the last row of the history
     */
    public record Rank(String status, @Nullable String priority, int changes) {}

    /** Gives the code of the status. */
    public String status() {
        return rank.status();
    }

    /** Gives the code of the priority, or nothing. */
    public @Nullable String priority() {
        return rank.priority();
    }

    /** Gives the representative who follows it, or nothing. */
    public @Nullable RepresentativeId accountManager() {
        return placement.accountManager();
    }

    /** Gives the relation above, or nothing. */
    public @Nullable RelationId parent() {
        return placement.parent();
    }

    /** Gives the sector, or nothing. */
    public @Nullable String sector() {
        return placement.sector();
    }

    /** Gives the key by which it is sorted and found: its {@linkplain Text#fold folded} name. */
    public String nameKey() {
        return Text.fold(name);
    }

    @Override
    public Relation withVersion(int version) {
        return new Relation(id, version, kind, name, vatNumber, details, placement, rank, hostReference, archived);
    }

    /** Gives the relation with another status or priority. */
    public Relation withRank(Rank rank) {
        return new Relation(id, version, kind, name, vatNumber, details, placement, rank, hostReference, archived);
    }

    /** Gives the relation followed by another representative. */
    public Relation assignedTo(RepresentativeId representative) {
        Placement moved = new Placement(placement.sector(), placement.parent(), representative);
        return new Relation(id, version, kind, name, vatNumber, details, moved, rank, hostReference, archived);
    }

    /** Gives the relation hidden from choice, or back. */
    public Relation withArchived(boolean archived) {
        return new Relation(id, version, kind, name, vatNumber, details, placement, rank, hostReference, archived);
    }

    @Override
    public Map<String, String> fields() {
        return new Fields()
                .put("kind", kind)
                .put("name", name)
                .put("vatNumber", vatNumber)
                .put("email", details.email())
                .put("phone", details.phone())
                .put("website", details.website())
                .put("lines", details.address().lines())
                .put("postalCode", details.address().postalCode())
                .put("city", details.address().city())
                .put("country", details.address().country())
                .put("sector", placement.sector())
                .put("parent", placement.parent())
                .put("accountManager", placement.accountManager())
                .put("status", rank.status())
                .put("priority", rank.priority())
                .put("hostReference", hostReference)
                .putIf("archived", archived)
                .toMap();
    }

    /** Names it without what is personal, for logs. */
    @Override
    public String toString() {
        return "Relation[" + id + " v" + version + " " + kind + "]";
    }
}
