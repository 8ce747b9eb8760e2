package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.RelationDraft;
import org.junit.jupiter.api.Test;

/** What was won and lost; the figures were reckoned by hand. */
class OutcomesTest {

    private static final OpportunityFilter ALL = OpportunityFilter.all();

    private final SmallCrm crm = SmallCrm.withDeals();

    @Test
    void overall_figures_stand_once_per_currency() {
        var rows = Outcomes.overall(crm.desk, ALL).rows();

        assertThat(rows)
                .extracting(
                        Outcomes.Row::key,
                        Outcomes.Row::label,
                        Outcomes.Row::won,
                        Outcomes.Row::lost,
                        Outcomes.Row::abandoned,
                        Outcomes.Row::open,
                        Outcomes.Row::count)
                .containsExactly(tuple("", "Total", 3L, 1L, 0L, 3L, 7L), tuple("", "Total", 0L, 0L, 1L, 1L, 2L));
        assertThat(rows)
                .extracting(Outcomes.Row::wonValue, Outcomes.Row::withoutAmount, Outcomes.Row::wonList)
                .containsExactly(
                        tuple(eur("1000.01"), 1L, eur("1500")), tuple(Money.of("USD", "0"), 0L, Money.of("USD", "0")));
    }

    @Test
    void the_average_leaves_out_deals_without_amount_and_rounds_half_up() {
        // 1000.01 ÷ 2 = 500.005
        assertThat(Outcomes.overall(crm.desk, ALL).rows().get(0).averageWon()).isEqualTo(eur("500.01"));
    }

    @Test
    void the_win_rate_leaves_out_abandoned_deals_and_has_two_decimals() {
        assertThat(Outcomes.overall(crm.desk, ALL).rows().get(0).winRate()).isEqualTo(new BigDecimal("75.00"));
        assertThat(Percent.of(2, 3)).isEqualTo(new BigDecimal("66.67"));
        assertThat(Percent.of(1, 800)).isEqualTo(new BigDecimal("0.13"));
        assertThat(Percent.of(0, 7)).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void a_division_by_nothing_has_no_result() {
        Outcomes.Row dollars = Outcomes.overall(crm.desk, ALL).rows().get(1);

        assertThat(dollars.winRate()).isNull();
        assertThat(dollars.averageWon()).isNull();
    }

    @Test
    void what_was_won_leaves_out_deals_without_a_signed_total_and_says_so() {
        Explanation why = Outcomes.overall(crm.desk, ALL)
                .explain(0, "wonValue", Locale.ENGLISH)
                .orElseThrow();

        assertThat(why.figure()).isEqualTo(eur("1000.01"));
        assertThat(why.leftOut()).containsExactly(new Explanation.LeftOut("won deals without a signed total", 1));
        assertThat(why.contributors().page(crm.desk, PageRequest.first(9)).rows())
                .extracting(Contributors.Contributor::amount)
                .containsExactlyInAnyOrder(eur("900"), eur("100.01"), null);
    }

    @Test
    void a_rate_is_explained_by_the_columns_that_it_comes_from() {
        Outcomes outcomes = Outcomes.overall(crm.desk, ALL);

        Explanation why = outcomes.explain(0, "winRate", Locale.ENGLISH).orElseThrow();
        assertThat(why.from()).containsExactly("won", "lost");
        assertThat(why.rule()).startsWith("Won ÷ (won + lost)");
        assertThat(outcomes.explain(1, "averageWon", Locale.ENGLISH)
                        .orElseThrow()
                        .figure())
                .isNull();
    }

    @Test
    void open_deals_are_counted_by_stage() {
        Outcomes.Row euros = Outcomes.overall(crm.desk, ALL).rows().get(0);

        assertThat(euros.openIn("PROPOSAL")).isEqualTo(1);
        assertThat(euros.openIn("NEEDS")).isZero();
        assertThat(euros.openIn("UNKNOWN")).isZero();
    }

    @Test
    void rows_go_by_currency_and_then_by_won_value() {
        assertThat(Outcomes.by(crm.desk, ALL, OpportunityDimension.RELATION).rows())
                .extracting(Outcomes.Row::key, Outcomes.Row::label, Outcomes.Row::wonValue)
                .containsExactly(
                        tuple(crm.acme.id().text(), "Acme", eur("900")),
                        tuple(crm.beta.id().text(), "Béta", eur("100.01")),
                        tuple(crm.beta.id().text(), "Béta", Money.of("USD", "0")));
    }

    @Test
    void equal_won_values_go_by_folded_label() {
        SmallCrm other = new SmallCrm();
        for (String name : new String[] {"zoo", "Éclair", "Abc", "eclat"}) {
            var relation = other.desk.relations().add(RelationDraft.company(name));
            other.open(other.deal(relation, other.anna, "NEEDS"));
        }

        assertThat(Outcomes.by(other.desk, ALL, OpportunityDimension.RELATION).rows())
                .extracting(Outcomes.Row::label)
                .containsExactly("Abc", "Éclair", "eclat", "zoo");
    }

    @Test
    void quarters_go_in_the_order_of_time_after_the_open_deals() {
        assertThat(Outcomes.byQuarter(crm.desk, ALL).rows())
                .extracting(
                        Outcomes.Row::key,
                        Outcomes.Row::label,
                        Outcomes.Row::won,
                        Outcomes.Row::lost,
                        row -> row.currency().getCurrencyCode())
                .containsExactly(
                        tuple("", "(open)", 0L, 0L, "EUR"),
                        tuple("2016-Q4", "2016-Q4", 1L, 0L, "EUR"),
                        tuple("2017-Q1", "2017-Q1", 2L, 1L, "EUR"),
                        tuple("", "(open)", 0L, 0L, "USD"),
                        tuple("2017-Q1", "2017-Q1", 0L, 0L, "USD"));
    }

    @Test
    void months_go_in_the_order_of_time_after_the_open_deals() {
        assertThat(Outcomes.byMonth(crm.desk, ALL.where(OpportunityDimension.CURRENCY, "EUR"))
                        .rows())
                .extracting(Outcomes.Row::key, Outcomes.Row::label)
                .containsExactly(
                        tuple("", "(open)"),
                        tuple("2016-11", "2016-11"),
                        tuple("2017-02", "2017-02"),
                        tuple("2017-03", "2017-03"));
    }

    @Test
    void each_quarter_has_its_three_months() {
        SmallCrm year = new SmallCrm();
        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2016, month, 1);
            year.close(
                    year.deal(year.acme, year.anna, "NEEDS").start(day),
                    ClosingDraft.won().on(day));
        }

