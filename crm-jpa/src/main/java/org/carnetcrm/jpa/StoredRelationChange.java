package org.carnetcrm.jpa;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.RelationChange;
import org.jspecify.annotations.Nullable;

/** A row of the history of a relation. */
@Entity(name = "CrmRelationChange")
@Table(name = "crm_relation_change")
class StoredRelationChange {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "relation_id", nullable = false, updatable = false))
    NumberedKey key;

    @Enumerated(EnumType.STRING)
    @Column(name = "aspect", length = Lengths.CONSTANT, nullable = false, updatable = false)
    Aspect aspect;

    @Column(name = "from_code", length = ChoiceId.CODE_LENGTH, updatable = false)
    @Nullable
    String from;

    @Column(name = "to_code", length = ChoiceId.CODE_LENGTH, updatable = false)
    @Nullable
    String to;

    @Column(name = "effective_on", nullable = false, updatable = false)
    LocalDate effectiveOn;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    Instant recordedAt;

    @Column(name = "recorded_by", updatable = false)
    @Nullable
    UUID by;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", length = Lengths.CONSTANT, nullable = false, updatable = false)
    RelationChange.Kind kind;

    @Column(name = "action_id", updatable = false)
    @Nullable
    UUID action;

    @Column(name = "replaces_number", updatable = false)
    @Nullable
    Integer replaces;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredRelationChange() {}

    StoredRelationChange(TenantId tenant, RelationChange value) {
        key = new NumberedKey(tenant, value.relation(), value.number());
        aspect = value.aspect();
        from = value.from();
        to = value.to();
        effectiveOn = value.effectiveOn();
        recordedAt = value.recordedAt();
        by = Convert.uuid(value.by());
        kind = value.kind();
        action = Convert.uuid(value.action());
        replaces = value.replaces();
    }

    RelationChange value() {
        return new RelationChange(
                new RelationId(key.id),
                key.number,
                aspect,
                from,
                to,
                effectiveOn,
                recordedAt,
                Convert.who(by),
                kind,
                Convert.id(action, ActionId::new),
                replaces);
    }
}
