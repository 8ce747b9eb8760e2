package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.ActionBench.day;

import java.time.LocalDate;
import java.util.List;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.relation.Conversion;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.junit.jupiter.api.Test;

/** How many prospects became customers, when, and by which action. */
class ConversionsTest {

    private final ActionBench crm = new ActionBench();

    @Test
    void d11_a_conversion_is_told_on_its_effective_date_with_the_action_behind_it() {
        Action visit = crm.gave("CUSTOMER", day(-3));
        Conversion conversion = conversions(day(-3), day(-3), false).get(0);
        assertThat(conversion.relationName()).isEqualTo("Acme");
        assertThat(conversion.first()).isTrue();
        assertThat(conversion.change().action()).isEqualTo(visit.id());
        assertThat(conversion.change().effectiveOn()).isEqualTo(day(-3));
        assertThat(conversions(day(-2), day(0), true)).isEmpty();
        assertThat(conversions(day(-30), day(-4), true)).isEmpty();
        assertThat(conversions(day(0), day(-9), true))
                .as("a period upside down")
                .isEmpty();
    }

    @Test
    void d11_each_relation_counts_once_by_its_first_conversion_and_repeated_ones_are_told_on_request() {
        crm.gave("CUSTOMER", day(-20));
        crm.gave("PROSPECT", day(-10));
        crm.gave("CUSTOMER", day(-5));
        assertThat(days(day(-30), day(0), false)).containsExactly("Acme -20 first");
        assertThat(days(day(-30), day(0), true)).containsExactly("Acme -20 first", "Acme -5 repeated");
        assertThat(days(day(-9), day(0), false))
                .as("the first one lies before the period")
                .isEmpty();
        assertThat(days(day(-9), day(0), true)).containsExactly("Acme -5 repeated");
        crm.gave("CUSTOMER", day(-25));
        assertThat(days(day(-30), day(0), false))
                .as("an earlier one is learnt of")
                .containsExactly("Acme -25 first");
        assertThat(days(day(-30), day(0), true)).containsExactly("Acme -25 first", "Acme -5 repeated");
    }

    @Test
    void d11_former_and_other_between_are_skipped_and_a_relation_that_begins_as_customer_is_none() {
        Relation born = crm.relations()
                .add(RelationDraft.company("Born").status("CUSTOMER").effectiveOn(day(-9)));
        crm.actions().record(ActionDraft.with(born.id()).newStatus("FORMER").doneOn(day(-8)));
        crm.actions().record(ActionDraft.with(born.id()).newStatus("CUSTOMER").doneOn(day(-7)));
        crm.gave("OTHER", day(-6));
        crm.gave("FORMER", day(-5));
        crm.gave("CUSTOMER", day(-4));
        assertThat(days(day(-30), day(0), true)).containsExactly("Acme -4 first");
    }

    @Test
    void d11_several_a_day_go_by_their_number() {
        crm.gave("CUSTOMER", day(-1));
        crm.gave("PROSPECT", day(-1));
        crm.gave("CUSTOMER", day(-1));
        assertThat(conversions(day(-1), day(-1), true))
                .extracting(conversion -> conversion.change().number() + " " + conversion.first())
                .containsExactly("2 true", "4 false");
        assertThat(conversions(day(-1), day(-1), false)).hasSize(1);
    }

    @Test
    void d11_what_was_taken_back_or_corrected_counts_no_more() {
        Action visit = crm.gave("CUSTOMER", day(-8));
        crm.undo(visit);
        assertThat(days(day(-30), day(0), true)).isEmpty();
        crm.gave("CUSTOMER", day(-6));
        assertThat(days(day(-30), day(0), true)).containsExactly("Acme -6 first");
        crm.correct(4, "CUSTOMER", day(-7));
        assertThat(days(day(-30), day(0), true)).containsExactly("Acme -7 first");
        crm.correct(5, "OTHER", day(-7));
        assertThat(days(day(-30), day(0), true)).isEmpty();
    }

    @Test
    void d11_a_take_back_that_restates_customer_is_no_conversion() {
        crm.change("CUSTOMER", day(-8));
        Action visit = crm.gave("FORMER", day(-5));
        crm.undo(visit);
        crm.change("PROSPECT", day(-5));
        crm.change("CUSTOMER", day(-2));
        crm.correct(2, "PROSPECT", day(-8));
        assertThat(days(day(-30), day(0), true))
                .as("row 4 restates a customer who was none")
                .containsExactly("Acme -2 first");
    }

    @Test
    void d11_conversions_of_many_relations_go_by_date() {
        Relation beta = crm.add("Beta");
        crm.add("Gamma");
        crm.gave("CUSTOMER", day(-1));
        crm.actions().record(ActionDraft.with(beta.id()).newStatus("CUSTOMER").doneOn(day(-9)));
        assertThat(days(day(-30), day(0), false)).containsExactly("Beta -9 first", "Acme -1 first");
        crm.relations()
                .archive(
                        beta.id(), crm.relations().find(beta.id()).orElseThrow().version());
        assertThat(days(day(-30), day(0), false))
                .as("an archived one stays in figures")
                .hasSize(2);
    }

    private List<Conversion> conversions(LocalDate from, LocalDate to, boolean repeated) {
        return crm.relations().conversions(from, to, repeated);
    }

    private List<String> days(LocalDate from, LocalDate to, boolean repeated) {
        return conversions(from, to, repeated).stream()
                .map(conversion -> conversion.relationName() + " "
                        + (conversion.change().effectiveOn().toEpochDay() - day(0).toEpochDay())
                        + (conversion.first() ? " first" : " repeated"))
                .toList();
    }
}