        assertThat(Outcomes.byQuarter(year.desk, ALL).rows())
                .extracting(Outcomes.Row::key, Outcomes.Row::won)
                .containsExactly(
                        tuple("2016-Q1", 3L), tuple("2016-Q2", 3L), tuple("2016-Q3", 3L), tuple("2016-Q4", 3L));
    }

    @Test
    void what_is_missing_has_the_empty_key_and_a_label_in_the_language_of_the_actor() {
        var french = reading(Locale.FRENCH);

        assertThat(Outcomes.by(french, ALL, OpportunityDimension.REGION).rows())
                .extracting(Outcomes.Row::key, Outcomes.Row::label)
                .contains(tuple("", "(aucun)"), tuple("North", "North"));
        assertThat(Outcomes.byMonth(french, ALL).rows().get(0).label()).isEqualTo("(en cours)");
    }

    @Test
    void choices_are_called_by_their_labels_and_the_table_chooses_the_language() {
        Outcomes outcomes = Outcomes.by(crm.desk, ALL.stage("NEEDS"), OpportunityDimension.STAGE);

        assertThat(outcomes.rows().get(0).label()).isEqualTo("Needs analysis");
        assertThat(outcomes.table(new Locale("nl")).rows().get(0).get(0)).isEqualTo("Behoefteanalyse");
    }

    @Test
    void people_and_relations_are_called_by_their_names() {
        var contact = crm.desk.relations().addContact(crm.acme.id(), ContactPersonDraft.named("Carla", "Rossi"));
        crm.open(crm.deal(crm.acme, crm.bob, "NEEDS").contact(contact.id()));

        assertThat(labels(OpportunityDimension.CONTACT)).contains("Carla Rossi", "(none)");
        assertThat(labels(OpportunityDimension.MANAGER)).contains("Anna", "Bob");
        assertThat(labels(OpportunityDimension.MANAGERS_MANAGER)).contains("Anna", "(none)");
        assertThat(labels(OpportunityDimension.PARENT)).contains("Acme", "(none)");
        assertThat(labels(OpportunityDimension.SECTOR)).contains("Industry", "(none)");
        assertThat(labels(OpportunityDimension.TYPE)).containsOnly("New business");
        assertThat(labels(OpportunityDimension.CLOSING_CODE)).contains("Price", "(none)");
        assertThat(labels(OpportunityDimension.STANDING)).contains("In progress", "Won", "Lost", "Abandoned");
        assertThat(labels(OpportunityDimension.SUCCESS_LEVEL)).contains("0 to < 20 %", "80 to 100 %");
    }

    @Test
    void an_archived_relation_keeps_its_name() {
        SmallCrm other = new SmallCrm();
        var gone = other.desk.relations().add(RelationDraft.company("Gone"));
        other.close(other.deal(gone, other.anna, "NEEDS"), ClosingDraft.won());
        other.desk.relations().archive(gone.id(), gone.version());

        assertThat(Outcomes.by(other.desk, ALL, OpportunityDimension.RELATION).rows())
                .extracting(Outcomes.Row::label)
                .containsExactly("Gone");
    }

    @Test
    void an_empty_crm_has_a_row_of_zeros_overall_and_none_otherwise() {
        SmallCrm empty = new SmallCrm();

        assertThat(Outcomes.overall(empty.desk, ALL).rows())
                .extracting(Outcomes.Row::count, Outcomes.Row::wonValue, Outcomes.Row::winRate)
                .containsExactly(tuple(0L, eur("0"), null));
        for (OpportunityDimension dimension : OpportunityDimension.values()) {
            assertThat(Outcomes.by(empty.desk, ALL, dimension).rows()).isEmpty();
        }
        assertThat(Outcomes.byQuarter(empty.desk, ALL).rows()).isEmpty();
    }

    private List<String> labels(OpportunityDimension dimension) {
        return Outcomes.by(crm.desk, ALL, dimension).rows().stream()
                .map(Outcomes.Row::label)
                .toList();
    }

    private Desk reading(Locale locale) {
        return SmallCrm.actingAs(Actor.system(crm.desk.actor().tenant().text()).reading(locale));
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
