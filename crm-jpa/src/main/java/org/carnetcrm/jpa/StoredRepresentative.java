package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.input.Text;
import org.carnetcrm.representative.Representative;
import org.jspecify.annotations.Nullable;

/** A representative. */
@Entity(name = "CrmRepresentative")
@Table(name = "crm_representative")
class StoredRepresentative extends Row<Representative> {

    @EmbeddedId
    Key key;

    @Column(name = "name", length = Text.LINE, nullable = false)
    String name;

    @Column(name = "name_key", length = Text.FOLDED, nullable = false)
    String nameKey;

    @Column(name = "email", length = Text.LINE)
    @Nullable
    String email;

    @Column(name = "manager_id")
    @Nullable
    UUID manager;

    @Column(name = "region", length = Text.LINE)
    @Nullable
    String region;

    @Column(name = "host_reference", length = Text.REFERENCE)
    @Nullable
    String hostReference;

    @Column(name = "active", nullable = false)
    boolean active;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredRepresentative() {}

    @SuppressWarnings("NullAway.Init") // set fills the rest
    StoredRepresentative(TenantId tenant, Representative value) {
        this.key = new Key(tenant, value.id());
    }

    @Override
    void set(Representative value) {
        name = value.name();
        nameKey = Text.fold(value.name());
        email = value.email();
        manager = Convert.uuid(value.manager());
        region = value.region();
        hostReference = value.hostReference();
        active = value.active();
    }

    @Override
    Representative value() {
        return new Representative(
                new RepresentativeId(key.id),
                version(),
                name,
                email,
                Convert.id(manager, RepresentativeId::new),
                region,
                hostReference,
                active);
    }
}
