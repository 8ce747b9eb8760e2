package org.carnetcrm.id;

import java.util.Map;

/**
 * A thing that is stored and changed as a whole: an immutable value with an id and a version.
 *
 * @param <A> the kind of aggregate itself
 */
public interface Aggregate<A extends Aggregate<A>> {

    /** Gives the id, which never changes. */
    Id id();

    /** Gives the version: 1 when it is made, and one more with each change. */
    int version();

    /** Gives the same value with another version. */
    A withVersion(int version);

    /**
     * Gives what a person may see changed, as texts by field name in a stable order; a field without a value is left
     * out. The audit and the fields of a conflict are differences of two such maps.
     */
    Map<String, String> fields();
}
