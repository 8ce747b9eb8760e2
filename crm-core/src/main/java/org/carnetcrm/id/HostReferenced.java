package org.carnetcrm.id;

import org.jspecify.annotations.Nullable;

/** A thing that the host may know by a reference of its own, unique among the things of its kind and tenant. */
public interface HostReferenced {

    /** Gives the id. */
    Id id();

    /** Gives the host's reference, or nothing. */
    @Nullable
    String hostReference();
}
