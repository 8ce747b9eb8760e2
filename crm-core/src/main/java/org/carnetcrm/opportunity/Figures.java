package org.carnetcrm.opportunity;

import java.util.Currency;
import java.util.Objects;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is worth, excluding tax.
 *
 * @param value the potential amount; may be missing, then the deal counts among those without amount
 * @param purchaseCosts what we must buy for it; zero unless said
 * @param minimumTarget an objective, not a weighted amount; may be missing
 * @param probability the probability while the deal is open
 * @param probabilityByHand whether a person chose the probability; else it follows the stage
 * @param probabilityAtCreation the probability that the deal was opened with; never changes
 */
public record Figures(
        @Nullable Money value,
        Money purchaseCosts,
        @Nullable Money minimumTarget,
        Probability probability,
        boolean probabilityByHand,
        Probability probabilityAtCreation) {

    /** Refuses an amount that {@link Money#flaw} refuses, and amounts of several currencies. */
    public Figures {
        Objects.requireNonNull(probability, "probability");
        Objects.requireNonNull(probabilityAtCreation, "probabilityAtCreation");
        require(purchaseCosts, purchaseCosts.currency());
        require(value, purchaseCosts.currency());
        require(minimumTarget, purchaseCosts.currency());
    }

    /** Gives the currency of every amount of the deal. */
    public Currency currency() {
        return purchaseCosts.currency();
    }

    /** Gives value − purchase costs, which may be negative; nothing without a value. */
    public @Nullable Money net() {
        return value == null ? null : value.minus(purchaseCosts);
    }

    /** Gives (value − purchase costs) × a probability, HALF_UP to the minor unit; nothing without a value. */
    public @Nullable Money total(Probability probability) {
        return value == null ? null : value.minus(purchaseCosts).times(probability);
    }

    static void require(@Nullable Money amount, Currency currency) {
        if (amount == null) {
            return;
        }
        String flaw = Money.flaw(amount.amount(), currency);
        if (flaw != null || !amount.currency().equals(currency)) {
            throw new IllegalArgumentException("the amount " + amount + " in " + currency + ": " + flaw);
        }
    }
}
