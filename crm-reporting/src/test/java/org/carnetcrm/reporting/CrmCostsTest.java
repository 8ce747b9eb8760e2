package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.money.Money;
import org.carnetcrm.page.Page;
import org.junit.jupiter.api.Test;

/** What actions cost; the figures were reckoned by hand from those of {@link ActivityCrm#withActions}. */
class CrmCostsTest {

    private static final ActionFilter ALL = ActionFilter.all();
    private static final ActionFilter EUROS = ALL.where(ActionDimension.CURRENCY, "EUR");

    private final ActivityCrm crm = ActivityCrm.withActions();

    @Test
    void d15_costs_stand_with_who_carries_the_action_out_planned_and_done_apart_and_cancelled_left_out() {
        // Lea's 42.50 + 3.35; Bob, who went along, has no share of it.
        assertThat(text(ActionDimension.REPRESENTATIVE, Locale.ENGLISH)).isEqualTo("""
                CRM costs by representative

                Representative  Currency  Planned lines  Planned amount  Done lines  Done amount
                --------------  --------  -------------  --------------  ----------  -----------
                Lea             EUR                   1          120.00           2        45.85
                Bob             EUR                   0            0.00           1        10.00
                Bob             JPY                   0               0           1        1,500
                Lea             KWD                   1           1.238           0        0.000
                --------------  --------  -------------  --------------  ----------  -----------
                Total           EUR                   1          120.00           3        55.85
                Total           JPY                   0               0           1        1,500
                Total           KWD                   1           1.238           0        0.000

                """);
    }

    @Test
    void d15_costs_by_type_read_so_in_french() {
        assertThat(text(ActionDimension.TYPE, Locale.FRENCH)).isEqualTo("""
                Coûts CRM par type

                Type    Devise  Lignes planifiées  Montant planifié  Lignes réalisées  Montant réalisé
                ------  ------  -----------------  ----------------  ----------------  ---------------
                Visite  EUR                     1            120,00                 2            45,85
                Appel   EUR                     0              0,00                 1            10,00
                Appel   JPY                     0                 0                 1            1_500
                Visite  KWD                     1             1,238                 0            0,000
                ------  ------  -----------------  ----------------  ----------------  ---------------
                Total   EUR                     1            120,00                 3            55,85
                Total   JPY                     0                 0                 1            1_500
                Total   KWD                     1             1,238                 0            0,000

                """);
    }

    @Test
    void d15_costs_by_relation_read_so_in_dutch() {
        assertThat(text(ActionDimension.RELATION, ActivityCrm.DUTCH)).isEqualTo("""
                CRM-kosten per relatie

                Relatie  Valuta  Geplande regels  Gepland bedrag  Gerealiseerde regels  Gerealiseerd bedrag
                -------  ------  ---------------  --------------  --------------------  -------------------
                Acme     EUR                   0            0,00                     2                45,85
                Béta     EUR                   1          120,00                     1                10,00
                Béta     JPY                   0               0                     1                1.500
                Béta     KWD                   1           1,238                     0                0,000
                -------  ------  ---------------  --------------  --------------------  -------------------
                Totaal   EUR                   1          120,00                     3                55,85
                Totaal   JPY                   0               0                     1                1.500
                Totaal   KWD                   1           1,238                     0                0,000

                """);
    }

    @Test
    void d15_costs_by_product_tell_what_has_none() {
        assertThat(rows(ActionDimension.PRODUCT, EUROS)).containsExactly("(none) 120.00 42.50", "SAMPLE 0.00 13.35");
    }

    @Test
    void d15_costs_by_month_of_the_first_day_go_in_the_order_of_time() {
        assertThat(rows(ActionDimension.MONTH, EUROS))
                .containsExactly("2026-01 0.00 45.85", "2026-02 0.00 10.00", "2026-04 120.00 0.00");
    }

    @Test
    void costs_by_progress_tell_each_amount_in_the_row_where_it_belongs() {
        assertThat(rows(ActionDimension.PROGRESS, EUROS)).containsExactly("Done 0.00 55.85", "Planned 120.00 0.00");
    }

