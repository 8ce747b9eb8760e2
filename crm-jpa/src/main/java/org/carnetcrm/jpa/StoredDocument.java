package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.jspecify.annotations.Nullable;

/** A business document, with the date on which it is to be chased. */
@Entity(name = "CrmDocument")
@Table(name = "crm_document")
class StoredDocument extends Row<BusinessDocument> {

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", length = Lengths.CONSTANT, nullable = false)
    DocumentKind kind;

    @Column(name = "document_number", length = BusinessDocument.NUMBER_LENGTH, nullable = false)
    String number;

    @Column(name = "relation_id", nullable = false)
    UUID relation;

    @Column(name = "document_date", nullable = false)
    LocalDate date;

    @Column(name = "amount", precision = Lengths.AMOUNT, scale = Money.FRACTION_DIGITS)
    @Nullable
    BigDecimal amount;

    @Column(name = "currency", length = Lengths.CURRENCY)
    @Nullable
    String currency;

    @Column(name = "chase_on")
    @Nullable
    LocalDate chaseOn;

    @Column(name = "closed_on")
    @Nullable
    LocalDate closedOn;

    @Column(name = "host_reference", length = Text.REFERENCE)
    @Nullable
    String hostReference;

    @Column(name = "last_ordinal", nullable = false)
    int lastOrdinal;

    @Column(name = "latest_id")
    @Nullable
    UUID latestId;

    @Column(name = "latest_on")
    @Nullable
    LocalDate latestOn;

    @Column(name = "latest_recorded_at")
    @Nullable
    Instant latestRecordedAt;

    @Column(name = "latest_by")
    @Nullable
    UUID latestBy;

    @Column(name = "latest_next_on")
    @Nullable
    LocalDate latestNextOn;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Column(name = "recorded_at", nullable = false)
    Instant recordedAt;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredDocument() {}

    @SuppressWarnings("NullAway.Init") // set fills the rest
    StoredDocument(TenantId tenant, BusinessDocument value) {
        this.key = new Key(tenant, value.id());
    }

    @Override
    void set(BusinessDocument value) {
        kind = value.kind();
        number = value.number();
        relation = value.relation().value();
        date = value.date();
        Money money = value.amount();
        amount = Convert.amount(money);
        currency = money == null ? null : money.currency().getCurrencyCode();
        chaseOn = value.chaseOn();
        closedOn = value.closedOn();
        hostReference = value.hostReference();
        lastOrdinal = value.trail().lastOrdinal();
        BusinessDocument.Latest latest = value.trail().latest();
        latestId = latest == null ? null : latest.id().value();
        latestOn = latest == null ? null : latest.date();
        latestRecordedAt = latest == null ? null : latest.recordedAt();
        latestBy = latest == null ? null : latest.by().value();
        latestNextOn = latest == null ? null : latest.nextOn();
        dueOn = value.dueOn();
        recordedAt = value.recordedAt();
    }

    @Override
    BusinessDocument value() {
        return new BusinessDocument(
                new DocumentId(key.id),
                version(),
                kind,
                number,
                new RelationId(relation),
                date,
                Convert.money(amount, currency),
                chaseOn,
                closedOn,
                hostReference,
                new BusinessDocument.Trail(lastOrdinal, latest()),
                recordedAt);
    }

    private BusinessDocument.@Nullable Latest latest() {
        return latestId == null || latestOn == null || latestRecordedAt == null || latestBy == null
                ? null
                : new BusinessDocument.Latest(
                        new FollowUpId(latestId),
                        latestOn,
                        latestRecordedAt,
                        new RepresentativeId(latestBy),
                        latestNextOn);
    }
}
