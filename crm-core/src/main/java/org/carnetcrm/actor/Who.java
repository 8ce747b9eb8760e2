package org.carnetcrm.actor;

import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Who did something: a representative, or the system itself.
 *
 * @param representative the representative; missing when it was the system
 */
public record Who(@Nullable RepresentativeId representative) {

    /** The host's own processes: set-up, imports, nightly jobs. It has every permission. */
    public static final Who SYSTEM = new Who(null);

    /** Names a representative. */
    public static Who of(RepresentativeId representative) {
        return new Who(representative);
    }

    /** Tells whether it is the system. */
    public boolean isSystem() {
        return representative == null;
    }

    /** Gives the representative's id as text, or {@code SYSTEM}. */
    @Override
    public String toString() {
        return representative == null ? "SYSTEM" : representative.text();
    }
}
