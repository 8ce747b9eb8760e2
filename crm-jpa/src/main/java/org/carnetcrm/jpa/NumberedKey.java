package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.id.UuidId;
import org.jspecify.annotations.Nullable;

/** The key of a row of a history: the tenant, whose history it is, the number there. */
@Embeddable
class NumberedKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "tenant_id", length = TenantId.LENGTH, nullable = false, updatable = false)
    String tenant;

    @Column(name = "id", nullable = false, updatable = false)
    UUID id;

    @Column(name = "number", nullable = false, updatable = false)
    int number;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected NumberedKey() {}

    NumberedKey(TenantId tenant, UuidId id, int number) {
        this.tenant = tenant.name();
        this.id = id.value();
        this.number = number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberedKey key
                && tenant.equals(key.tenant)
                && id.equals(key.id)
                && number == key.number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, id, number);
    }

    @Override
    public String toString() {
        return tenant + "/" + id + "/" + number;
    }
}
