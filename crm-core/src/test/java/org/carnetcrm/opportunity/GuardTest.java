package org.carnetcrm.opportunity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionSummary;
import org.carnetcrm.action.CostSummary;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.junit.jupiter.api.Test;

/** What no value of the domain holds, whatever way it comes in. */
class GuardTest {

    private static final String NO_CODE = "no code";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    @Test
    void no_value_holds_a_malformed_code() {
        refused(() -> new Classification(NO_CODE, "NEW", null, null));
        refused(() -> new Classification("NEEDS", NO_CODE, null, null));
        refused(() -> new Classification("NEEDS", "NEW", NO_CODE, null));
        refused(() -> new Classification("NEEDS", "NEW", null, NO_CODE));
        refused(() -> new Standing.Lost(NO_CODE, DAY));
        refused(() -> new Standing.Abandoned(NO_CODE, DAY));
        refused(() -> new Action.Effect(NO_CODE, null));
        refused(() -> new Action.Effect(null, NO_CODE));
        refused(() -> new Action.Matter(NO_CODE, null, null));
    }

    @Test
    void figures_are_of_one_currency() {
        Money euro = Money.of("EUR", "1");
        Money yen = Money.of("JPY", "1");
        Probability half = Probability.of("50");
        refused(() -> new Figures(yen, euro, null, half, true, half));
        refused(() -> new Figures(null, euro, yen, half, true, half));
        refused(() -> new Figures(null, Money.of("EUR", "-1"), null, half, true, half));
    }

    @Test
    void a_summary_that_was_not_asked_by_a_dimension_says_by_which() {
        assertThatThrownBy(() -> new ActionSummary(Map.of(), 1).get(ActionDimension.TYPE))
                .hasMessageContaining("TYPE");
        assertThatThrownBy(() -> new CostSummary(Map.of(), 1, Money.of("EUR", "1")).get(ActionDimension.PRODUCT))
                .hasMessageContaining("PRODUCT");
        assertThatThrownBy(() -> new OpportunitySummary(
                                Map.of(), Measures.none(Money.of("EUR", "1").currency()))
                        .get(OpportunityDimension.SECTOR))
                .hasMessageContaining("SECTOR");
    }

    private static void refused(ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }
}
