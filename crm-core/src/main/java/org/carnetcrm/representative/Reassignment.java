package org.carnetcrm.representative;

import java.util.Objects;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Who takes over what from a representative who leaves; what nobody takes over stays.
 *
 * @param leaver who leaves
 * @param relations who follows their relations from now on
 * @param actions who carries out their planned actions
 * @param reminders who has their open reminders
 * @param opportunities who manages their open deals
 */
public record Reassignment(
        RepresentativeId leaver,
        @Nullable RepresentativeId relations,
        @Nullable RepresentativeId actions,
        @Nullable RepresentativeId reminders,
        @Nullable RepresentativeId opportunities) {

    /** Refuses a missing leaver. */
    public Reassignment {
        Objects.requireNonNull(leaver, "leaver");
    }

    /** Gives everything to one successor. */
    public static Reassignment of(RepresentativeId leaver, RepresentativeId successor) {
        return new Reassignment(leaver, successor, successor, successor, successor);
    }

    /** Gives the relations to another. */
    public Reassignment relations(@Nullable RepresentativeId successor) {
        return new Reassignment(leaver, successor, actions, reminders, opportunities);
    }

    /** Gives the planned actions to another. */
    public Reassignment actions(@Nullable RepresentativeId successor) {
        return new Reassignment(leaver, relations, successor, reminders, opportunities);
    }

    /** Gives the open reminders to another. */
    public Reassignment reminders(@Nullable RepresentativeId successor) {
        return new Reassignment(leaver, relations, actions, successor, opportunities);
    }

    /** Gives the open deals to another. */
    public Reassignment opportunities(@Nullable RepresentativeId successor) {
        return new Reassignment(leaver, relations, actions, reminders, successor);
    }

    /**
     * How much changed hands.
     *
     * @param relations how many relations
     * @param actions how many planned actions
     * @param reminders how many open reminders
     * @param opportunities how many open deals
     */
    public record Counts(int relations, int actions, int reminders, int opportunities) {}
}
