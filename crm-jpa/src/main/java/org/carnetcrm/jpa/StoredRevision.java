package org.carnetcrm.jpa;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.StandingKind;
import org.jspecify.annotations.Nullable;

/**
 * A deal after one of its changes. The dates of the next revision and of the discarding are set later, each once, so that
 * a view of the past is one flat condition.
 */
@Entity(name = "CrmOpportunityRevision")
@Table(name = "crm_opportunity_revision")
class StoredRevision {

    @EmbeddedId
    @AttributeOverride(name = "id", column = @Column(name = "opportunity_id", nullable = false, updatable = false))
    NumberedKey key;

    @Embedded
    DealColumns deal = new DealColumns();

    @Column(name = "recorded_by")
    @Nullable
    UUID by;

    @Enumerated(EnumType.STRING)
    @Column(name = "event", length = Lengths.CONSTANT, nullable = false)
    Event event;

    @Column(name = "because", length = Text.LINE)
    @Nullable
    String because;

    @Column(name = "previous_currency", length = Lengths.CURRENCY)
    @Nullable
    String previousCurrency;

    @Column(name = "previous_value", precision = Lengths.AMOUNT, scale = Money.FRACTION_DIGITS)
    @Nullable
    BigDecimal previousValue;

    @Column(name = "previous_total", precision = Lengths.AMOUNT, scale = Money.FRACTION_DIGITS)
    @Nullable
    BigDecimal previousTotal;

    @Column(name = "previous_stage", length = ChoiceId.CODE_LENGTH)
    @Nullable
    String previousStage;

    @Enumerated(EnumType.STRING)
    @Column(name = "previous_standing", length = Lengths.CONSTANT)
    @Nullable
    StandingKind previousStanding;

    @Column(name = "days_in_stage")
    @Nullable
    Long daysInStage;

    @Column(name = "next_effective_on")
    @Nullable
    LocalDate nextEffectiveOn;

    @Column(name = "next_recorded_at")
    @Nullable
    Instant nextRecordedAt;

    @Column(name = "discarded_at")
    @Nullable
    Instant discardedAt;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredRevision() {}

    StoredRevision(TenantId tenant, OpportunityRevision value) {
        key = new NumberedKey(tenant, value.deal().id(), value.number());
        deal.set(value.deal());
        by = Convert.uuid(value.by());
        event = value.event();
        because = value.because();
        OpportunityRevision.Previous previous = value.previous();
        if (previous != null) {
            Money known = previous.value() != null ? previous.value() : previous.total();
            previousCurrency = known == null ? null : known.currency().getCurrencyCode();
            previousValue = Convert.amount(previous.value());
            previousTotal = Convert.amount(previous.total());
            previousStage = previous.stage();
            previousStanding = previous.standing();
            daysInStage = previous.daysInStage();
        }
        discardedAt = event == Event.DISCARDED ? value.recordedAt() : null;
    }

    OpportunityRevision value() {
        return new OpportunityRevision(
                deal.value(key.id, key.number), Convert.who(by), event, because, previous(), next());
    }

    private OpportunityRevision.@Nullable Previous previous() {
        return previousStage == null || previousStanding == null
                ? null
                : new OpportunityRevision.Previous(
                        Convert.money(previousValue, previousCurrency),
                        Convert.money(previousTotal, previousCurrency),
                        previousStage,
                        previousStanding,
                        daysInStage);
    }

    private OpportunityRevision.@Nullable Next next() {
        return nextEffectiveOn == null || nextRecordedAt == null
                ? null
                : new OpportunityRevision.Next(nextEffectiveOn, nextRecordedAt);
    }
}
