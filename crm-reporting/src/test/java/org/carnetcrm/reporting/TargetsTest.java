package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.carnetcrm.reporting.SmallCrm.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.reporting.MonthlyTargets.Target;
import org.carnetcrm.representative.Representative;
import org.junit.jupiter.api.Test;

/** Targets against what was signed; the figures were reckoned by hand. */
class TargetsTest {

    private static final OpportunityFilter ALL = OpportunityFilter.all();
    private static final YearMonth FEBRUARY = YearMonth.of(2017, 2);
    private static final YearMonth MARCH = YearMonth.of(2017, 3);
    private static final YearMonth APRIL = YearMonth.of(2017, 4);

    private final SmallCrm crm = new SmallCrm();

    @Test
    void minimum_targets_are_summed_for_open_deals_and_met_or_missed_by_signed_ones() {
        crm.open(deal(crm.anna, "500").probability("1"));
        crm.open(deal(crm.anna, null).value("9999"));
        win(deal(crm.anna, "800"), "900.01", MARCH);
        win(deal(crm.anna, "70"), null, MARCH);
        win(deal(crm.bob, "0"), "5", MARCH);
        win(deal(crm.bob, null), "7777", MARCH);
        crm.close(deal(crm.bob, "9"), ClosingDraft.lost("PRICE"));

        // 900.01 ÷ 800 = 1.1250125; 905.01 ÷ 800 = 1.1312625
        assertThat(text(MinimumTargets.of(crm.desk, ALL))).isEqualTo("""
                Minimum targets

                Representative  Currency  Open  Target, open  Won  Without amount  Target, won  Signed total  Difference  Attainment
                --------------  --------  ----  ------------  ---  --------------  -----------  ------------  ----------  ----------
                Anna            EUR          1        500.00    2               1       800.00        900.01      100.01    112.50 %
                Bob             EUR          0          0.00    1               0         0.00          5.00        5.00         n/a
                --------------  --------  ----  ------------  ---  --------------  -----------  ------------  ----------  ----------
                Total           EUR          1        500.00    3               1       800.00        905.01      105.01    113.13 %

                """);
    }

    @Test
    void monthly_targets_are_set_against_what_was_signed_in_the_month() {
        win(deal(crm.anna, null), "1800.01", MARCH);
        win(deal(crm.anna, null), null, MARCH);
        win(deal(crm.bob, null), "5", MARCH);
        win(deal(crm.bob, null), "1", YearMonth.of(2017, 5));

        MonthlyTargets report = MonthlyTargets.between(
                crm.desk,
                ALL,
                FEBRUARY,
                APRIL,
                List.of(
                        new Target(crm.anna.id(), MARCH, Money.of("EUR", "2000")),
                        new Target(crm.anna.id(), APRIL, Money.of("EUR", "0")),
                        new Target(crm.bob.id(), YearMonth.of(2017, 5), Money.of("EUR", "1000"))));

        assertThat(text(report)).isEqualTo("""
                Monthly targets

                Representative  Month     Currency    Target  Won  Without amount  Signed total  Difference  Attainment
                --------------  --------  --------  --------  ---  --------------  ------------  ----------  ----------
                Anna            Mar 2017  EUR       2,000.00    2               1      1,800.01     -199.99     90.00 %
                Anna            Apr 2017  EUR           0.00    0               0          0.00        0.00         n/a
                Bob             Mar 2017  EUR            n/a    1               0          5.00         n/a         n/a
                --------------  --------  --------  --------  ---  --------------  ------------  ----------  ----------
                Total                     EUR       2,000.00    3               1      1,805.01     -194.99     90.25 %

                """);
    }

    @Test
    void a_representative_that_there_is_not_is_called_by_the_id_and_currencies_stand_apart() {
        RepresentativeId unknown = new RepresentativeId(new UUID(0, 1));
        win(deal(crm.anna, null), "5", MARCH);

        MonthlyTargets report = MonthlyTargets.between(
                crm.desk, ALL, MARCH, MARCH, List.of(new Target(unknown, MARCH, Money.of("USD", "7"))));

        assertThat(report.rows())
                .extracting(MonthlyTargets.Row::name, row -> row.won().signedTotal(), MonthlyTargets.Row::target)
                .containsExactly(
                        tuple("Anna", Money.of("EUR", "5"), null),
                        tuple(unknown.text(), Money.of("USD", "0"), Money.of("USD", "7")));
        assertThat(report.totals()).hasSize(2);
    }

    @Test
    void two_targets_for_a_month_of_one_currency_are_refused() {
        Target target = new Target(crm.anna.id(), MARCH, Money.of("EUR", "7"));

        assertThatThrownBy(() -> MonthlyTargets.between(crm.desk, ALL, MARCH, MARCH, List.of(target, target)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MonthlyTargets.between(crm.desk, ALL, APRIL, MARCH, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_target_that_was_given_is_its_own_explanation() {
        Target target = new Target(crm.anna.id(), MARCH, Money.of("EUR", "7"));

        Explanation why = MonthlyTargets.between(crm.desk, ALL, MARCH, MARCH, List.of(target))
                .explain(0, "target", Locale.ENGLISH)
                .orElseThrow();

        assertThat(why.rule()).isEqualTo("The target that was given.");
        assertThat(why.figure()).isEqualTo(Money.of("EUR", "7"));
    }

    private OpportunityDraft deal(Representative manager, String target) {
        return crm.deal(crm.acme, manager, "PROPOSAL").minimumTarget(target);
    }

    private void win(OpportunityDraft draft, String signed, YearMonth month) {
        LocalDate last = month.equals(YearMonth.of(2017, 5)) ? month.atDay(1) : month.atEndOfMonth();
        crm.close(draft, ClosingDraft.won().signedTotal(signed).on(last));
    }
}
