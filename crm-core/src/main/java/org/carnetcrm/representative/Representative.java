package org.carnetcrm.representative;

import java.util.Map;
import java.util.Objects;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Fields;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * A colleague who follows relations, actions and deals.
 *
 * @param id the id
 * @param version 1 when added, and one more with each change
 * @param name the name, at most {@link Text#LINE} characters
 * @param email the e-mail address
 * @param manager the representative above
 * @param region the region or office
 * @param hostReference how the host knows the representative; unique within the tenant
 * @param active whether offered for new work
 */
public record Representative(
        RepresentativeId id,
        int version,
        String name,
        @Nullable String email,
        @Nullable RepresentativeId manager,
        @Nullable String region,
        @Nullable String hostReference,
        boolean active)
        implements Aggregate<Representative>, HostReferenced {

    /** Refuses what the {@linkplain Text rules for texts} refuse, and a representative who manages themselves. */
    public Representative {
        Objects.requireNonNull(id, "id");
        Text.requireLine("name", name, Text.LINE);
        Text.requireLineOrNone("email", email, Text.LINE);
        Text.requireLineOrNone("region", region, Text.LINE);
        Text.requireLineOrNone("hostReference", hostReference, Text.REFERENCE);
        if (id.equals(manager)) {
            throw new IllegalArgumentException("the representative " + id + " cannot be their own manager");
        }
    }

    @Override
    public Representative withVersion(int version) {
        return new Representative(id, version, name, email, manager, region, hostReference, active);
    }

    @Override
    public Map<String, String> fields() {
        return new Fields()
                .put("name", name)
                .put("email", email)
                .put("manager", manager)
                .put("region", region)
                .put("hostReference", hostReference)
                .put("active", active)
                .toMap();
    }

    /** Names it without what is personal, for logs. */
    @Override
    public String toString() {
        return "Representative[" + id + " v" + version + "]";
    }
}