    @Test
    void costs_by_currency_need_no_totals_and_no_second_column_of_the_currency() {
        assertThat(text(ActionDimension.CURRENCY, Locale.ENGLISH)).isEqualTo("""
                CRM costs by currency

                Currency  Planned lines  Planned amount  Done lines  Done amount
                --------  -------------  --------------  ----------  -----------
                EUR                   1          120.00           3        55.85
                JPY                   0               0           1        1,500
                KWD                   1           1.238           0        0.000

                """);
    }

    @Test
    void equal_amounts_go_by_planned_amount_and_then_by_folded_label() {
        ActivityCrm other = new ActivityCrm();
        for (String name : List.of("zoo", "Éclair", "abc", "eclat")) {
            other.plan(other.action(other.bench.relation(name), other.lea, "VISIT", "2026-04-01")
                    .costs(List.of(CostDraft.of("Lunch").price(name.equals("zoo") ? "2" : "1"))));
        }

        assertThat(CrmCosts.by(other.desk, ALL, ActionDimension.RELATION).rows())
                .extracting(CrmCosts.Row::label)
                .containsExactly("zoo", "abc", "Éclair", "eclat");
    }

    @Test
    void costs_keep_to_the_filter() {
        CrmCosts winter = CrmCosts.by(
                crm.desk,
                ALL.between(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28)),
                ActionDimension.REPRESENTATIVE);

        assertThat(winter.totals())
                .extracting(CrmCosts.Spent::doneAmount)
                .containsExactly(Money.of("EUR", "10"), Money.of("JPY", "1500"));
    }

    @Test
    void a_row_lists_the_actions_behind_it() {
        CrmCosts costs = CrmCosts.by(crm.desk, ALL, ActionDimension.TYPE);

        assertThat(costs.rows())
                .extracting(
                        CrmCosts.Row::key,
                        row -> row.spent().currency().getCurrencyCode(),
                        row -> listed(row).size())
                .containsExactly(
                        tuple("VISIT", "EUR", 2),
                        tuple("CALL", "EUR", 1),
                        tuple("CALL", "JPY", 1),
                        tuple("VISIT", "KWD", 1));
    }

    @Test
    void without_costs_there_is_a_total_of_nothing_in_the_currency_of_the_tenant() {
        assertThat(PlainText.write(
                        CrmCosts.by(new ActivityCrm().desk, ALL, ActionDimension.MONTH)
                                .table(Locale.ENGLISH),
                        Locale.ENGLISH))
                .isEqualTo("""
                CRM costs by month

                Month  Currency  Planned lines  Planned amount  Done lines  Done amount
                -----  --------  -------------  --------------  ----------  -----------
                (nothing to show)
                -----  --------  -------------  --------------  ----------  -----------
                Total  EUR                   0            0.00           0         0.00

                """);
    }

    @Test
    void a_csv_file_has_plain_figures_in_each_currency_and_no_totals() {
        assertThat(ActivityCrm.csv(
                        CrmCosts.by(crm.desk, ALL, ActionDimension.PRODUCT).table(Locale.FRENCH)))
                .isEqualTo("product,currency,plannedLines,plannedAmount,doneLines,doneAmount\r\n"
                        + "(aucun),EUR,1,120.00,1,42.50\r\n"
                        + "SAMPLE,EUR,0,0.00,2,13.35\r\n"
                        + "(aucun),JPY,0,0,1,1500\r\n"
                        + "(aucun),KWD,1,1.238,0,0.000\r\n");
    }

    private String text(ActionDimension dimension, Locale locale) {
        return ActivityCrm.text(CrmCosts.by(crm.desk, ALL, dimension).table(locale), locale);
    }

    private List<String> rows(ActionDimension dimension, ActionFilter filter) {
        return CrmCosts.by(crm.desk, filter, dimension).rows().stream()
                .map(row -> row.label() + " " + row.spent().plannedAmount().amount() + " "
                        + row.spent().doneAmount().amount())
                .toList();
    }

    private List<ActionRow> listed(CrmCosts.Row row) {
        return Page.all(request -> crm.desk.actions().list(row.filter(), ActionOrder.EARLIEST, request));
    }
}
