package org.carnetcrm.sample.store;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carnetcrm.Crm;
import org.carnetcrm.Setup;
import org.carnetcrm.store.InMemoryStore;

/** Books that are there as long as the process. Each opening is of a new one. */
final class MemoryStorage implements Storage {

    @Override
    public Book open(String name, Setup setup) {
        return new MemoryBook(name, Crm.over(setup, new InMemoryStore()));
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }

    private static final class MemoryBook extends Book {

        private final Crm crm;
        private boolean whole;
        private Map<String, List<String>> told = Map.of();

        MemoryBook(String tenant, Crm crm) {
            super(tenant);
            this.crm = crm;
        }

        @Override
        public boolean isWhole() {
            return whole;
        }

        @Override
        public <T> T unit(Function<Crm, T> work) {
            return work.apply(crm);
        }

        @Override
        public void finish(Map<String, List<String>> told) {
            this.told = Map.copyOf(told);
            whole = true;
        }

        @Override
        public List<String> told(String name) {
            return told.getOrDefault(name, List.of());
        }
    }
}
