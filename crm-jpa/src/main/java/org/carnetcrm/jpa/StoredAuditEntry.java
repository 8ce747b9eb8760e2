package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.TenantId;
import org.jspecify.annotations.Nullable;

/** A change of a thing on record. */
@Entity(name = "CrmAuditEntry")
@Table(name = "crm_audit_entry")
class StoredAuditEntry {

    @EmbeddedId
    AuditKey key;

    @Column(name = "recorded_by", updatable = false)
    @Nullable
    UUID by;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    Instant recordedAt;

    @Column(name = "changes", length = Lengths.CHANGES, nullable = false, updatable = false)
    String changes;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredAuditEntry() {}

    StoredAuditEntry(TenantId tenant, AuditEntry value) {
        key = new AuditKey(tenant, value.item(), value.version());
        by = Convert.uuid(value.who());
        recordedAt = value.recordedAt();
        changes = FieldChanges.write(value.changes());
    }

    AuditEntry value(Id item) {
        return new AuditEntry(item, key.version, Convert.who(by), recordedAt, FieldChanges.read(changes));
    }
}
