package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/** A follow-up of a document. */
@Entity(name = "CrmFollowUp")
@Table(name = "crm_follow_up")
class StoredFollowUp extends Row<FollowUp> {

    @EmbeddedId
    Key key;

    @Column(name = "document_id", nullable = false)
    UUID document;

    @Column(name = "relation_id", nullable = false)
    UUID relation;

    @Column(name = "ordinal", nullable = false)
    int ordinal;

    @Column(name = "made_by", nullable = false)
    UUID by;

    @Column(name = "made_on", nullable = false)
    LocalDate date;

    @Column(name = "next_on")
    @Nullable
    LocalDate nextOn;

    @Column(name = "channel", length = ChoiceId.CODE_LENGTH)
    @Nullable
    String channel;

    @Column(name = "note", length = Text.PROSE)
    @Nullable
    String note;

    @Column(name = "recorded_at", nullable = false)
    Instant recordedAt;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredFollowUp() {}

    @SuppressWarnings("NullAway.Init") // set fills the rest
    StoredFollowUp(TenantId tenant, FollowUp value) {
        this.key = new Key(tenant, value.id());
    }

    @Override
    void set(FollowUp value) {
        document = value.document().value();
        relation = value.relation().value();
        ordinal = value.ordinal();
        by = value.by().value();
        date = value.date();
        nextOn = value.nextOn();
        channel = value.channel();
        note = value.note();
        recordedAt = value.recordedAt();
    }

    @Override
    FollowUp value() {
        return new FollowUp(
                new FollowUpId(key.id),
                version(),
                new DocumentId(document),
                new RelationId(relation),
                ordinal,
                new RepresentativeId(by),
                date,
                nextOn,
                channel,
                note,
                recordedAt);
    }
}
