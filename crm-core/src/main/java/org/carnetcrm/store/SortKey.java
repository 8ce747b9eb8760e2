package org.carnetcrm.store;

import java.util.Comparator;
import java.util.UUID;
import org.carnetcrm.id.UuidId;

/** The place of a row in a list: its sort value, then its id. */
record SortKey<S extends Comparable<S>>(S sort, UUID id) {

    static <S extends Comparable<S>> Comparator<SortKey<S>> order() {
        return Comparator.<SortKey<S>, S>comparing(SortKey::sort).thenComparing(SortKey::id, UuidId.UUID_ORDER);
    }
}
