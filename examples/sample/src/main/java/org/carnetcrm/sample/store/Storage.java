package org.carnetcrm.sample.store;

import org.carnetcrm.Setup;
import org.jspecify.annotations.Nullable;

/** Where books are kept. */
public interface Storage extends AutoCloseable {

    /** What stands for the storage in memory, in the place of a JDBC URL. */
    String MEMORY = "memory";

    /** Gives the storage in memory, which forgets. */
    static Storage inMemory() {
        return new MemoryStorage();
    }

    /** Tells whether there are tables for the database of a JDBC URL. */
    static boolean knows(String url) {
        return Tables.knows(url);
    }

    /** Gives the storage in memory, or that of the database behind a JDBC URL, whose tables are made when there are none. */
    static Storage at(String place, @Nullable String user, @Nullable String password) {
        return place.equals(MEMORY) ? inMemory() : DatabaseStorage.at(place, user, password);
    }

    /**
     * Opens the book of a name: the one that is whole, or a new and empty one. What a run left that did not come to its
     * end is in a book that nobody opens again.
     */
    Book open(String name, Setup setup);

    @Override
    void close();
}
