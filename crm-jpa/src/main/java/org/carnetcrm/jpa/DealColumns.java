package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.UUID;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.Classification;
import org.carnetcrm.opportunity.Figures;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.Parties;
import org.carnetcrm.opportunity.Stamp;
import org.carnetcrm.opportunity.Standing;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.opportunity.SuccessLevel;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a deal, the same in the row of the deal and in each of its revisions, so that what is asked of the
 * present is asked of the past in the same words. What sums and groups need stands here as the domain reckoned it.
 */
@Embeddable
class DealColumns {

    @Column(name = "subject", length = Text.LINE, nullable = false)
    String subject;

    @Column(name = "note", length = Text.PROSE)
    @Nullable
    String text;

    @Column(name = "relation_id", nullable = false)
    UUID relation;

    @Column(name = "contact_id")
    @Nullable
    UUID contact;

    @Column(name = "manager_id", nullable = false)
    UUID manager;

    @Column(name = "manager_chosen", nullable = false)
    boolean managerChosen;

    @Column(name = "stage", length = ChoiceId.CODE_LENGTH, nullable = false)
    String stage;

    @Column(name = "type", length = ChoiceId.CODE_LENGTH, nullable = false)
    String type;

    @Column(name = "category", length = ChoiceId.CODE_LENGTH)
    @Nullable
    String category;

    @Column(name = "business_line", length = ChoiceId.CODE_LENGTH)
    @Nullable
    String businessLine;

    @Column(name = "currency", length = Lengths.CURRENCY, nullable = false)
    String currency;

    @Column(name = "value_amount", precision = Lengths.AMOUNT, scale = Money.FRACTION_DIGITS)
    @Nullable
    BigDecimal value;

    @Column(name = "purchase_costs", precision = Lengths.AMOUNT, scale = Money.FRACTION_DIGITS, nullable = false)
    BigDecimal purchaseCosts;

    @Column(name = "minimum_target", precision = Lengths.AMOUNT, scale = Money.FRACTION_DIGITS)
    @Nullable
    BigDecimal minimumTarget;

    @Column(
            name = "probability",
            precision = Lengths.PROBABILITY,
            scale = Probability.FRACTION_DIGITS,
            nullable = false)
    BigDecimal probability;

    @Column(name = "probability_by_hand", nullable = false)
    boolean probabilityByHand;

    @Column(
            name = "probability_at_creation",
            precision = Lengths.PROBABILITY,
            scale = Probability.FRACTION_DIGITS,
            nullable = false)
    BigDecimal probabilityAtCreation;

    @Column(name = "started_on", nullable = false)
    LocalDate start;

    @Column(name = "expected_closing")
    @Nullable
    LocalDate expectedClosing;

    @Enumerated(EnumType.STRING)
    @Column(name = "standing", length = Lengths.CONSTANT, nullable = false)
    StandingKind standing;

    @Column(name = "closed_on")
    @Nullable
    LocalDate closedOn;

    @Column(name = "closing_code", length = ChoiceId.CODE_LENGTH)
    @Nullable
    String closingCode;

    @Column(name = "signed_total", precision = Lengths.AMOUNT, scale = Money.FRACTION_DIGITS)
    @Nullable
    BigDecimal signedTotal;

    @Column(name = "host_reference", length = Text.REFERENCE)
    @Nullable
    String hostReference;

    @Column(name = "effective_on", nullable = false)
    LocalDate effectiveOn;

    @Column(name = "recorded_at", nullable = false)
    Instant recordedAt;

    @Column(name = "opened_at", nullable = false)
    Instant openedAt;

    @Column(name = "stage_since", nullable = false)
    LocalDate stageSince;

    @Column(name = "weighted_total", precision = Lengths.AMOUNT, scale = Money.FRACTION_DIGITS)
    @Nullable
    BigDecimal total;

    @Enumerated(EnumType.STRING)
    @Column(name = "success_level", length = Lengths.CONSTANT, nullable = false)
    SuccessLevel successLevel;

    @Column(name = "days_to_closing")
    @Nullable
    Long daysToClosing;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected DealColumns() {}

    void set(Opportunity deal) {
        subject = deal.subject();
        text = deal.text();
        relation = deal.relation().value();
        contact = Convert.uuid(deal.parties().contact());
        manager = deal.manager().value();
        managerChosen = deal.parties().managerChosen();
        Classification classification = deal.classification();
        stage = classification.stage();
        type = classification.type();
        category = classification.category();
        businessLine = classification.businessLine();
        setFigures(deal);
        start = deal.horizon().start();
        expectedClosing = deal.horizon().expectedClosing();
        standing = deal.standing().kind();
        closedOn = deal.standing().closedOn();
        closingCode = deal.standing().closingCode();
        signedTotal = Convert.amount(deal.standing().signedTotal());
        hostReference = deal.hostReference();
        effectiveOn = deal.stamp().effectiveOn();
        recordedAt = deal.stamp().recordedAt();
        openedAt = deal.stamp().openedAt();
        stageSince = deal.stamp().stageSince();
    }

    private void setFigures(Opportunity deal) {
        Figures figures = deal.figures();
        currency = figures.currency().getCurrencyCode();
        value = Convert.amount(figures.value());
        purchaseCosts = figures.purchaseCosts().amount();
        minimumTarget = Convert.amount(figures.minimumTarget());
        probability = figures.probability().percent();
        probabilityByHand = figures.probabilityByHand();
        probabilityAtCreation = figures.probabilityAtCreation().percent();
        total = Convert.amount(deal.total());
        successLevel = SuccessLevel.of(deal.probability());
        OptionalLong days = deal.daysToClosing();
        daysToClosing = days.isPresent() ? (Long) days.getAsLong() : null;
    }

    Opportunity value(UUID id, int version) {
        return new Opportunity(
                new OpportunityId(id),
                version,
                subject,
                text,
                new Parties(
                        new RelationId(relation),
                        Convert.id(contact, ContactPersonId::new),
                        new RepresentativeId(manager),
                        managerChosen),
                new Classification(stage, type, category, businessLine),
                new Figures(
                        Convert.money(value, currency),
                        new Money(Currency.getInstance(currency), purchaseCosts),
                        Convert.money(minimumTarget, currency),
                        new Probability(probability),
                        probabilityByHand,
                        new Probability(probabilityAtCreation)),
                new Opportunity.Horizon(start, expectedClosing),
                standing(),
                hostReference,
                new Stamp(effectiveOn, recordedAt, openedAt, stageSince));
    }

    private Standing standing() {
        LocalDate closed = closedOn;
        if (closed == null) {
            return new Standing.InProgress();
        }
        return switch (standing) {
            case IN_PROGRESS -> new Standing.InProgress();
            case WON -> new Standing.Won(closed, Convert.money(signedTotal, currency));
            case LOST -> new Standing.Lost(closingCode == null ? "" : closingCode, closed);
            case ABANDONED -> new Standing.Abandoned(closingCode, closed);
        };
    }
}
