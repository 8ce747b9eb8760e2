package org.carnetcrm.store;

import java.util.Comparator;
import java.util.UUID;
import org.carnetcrm.id.UuidId;

/** The place of a row in a list: its sort value, then its id. */
record SortKey<S extends Comparable<S>>(S sort, UUID id) {

    /** Written out, for it is asked twenty times and more for each thing that is put among a million. */
    static <S extends Comparable<S>> Comparator<SortKey<S>> order() {
        return (one, other) -> {
            int order = one.sort.compareTo(other.sort);
            return order != 0 ? order : UuidId.UUID_ORDER.compare(one.id, other.id);
        };
    }
}
