package org.carnetcrm.opportunity;

import java.util.Objects;
import org.carnetcrm.id.OpportunityId;

/**
 * One of several deals to close, and what with.
 *
 * @param id the deal
 * @param version the version of the deal that the caller saw
 * @param draft what it is closed with
 */
public record Closing(OpportunityId id, int version, ClosingDraft draft) {

    /** Refuses missing parts. */
    public Closing {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(draft, "draft");
    }

    /** Makes the closing of a deal as the caller sees it. */
    public static Closing of(Opportunity seen, ClosingDraft draft) {
        return new Closing(seen.id(), seen.version(), draft);
    }
}
