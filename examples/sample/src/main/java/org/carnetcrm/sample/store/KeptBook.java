package org.carnetcrm.sample.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of a book: an entity of the host's own, in the same persistence unit as those of the library. */
@Entity
@Table(name = "sample_book")
class KeptBook {

    @Id
    @Column(name = "tenant_id", length = 40, nullable = false)
    private String tenant = "";

    @Column(name = "name", length = 40, nullable = false)
    private String name = "";

    @Column(name = "state", length = 10, nullable = false)
    private String state = "BEGUN";

    /** For the provider alone. */
    protected KeptBook() {}

    KeptBook(String tenant, String name) {
        this.tenant = tenant;
        this.name = name;
    }

    String tenant() {
        return tenant;
    }

    String name() {
        return name;
    }

    boolean isWhole() {
        return state.equals("WHOLE");
    }

    void finish() {
        state = "WHOLE";
    }
}
