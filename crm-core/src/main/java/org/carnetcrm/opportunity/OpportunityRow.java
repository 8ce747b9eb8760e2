package org.carnetcrm.opportunity;

import java.time.LocalDate;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.jspecify.annotations.Nullable;

/**
 * A deal as a list shows it.
 *
 * @param id the id
 * @param version the version
 * @param subject the subject
 * @param relation the relation
 * @param relationName its name
 * @param manager the representative who manages it
 * @param managerName the name of that representative
 * @param stage the code of the stage
 * @param stageSince the date since when it is in that stage
 * @param standing the standing
 * @param value the value
 * @param purchaseCosts the purchase costs, in the currency of the deal even when it has no value
 * @param probability the probability that counts
 * @param total the weighted total
 * @param signedTotal the signed total
 * @param start the start date
 * @param expectedClosing the expected date of closing
 * @param closedOn the date of closing
 * @param hostReference how the host knows it
 */
public record OpportunityRow(
        OpportunityId id,
        int version,
        String subject,
        RelationId relation,
        String relationName,
        RepresentativeId manager,
        String managerName,
        String stage,
        LocalDate stageSince,
        StandingKind standing,
        @Nullable Money value,
        Money purchaseCosts,
        Probability probability,
        @Nullable Money total,
        @Nullable Money signedTotal,
        LocalDate start,
        @Nullable LocalDate expectedClosing,
        @Nullable LocalDate closedOn,
        @Nullable String hostReference) {

    /** Makes the row of a deal. */
    public static OpportunityRow of(OpportunityDimension.Subject subject) {
        Opportunity deal = subject.deal();
        return new OpportunityRow(
                deal.id(),
                deal.version(),
                deal.subject(),
                deal.relation(),
                subject.relation().name(),
                deal.manager(),
                subject.manager().name(),
                deal.stage(),
                deal.stamp().stageSince(),
                deal.standing().kind(),
                deal.value(),
                deal.figures().purchaseCosts(),
                deal.probability(),
                deal.total(),
                deal.standing().signedTotal(),
                deal.horizon().start(),
                deal.horizon().expectedClosing(),
                deal.standing().closedOn(),
                deal.hostReference());
    }
}
