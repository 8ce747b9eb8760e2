package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.reporting.SmallCrm.text;

import java.time.LocalDate;
import java.util.Locale;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.reporting.Contributors.Contributor;
import org.junit.jupiter.api.Test;

/** What it cost to sell, against what was signed; the figures were reckoned by hand. */
class CostOfSalesTest {

    private static final OpportunityFilter ALL = OpportunityFilter.all();

    private final SmallCrm crm = new SmallCrm();

    CostOfSalesTest() {
        Opportunity big = crm.close(
                crm.deal(crm.acme, crm.bob, "PROPOSAL").subject("Big"),
                ClosingDraft.won().signedTotal("2805.01").on(LocalDate.of(2017, 3, 31)));
        crm.close(crm.deal(crm.acme, crm.bob, "PROPOSAL").subject("Unsigned"), ClosingDraft.won());
        Opportunity open = crm.open(crm.deal(crm.acme, crm.bob, "PROPOSAL"));
        crm.spend(crm.acme, null, "10.005", "EUR");
        crm.spend(crm.acme, big, "150", "EUR");
        crm.spend(crm.acme, big, "3", "USD");
        crm.spend(crm.acme, open, "2", "EUR");
        crm.spend(crm.beta, null, "7", "USD");
        crm.desk
                .actions()
                .plan(ActionDraft.with(crm.acme.id())
                        .representative(crm.anna.id())
                        .cost(CostDraft.of("Not yet").price("5000")));
    }

    @Test
    void costs_of_done_actions_are_set_against_signed_totals_by_relation_with_or_without_a_won_deal() {
        // 162.01 ÷ 2805.01 = 0.057757…
        assertThat(text(CostOfSales.perRelation(crm.desk, ActionFilter.all(), ALL)))
                .isEqualTo("""
                CRM costs and signed total per relation

                Relation  Currency  CRM costs  Won  Without amount  Signed total  Costs of signed total
                --------  --------  ---------  ---  --------------  ------------  ---------------------
                Acme      EUR          162.01    2               1      2,805.01                 5.78 %
                Béta      USD            7.00    0               0          0.00                    n/a
                Acme      USD            3.00    0               0          0.00                    n/a
                --------  --------  ---------  ---  --------------  ------------  ---------------------
                Total     EUR          162.01    2               1      2,805.01                 5.78 %
                Total     USD           10.00    0               0          0.00                    n/a

                """);
    }

    @Test
    void each_won_deal_is_set_against_the_actions_about_it() {
        assertThat(text(CostOfWonDeals.of(crm.desk, ActionFilter.all(), ALL))).isEqualTo("""
                CRM costs and signed total per won deal
                EUR: costs that are not about a won deal: 12.01.
                USD: costs that are not about a won deal: 7.00.

                Opportunity  Relation  Currency  CRM costs  Signed total  Costs of signed total
                -----------  --------  --------  ---------  ------------  ---------------------
                Big          Acme      EUR          150.00      2,805.01                 5.35 %
                Unsigned     Acme      EUR            0.00           n/a                    n/a
                Big          Acme      USD            3.00           n/a                    n/a

                """);
    }

    @Test
    void a_cost_is_explained_by_the_actions_that_had_it() {
        Explanation why = CostOfSales.perRelation(crm.desk, ActionFilter.all(), ALL)
                .explain(0, "cost", Locale.ENGLISH)
                .orElseThrow();

        assertThat(why.contributors().page(crm.desk, PageRequest.first(9)).rows())
                .extracting(Contributor::amount)
                .containsExactlyInAnyOrder(Money.of("EUR", "10.01"), Money.of("EUR", "150"), Money.of("EUR", "2"));
    }
}
