package org.carnetcrm.id;

import java.util.Comparator;
import java.util.UUID;

/**
 * An id over a UUID.
 *
 * <p>{@link #ORDER} is the order of ids everywhere: unsigned, byte by byte, as databases compare them. Java's own
 * comparison of UUIDs is signed and differs.
 */
public interface UuidId extends Id {

    /** The unsigned order of UUIDs, the same in memory and in each database. */
    Comparator<UUID> UUID_ORDER = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    /** The order of ids: by {@link #UUID_ORDER} of their values. */
    Comparator<UuidId> ORDER = Comparator.comparing(UuidId::value, UUID_ORDER);

    /** Gives the UUID. */
    UUID value();

    @Override
    default String text() {
        return value().toString();
    }
}
