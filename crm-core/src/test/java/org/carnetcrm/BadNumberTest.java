package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.problem.InvalidException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number that a deal cannot hold is one clear problem. */
class BadNumberTest {

    private final BadInputScene scene = new BadInputScene();

    // Minor units: ISO 4217, list one.
    @ParameterizedTest
    @CsvSource({
        "EUR, 0.001, 0.001 has more than 2 decimals",
        "EUR, 0.00001, 0.00001 has more than 2 decimals",
        "JPY, 0.5, 0.5 has more than 0 decimals",
        "JPY, 0.00001, 0.00001 has more than 0 decimals",
        "KWD, 0.00001, 0.00001 has more than 3 decimals",
        "EUR, 1000000000000000, 1000000000000000 has more than 15 digits before the decimal point",
        "JPY, 1000000000000000.00001, 1000000000000000.00001 has more than 15 digits before the decimal point",
        "EUR, -0.00001, -0.00001 is below zero"
    })
    void an_amount_that_its_currency_cannot_hold_is_one_clear_problem(String currency, String number, String problem) {
        OpportunityDraft draft = scene.draft().currency(currency).value(null).purchaseCosts(null);
        assertThatThrownBy(() -> scene.deals.open(draft.value(number)))
                .hasMessage("value: " + problem)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems().get(0).arguments()).doesNotContainValue("2147483647"));
        assertThatThrownBy(() -> scene.deals.open(draft.purchaseCosts(number))).hasMessage("purchaseCosts: " + problem);
        assertThatThrownBy(() -> scene.deals.open(draft.minimumTarget(number))).hasMessage("minimumTarget: " + problem);
        Opportunity deal = scene.deals.open(draft);
        assertThatThrownBy(
                        () -> scene.deals.close(deal.id(), 1, ClosingDraft.won().signedTotal(number)))
                .hasMessage("signedTotal: " + problem);
    }

    @ParameterizedTest
    @CsvSource({
        "100.001, 100.001 has more than 2 decimals",
        "1000000000000000.001, 1000000000000000.001 has more than 15 digits before the decimal point",
        "-0.001, -0.001 has more than 2 decimals",
        "1000, 1000 is not between 0 and 100"
    })
    void a_probability_that_is_none_is_one_clear_problem(String number, String problem) {
        assertThatThrownBy(() -> scene.deals.open(scene.draft().probability(number)))
                .hasMessage("probability: " + problem);
    }
}
