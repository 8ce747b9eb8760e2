package org.carnetcrm.opportunity;

import java.util.Currency;
import org.carnetcrm.money.Money;

/**
 * What deals of one currency add up to. All parts are additive.
 *
 * @param count how many deals
 * @param withoutValue how many of them have no value
 * @param value the sum of the values
 * @param purchaseCosts the purchase costs of the deals that have a value, so that net is always value − purchase costs
 * @param purchaseCostsWithoutValue the purchase costs of the deals that have none
 * @param total the sum of the weighted totals, each rounded on its own
 * @param signedTotal the sum of the signed totals
 * @param withoutSignedTotal how many won deals have no signed total
 * @param days the days from start to closing of the closed deals
 * @param minimumTarget the sum of the minimum targets
 */
public record Measures(
        long count,
        long withoutValue,
        Money value,
        Money purchaseCosts,
        Money purchaseCostsWithoutValue,
        Money total,
        Money signedTotal,
        long withoutSignedTotal,
        long days,
        Money minimumTarget) {

    /** Gives the measures of no deal at all. */
    public static Measures none(Currency currency) {
        Money zero = Money.zero(currency);
        return new Measures(0, 0, zero, zero, zero, zero, zero, 0, 0, zero);
    }

    /** Gives the measures of one deal. */
    public static Measures of(Opportunity deal) {
        Money zero = Money.zero(deal.figures().currency());
        Money value = deal.value();
        Money total = deal.total();
        Money costs = deal.figures().purchaseCosts();
        Money signed = deal.standing().signedTotal();
        Money target = deal.figures().minimumTarget();
        boolean unsigned = deal.standing().kind() == StandingKind.WON && signed == null;
        return new Measures(
                1,
                value == null ? 1 : 0,
                value == null ? zero : value,
                value == null ? zero : costs,
                value == null ? costs : zero,
                total == null ? zero : total,
                signed == null ? zero : signed,
                unsigned ? 1 : 0,
                deal.daysToClosing().orElse(0),
                target == null ? zero : target);
    }

    /** Adds those of other deals in the same currency. */
    public Measures plus(Measures other) {
        return new Measures(
                count + other.count,
                withoutValue + other.withoutValue,
                value.plus(other.value),
                purchaseCosts.plus(other.purchaseCosts),
                purchaseCostsWithoutValue.plus(other.purchaseCostsWithoutValue),
                total.plus(other.total),
                signedTotal.plus(other.signedTotal),
                withoutSignedTotal + other.withoutSignedTotal,
                days + other.days,
                minimumTarget.plus(other.minimumTarget));
    }

    /** Gives value − purchase costs. */
    public Money net() {
        return value.minus(purchaseCosts);
    }
}
