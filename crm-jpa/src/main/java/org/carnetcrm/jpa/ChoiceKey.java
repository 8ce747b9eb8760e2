package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.Objects;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.id.TenantId;
import org.jspecify.annotations.Nullable;

/** The key of a choice: the tenant, the list, the code. */
@Embeddable
class ChoiceKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "tenant_id", length = TenantId.LENGTH, nullable = false, updatable = false)
    String tenant;

    @Enumerated(EnumType.STRING)
    @Column(name = "list", length = Lengths.CONSTANT, nullable = false, updatable = false)
    ChoiceKind list;

    @Column(name = "code", length = ChoiceId.CODE_LENGTH, nullable = false, updatable = false)
    String code;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected ChoiceKey() {}

    ChoiceKey(TenantId tenant, ChoiceId id) {
        this.tenant = tenant.name();
        this.list = id.list();
        this.code = id.code();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChoiceKey key && tenant.equals(key.tenant) && list == key.list && code.equals(key.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, list, code);
    }

    @Override
    public String toString() {
        return tenant + "/" + list + "/" + code;
    }
}
