package org.carnetcrm.opportunity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Fields;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Dates;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A possible deal.
 *
 * <p>Its version is the number of its last revision. The {@code text} may hold secrets: it is never part of
 * {@link #toString}.
 *
 * @param id the id
 * @param version 1 when opened, and one more with each revision
 * @param subject what it is about, at most {@link Text#LINE} characters
 * @param text what matters for signing, at most {@link Text#PROSE} characters
 * @param parties who it is between
 * @param classification where it belongs
 * @param figures what it is worth
 * @param horizon when it started and is expected to close
 * @param standing where it stands
 * @param hostReference how the host knows it; unique within the tenant
 * @param stamp the bookkeeping of the last revision
 */
public record Opportunity(
        OpportunityId id,
        int version,
        String subject,
        @Nullable String text,
        Parties parties,
        Classification classification,
        Figures figures,
        Horizon horizon,
        Standing standing,
        @Nullable String hostReference,
        Stamp stamp)
        implements Aggregate<Opportunity>, HostReferenced {

    /** Refuses what the {@linkplain Text rules for texts} refuse, and a signature before the start. */
    public Opportunity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(parties, "parties");
        Objects.requireNonNull(classification, "classification");
        Objects.requireNonNull(stamp, "stamp");
        Text.requireLine("subject", subject, Text.LINE);
        Text.requireProseOrNone("text", text, Text.PROSE);
        Text.requireLineOrNone("hostReference", hostReference, Text.REFERENCE);
        Figures.require(standing.signedTotal(), figures.currency());
        LocalDate closedOn = standing.closedOn();
        if (standing.kind() == StandingKind.WON && closedOn != null && closedOn.isBefore(horizon.start())) {
            throw InvalidException.of(
                    Problem.of("on", closedOn, "deal.signedBeforeStart").with("start", horizon.start()));
        }
    }

    /**
     * When a deal started and is expected to close.
     *
     * @param start the start date
     * @param expectedClosing the expected date of closing, not before the start; may be missing
     */
    public record Horizon(LocalDate start, @Nullable LocalDate expectedClosing) {

        /** Refuses an expected closing before the start, as a problem of {@code expectedClosing}. */
        public Horizon {
            Dates.require("start", start);
            Dates.requireOrNone("expectedClosing", expectedClosing);
            if (expectedClosing != null && expectedClosing.isBefore(start)) {
                throw InvalidException.of(Problem.of("expectedClosing", expectedClosing, "deal.expectedBeforeStart")
                        .with("start", start));
            }
        }
    }

    /** Gives the relation that it is for. */
    public RelationId relation() {
        return parties.relation();
    }

    /** Gives the representative who manages it. */
    public RepresentativeId manager() {
        return parties.manager();
    }

    /** Gives the code of the stage. */
    public String stage() {
        return classification.stage();
    }

    /** Gives the potential amount, or nothing. */
    public @Nullable Money value() {
        return figures.value();
    }

    /** Tells whether it is in progress. */
    public boolean isOpen() {
        return !standing.kind().isClosed();
    }

    /** Gives the probability that counts: 100 for won, 0 for lost and abandoned, else that of the open deal. */
    public Probability probability() {
        return standing.kind().probability(figures.probability());
    }

    /**
     * Gives (value − purchase costs) × the probability that counts, HALF_UP to the minor unit of the currency; negative
     * when the costs are above the value, and nothing without a value.
     */
    public @Nullable Money total() {
        return figures.total(probability());
    }

    /** Tells whether the costs are above the value, so that the total is flagged. */
    public boolean isBelowCosts() {
        Money net = figures.net();
        return net != null && net.isNegative();
    }

    /** Gives the days from the start to the closing; nothing for an open deal. */
    public OptionalLong daysToClosing() {
        LocalDate closedOn = standing.closedOn();
        return closedOn == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(horizon.start(), closedOn));
    }

    /** Tells whether it is open and was expected to close before a date. */
    public boolean isOverdue(LocalDate today) {
        LocalDate expected = horizon.expectedClosing();
        return isOpen() && expected != null && expected.isBefore(today);
    }

    /** Gives the deal with another standing; refuses one that may not follow, as a problem of {@code standing}. */
    public Opportunity become(Standing next) {
        if (!standing.kind().next().contains(next.kind())) {
            throw InvalidException.of(
                    Problem.of("standing", next.kind(), "deal.transition").with("from", standing.kind()));
        }
        return withStanding(next);
    }

    /** Gives the closed deal with a corrected code or signed total; the kind and the date stay. */
    public Opportunity corrected(Standing same) {
        if (same.kind() != standing.kind() || !Objects.equals(same.closedOn(), standing.closedOn())) {
            throw InvalidException.of(
                    Problem.of("standing", same.kind(), "deal.transition").with("from", standing.kind()));
        }
        return withStanding(same);
    }

    /** Gives the deal managed by another representative, chosen by a person. */
    public Opportunity managedBy(RepresentativeId representative) {
        Parties changed = new Parties(parties.relation(), parties.contact(), representative, true);
        return new Opportunity(
                id, version, subject, text, changed, classification, figures, horizon, standing, hostReference, stamp);
    }

    /** Gives the deal as its next revision. */
    public Opportunity revised(int version, Stamp stamp) {
        return new Opportunity(
                id, version, subject, text, parties, classification, figures, horizon, standing, hostReference, stamp);
    }

    @Override
    public Opportunity withVersion(int version) {
        return revised(version, stamp);
    }

    @Override
    public Map<String, String> fields() {
        return new Fields()
                .put("subject", subject)
                .put("text", text)
                .put("relation", parties.relation())
                .put("contact", parties.contact())
                .put("manager", parties.manager())
                .put("managerChosen", parties.managerChosen())
                .put("stage", classification.stage())
                .put("type", classification.type())
                .put("category", classification.category())
                .put("businessLine", classification.businessLine())
                .put("value", figures.value())
                .put("purchaseCosts", figures.purchaseCosts())
                .put("minimumTarget", figures.minimumTarget())
                .put("probability", figures.probability())
                .put("probabilityByHand", figures.probabilityByHand())
                .put("probabilityAtCreation", figures.probabilityAtCreation())
                .put("start", horizon.start())
                .put("expectedClosing", horizon.expectedClosing())
                .put("standing", standing.kind())
                .put("closedOn", standing.closedOn())
                .put("closingCode", standing.closingCode())
                .put("signedTotal", standing.signedTotal())
                .put("hostReference", hostReference)
                .toMap();
    }

    /** Names the deal; its text stays out. */
    @Override
    public String toString() {
        return "Opportunity[" + id + " v" + version + " " + standing.kind() + " " + stage() + " " + total() + "]";
    }

    private Opportunity withStanding(Standing changed) {
        return new Opportunity(
                id, version, subject, text, parties, classification, figures, horizon, changed, hostReference, stamp);
    }
}
