package org.carnetcrm.testkit;

import java.util.function.Function;
import org.carnetcrm.store.CrmStore;

/** How a test reaches a store: a unit of work at a time, thrown away when it fails. */
public interface Units {

    /** Does work in a unit of its own and gives its result; what the work throws comes out as it is. */
    <T> T inUnit(Function<CrmStore, T> work);

    /** Reaches a store that outlives every unit, such as the one in memory. */
    static Units of(CrmStore store) {
        return new Units() {
            @Override
            public <T> T inUnit(Function<CrmStore, T> work) {
                return work.apply(store);
            }
        };
    }
}
