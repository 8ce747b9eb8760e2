package org.carnetcrm.reporting;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.reporting.Explanation.LeftOut;
import org.jspecify.annotations.Nullable;

/** The amounts of deals that reports sum: what deals add up to, what one deal gives, and which have nothing to give. */
enum DealAmount {
    VALUE(Measures::value, OpportunityRow::value, Measures::withoutValue, "withoutValue"),
    PURCHASE_COSTS(Measures::purchaseCosts, DealAmount::costs, Measures::withoutValue, "withoutValue"),
    NET(Measures::net, DealAmount::net, Measures::withoutValue, "withoutValue"),
    TOTAL(Measures::total, OpportunityRow::total, Measures::withoutValue, "withoutValue"),
    /** Of won deals. */
    SIGNED_TOTAL(
            Measures::signedTotal, OpportunityRow::signedTotal, Measures::withoutSignedTotal, "withoutSignedTotal"),
    /** Of deals that have one. */
    MINIMUM_TARGET(Measures::minimumTarget, OpportunityRow::minimumTarget, measures -> 0, "");

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final Function<Measures, Money> sum;

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final Function<OpportunityRow, @Nullable Money> part;

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final ToLongFunction<Measures> without;

    private final String leftOut;

    DealAmount(
            Function<Measures, Money> sum,
            Function<OpportunityRow, @Nullable Money> part,
            ToLongFunction<Measures> without,
            String leftOut) {
        this.sum = sum;
        this.part = part;
        this.without = without;
        this.leftOut = leftOut;
    }

    Money sum(Measured deals) {
        return sum.apply(deals.measures());
    }

    /** Gives what a deal gives to the sum, or nothing. */
    @Nullable
    Money of(OpportunityRow deal) {
        return part.apply(deal);
    }

    /** Gives how many deals have nothing to give. */
    long without(Measured deals) {
        return without.applyAsLong(deals.measures());
    }

    List<LeftOut> leftOut(Measured deals, Locale locale) {
        return LeftOut.of(leftOut, without(deals), locale);
    }

    private static @Nullable Money costs(OpportunityRow deal) {
        return deal.value() == null ? null : deal.purchaseCosts();
    }

    private static @Nullable Money net(OpportunityRow deal) {
        Money value = deal.value();
        return value == null ? null : value.minus(deal.purchaseCosts());
    }
}
