package org.carnetcrm.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A view of the past: what was in effect on a date, as it was known at an instant.
 *
 * @param date the date; what took effect after it is left out
 * @param knownAt the instant; what was recorded after it is left out
 */
public record AsOf(LocalDate date, Instant knownAt) {

    /** Refuses missing parts. */
    public AsOf {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(knownAt, "knownAt");
    }

    /** Makes the view of a date, as it was known at an instant. */
    public static AsOf of(LocalDate date, Instant knownAt) {
        return new AsOf(date, knownAt);
    }

    /**
     * Gives the revision in effect, of those of one deal by number; nothing before the first, and nothing at all once the
     * deal is known to have been entered by mistake.
     */
    public Optional<OpportunityRevision> of(List<OpportunityRevision> revisions) {
        List<OpportunityRevision> seen = within(revisions);
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(seen.size() - 1));
    }

    /** Gives the revisions up to the one in effect, of those of one deal by number; none where {@link #of} gives none. */
    public List<OpportunityRevision> within(List<OpportunityRevision> revisions) {
        List<OpportunityRevision> seen = new ArrayList<>();
        for (OpportunityRevision revision : revisions) {
            if (revision.recordedAt().isAfter(knownAt)) {
                break;
            }
            if (revision.event() == Event.DISCARDED) {
                return List.of();
            }
            if (!revision.effectiveOn().isAfter(date)) {
                seen.add(revision);
            }
        }
        return List.copyOf(seen);
    }
}
