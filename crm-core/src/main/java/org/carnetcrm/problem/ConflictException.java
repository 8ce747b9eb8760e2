package org.carnetcrm.problem;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Id;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else changed the same thing first; nothing of the command was done.
 *
 * <p>A stale version that is seen on reading carries the present value and the fields that others changed since; a
 * conflict that only the write finds carries the id and the version.
 */
public final class ConflictException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient Id id;
    private final int version;
    private final transient @Nullable Aggregate<?> present;
    private final transient SortedSet<String> fields;
    private final boolean retryable;

    private ConflictException(
            String key,
            Id id,
            int version,
            @Nullable Aggregate<?> present,
            SortedSet<String> fields,
            boolean retryable,
            Map<String, String> arguments,
            @Nullable Throwable cause) {
        super(key, arguments, cause);
        this.id = id;
        this.version = version;
        this.present = present;
        this.fields = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        this.retryable = retryable;
    }

    /** The caller holds another version than the present one: an older one, or one that there is not yet. */
    public static ConflictException stale(int version, Aggregate<?> present, SortedSet<String> fields) {
        String older = fields.isEmpty() ? "conflict.staleUnseen" : "conflict.stale";
        return new ConflictException(
                version > present.version() ? "conflict.unknownVersion" : older,
                present.id(),
                version,
                present,
                fields,
                false,
                Map.of(
                        "kind", present.id().kind().name(),
                        "id", present.id().text(),
                        "version", Integer.toString(version),
                        "present", Integer.toString(present.version()),
                        "fields", String.join(", ", fields)),
                null);
    }

    /**
     * The write found another version than the command had read. It is retryable when the caller never saw the thing:
     * then running the command again may succeed.
     */
    public static ConflictException onWrite(Id id, int version, boolean retryable) {
        return onWrite(id, version, retryable, null);
    }

    /** Makes, like {@link #onWrite(Id, int, boolean)}, a conflict with what the database or its provider said. */
    public static ConflictException onWrite(Id id, int version, boolean retryable, @Nullable Throwable cause) {
        return new ConflictException(
                "conflict.onWrite",
                id,
                version,
                null,
                new TreeSet<>(),
                retryable,
                Map.of("kind", id.kind().name(), "id", id.text(), "version", Integer.toString(version)),
                cause);
    }

    /** Gives the thing that others changed. */
    public Id id() {
        return id;
    }

    /** Gives the version that the command went out from. */
    public int version() {
        return version;
    }

    /** Gives the present value, when it was read. */
    public Optional<Aggregate<?>> present() {
        return Optional.ofNullable(present);
    }

    /** Gives the names of the fields that others changed since, in alphabetical order; empty when not known. */
    public SortedSet<String> fields() {
        return fields;
    }

    /** Tells whether the same command, run again as it is, may succeed. */
    public boolean retryable() {
        return retryable;
    }
}
