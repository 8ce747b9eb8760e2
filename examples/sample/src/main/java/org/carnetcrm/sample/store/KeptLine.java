package org.carnetcrm.sample.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line that was told while a book came about. */
@Entity
@Table(name = "sample_line")
class KeptLine {

    @EmbeddedId
    private Key key = new Key();

    @Column(name = "line", length = 4000, nullable = false)
    private String line = "";

    /** For the provider alone. */
    protected KeptLine() {}

    KeptLine(String tenant, String name, int number, String line) {
        key.tenant = tenant;
        key.name = name;
        key.number = number;
        this.line = line;
    }

    String line() {
        return line;
    }

    /** Where a line stands. */
    @Embeddable
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(name = "tenant_id", length = 40, nullable = false)
        private String tenant = "";

        @Column(name = "name", length = 40, nullable = false)
        private String name = "";

        @Column(name = "line_no", nullable = false)
        private int number;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && tenant.equals(key.tenant)
                    && name.equals(key.name)
                    && number == key.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenant, name, number);
        }
    }
}
