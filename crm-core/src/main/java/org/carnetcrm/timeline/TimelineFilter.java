package org.carnetcrm.timeline;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.carnetcrm.id.UuidId;

/**
 * Which entries of a timeline to list.
 *
 * @param subject the relation or the deal whose timeline it is
 * @param kinds the kinds of entries
 * @param adminOnlyToo whether notes for administrators only are listed too
 */
public record TimelineFilter(UuidId subject, Set<TimelineKind> kinds, boolean adminOnlyToo) {

    /** Keeps the kinds unmodifiable; no kind at all stands for every kind. */
    public TimelineFilter {
        Set<TimelineKind> given = kinds.isEmpty() ? EnumSet.allOf(TimelineKind.class) : EnumSet.copyOf(kinds);
        kinds = Collections.unmodifiableSet(given);
    }

    /** Gives whatever everybody sees of a relation or a deal. */
    public static TimelineFilter of(UuidId subject, TimelineKind... kinds) {
        return new TimelineFilter(subject, Set.copyOf(List.of(kinds)), false);
    }

    /** Lists notes for administrators only too, or leaves them out. */
    public TimelineFilter withAdminOnly(boolean too) {
        return new TimelineFilter(subject, kinds, too);
    }

    /** Tells whether an entry is listed. */
    public boolean matches(TimelineEntry entry) {
        return (adminOnlyToo || !entry.adminOnly()) && kinds.contains(entry.kind());
    }
}
