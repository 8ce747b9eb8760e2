package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.Objects;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.ItemKind;
import org.carnetcrm.id.TenantId;
import org.jspecify.annotations.Nullable;

/** The key of a change on record: the tenant, the thing, the version that it came to. */
@Embeddable
class AuditKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "tenant_id", length = TenantId.LENGTH, nullable = false, updatable = false)
    String tenant;

    @Enumerated(EnumType.STRING)
    @Column(name = "item_kind", length = Lengths.CONSTANT, nullable = false, updatable = false)
    ItemKind kind;

    @Column(name = "item_id", length = Lengths.ID, nullable = false, updatable = false)
    String item;

    @Column(name = "version", nullable = false, updatable = false)
    int version;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected AuditKey() {}

    AuditKey(TenantId tenant, Id item, int version) {
        this.tenant = tenant.name();
        this.kind = item.kind();
        this.item = item.text();
        this.version = version;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuditKey key
                && tenant.equals(key.tenant)
                && kind == key.kind
                && item.equals(key.item)
                && version == key.version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, kind, item, version);
    }

    @Override
    public String toString() {
        return tenant + "/" + kind + "/" + item + "/" + version;
    }
}
