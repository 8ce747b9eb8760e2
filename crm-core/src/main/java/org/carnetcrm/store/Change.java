package org.carnetcrm.store;

import java.util.Map;
import java.util.Objects;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.jspecify.annotations.Nullable;

/**
 * One thing before and after a command; one of the two may be missing.
 *
 * @param before the value that the command read; missing when the thing is new
 * @param after the value that it becomes, with the next version; missing when it is removed
 * @param seen whether the caller named the version, so that a conflict is the caller's to solve
 */
public record Change(
        @Nullable Aggregate<?> before, @Nullable Aggregate<?> after, boolean seen) {

    /** Refuses a change of nothing into nothing, and one of one thing into another. */
    public Change {
        if (before == null ? after == null : after != null && !before.id().equals(after.id())) {
            throw new IllegalArgumentException("a change is of one thing: " + id(before) + ", " + id(after));
        }
    }

    /** Gives the id of the thing. */
    public Id id() {
        return Objects.requireNonNull(id(after != null ? after : before));
    }

    /** Gives the version before, and 0 for a new thing. */
    public int version() {
        return before == null ? 0 : before.version();
    }

    /** Gives the fields of a value; none for a missing one. */
    public static Map<String, String> fields(@Nullable Aggregate<?> value) {
        return value == null ? Map.of() : value.fields();
    }

    private static @Nullable Id id(@Nullable Aggregate<?> value) {
        return value == null ? null : value.id();
    }
}
