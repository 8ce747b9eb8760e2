package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.carnetcrm.id.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The row of a thing that has a version.
 *
 * @param <A> what it is the row of
 */
@MappedSuperclass
abstract class Row<A extends Aggregate<A>> {

    /** Missing until the row is inserted: that is how a provider knows a new row without asking the database. */
    @Version
    @Column(name = "version", nullable = false)
    @Nullable
    Integer version;

    /** The version that a new row begins with. */
    @Transient
    private int first;

    /** Takes over every field of a value but its version. */
    abstract void set(A value);

    /** Gives the value. */
    abstract A value();

    /** Says with which version a new row begins. */
    void beginWith(int version) {
        first = version;
    }

    /** Gives the version of a row that is stored. */
    int version() {
        return version == null ? first : version;
    }

    @PrePersist
    void begin() {
        version = first;
    }
}
