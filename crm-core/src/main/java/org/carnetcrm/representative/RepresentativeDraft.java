package org.carnetcrm.representative;

import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Line;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a representative is added or changed with: the whole form, in which a missing value clears.
 *
 * @param name the name; required
 * @param email the e-mail address
 * @param manager the representative above
 * @param region the region or office
 * @param hostReference how the host knows the representative
 * @param active whether offered for new work
 */
public record RepresentativeDraft(
        @Line(required = true) @Nullable String name,
        @Line @Nullable String email,
        @Nullable RepresentativeId manager,
        @Line @Nullable String region,
        @Line(max = Text.REFERENCE) @Nullable String hostReference,
        boolean active) {

    /** Makes a draft of an active representative. */
    public static RepresentativeDraft named(String name) {
        return new RepresentativeDraft(name, null, null, null, null, true);
    }

    /** Makes a draft that changes nothing yet. */
    public static RepresentativeDraft from(Representative present) {
        return new RepresentativeDraft(
                present.name(),
                present.email(),
                present.manager(),
                present.region(),
                present.hostReference(),
                present.active());
    }

    /** Gives the draft with a name. */
    public RepresentativeDraft name(@Nullable String name) {
        return new RepresentativeDraft(name, email, manager, region, hostReference, active);
    }

    /** Gives the draft with an e-mail address. */
    public RepresentativeDraft email(@Nullable String email) {
        return new RepresentativeDraft(name, email, manager, region, hostReference, active);
    }

    /** Gives the draft with a manager. */
    public RepresentativeDraft manager(@Nullable RepresentativeId manager) {
        return new RepresentativeDraft(name, email, manager, region, hostReference, active);
    }

    /** Gives the draft with a region. */
    public RepresentativeDraft region(@Nullable String region) {
        return new RepresentativeDraft(name, email, manager, region, hostReference, active);
    }

    /** Gives the draft with the host's reference. */
    public RepresentativeDraft hostReference(@Nullable String hostReference) {
        return new RepresentativeDraft(name, email, manager, region, hostReference, active);
    }

    /** Gives the draft offered for new work or not. */
    public RepresentativeDraft active(boolean active) {
        return new RepresentativeDraft(name, email, manager, region, hostReference, active);
    }

    /** Builds the representative; the draft has passed its checks. */
    public Representative build(RepresentativeId id, int version) {
        String clean = Text.clean(name);
        if (clean == null) {
            throw new IllegalArgumentException("the name is required");
        }
        return new Representative(
                id, version, clean, Text.clean(email), manager, Text.clean(region), Text.clean(hostReference), active);
    }
}
