package org.carnetcrm.id;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thing that the host may know by a reference of its own, unique among the things of its kind and tenant. */
public interface HostReferenced {

    /** The space of things that administrators alone know of: a blank, with which no reference begins. */
    String ADMIN_ONLY_SPACE = " ";

    /** Every space of references. */
    List<String> SPACES = List.of("", ADMIN_ONLY_SPACE);

    /** Gives the id. */
    Id id();

    /** Gives the host's reference, or nothing. */
    @Nullable
    String hostReference();

    /**
     * Gives the space within which the reference is unique among the things of the kind; empty for most. Things that some
     * actors must not know of have a space of their own, or a refused reference would betray them.
     */
    default String referenceSpace() {
        return "";
    }
}
