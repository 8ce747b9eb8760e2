package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.id.UuidId;
import org.jspecify.annotations.Nullable;

/** The key of a row: the tenant, then the id, so that each statement names its tenant. */
@Embeddable
class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "tenant_id", length = TenantId.LENGTH, nullable = false, updatable = false)
    String tenant;

    @Column(name = "id", nullable = false, updatable = false)
    UUID id;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected Key() {}

    Key(TenantId tenant, UuidId id) {
        this.tenant = tenant.name();
        this.id = id.value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && tenant.equals(key.tenant) && id.equals(key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, id);
    }

    @Override
    public String toString() {
        return tenant + "/" + id;
    }
}
