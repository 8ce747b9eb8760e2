package org.carnetcrm.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.carnetcrm.actor.Who;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.RelationId;
import org.junit.jupiter.api.Test;

class RelationHistoryTest {

    private static final RelationId ACME = new RelationId(new UUID(0, 1));
    private static final ActionId VISIT = new ActionId(new UUID(0, 2));
    private final List<RelationChange> rows = new ArrayList<>();

    @Test
    void d11_the_present_is_the_latest_effective_row_then_the_highest_number() {
        row("PROSPECT", "2026-01-01", "2026-01-01", null);
        row("CUSTOMER", "2026-03-01", "2026-03-01", null);
        row("FORMER", "2026-02-01", "2026-03-05", null);
        row("OTHER", "2026-03-01", "2026-03-06", null);
        assertThat(status(history(), "2026-03-10")).isEqualTo("OTHER");
        assertThat(history().present(Aspect.STATUS))
                .get()
                .extracting(RelationChange::to)
                .isEqualTo("OTHER");
        assertThat(status(history(), "2026-02-28")).isEqualTo("FORMER");
        assertThat(status(history(), "2026-01-31")).isEqualTo("PROSPECT");
        assertThat(status(history(), "2025-12-31")).isEqualTo("-");
        assertThat(history().present(Aspect.PRIORITY)).isEmpty();
    }

    @Test
    void d11_what_was_believed_at_an_instant_is_what_had_been_recorded_by_then() {
        row("PROSPECT", "2026-01-01", "2026-01-01", null);
        row("CUSTOMER", "2026-02-01", "2026-03-05", null);
        row("CUSTOMER", "2026-02-15", "2026-03-20", 2);
        assertThat(status(history().asKnownAt(at("2026-03-01")), "2026-03-01")).isEqualTo("PROSPECT");
        assertThat(status(history().asKnownAt(at("2026-03-05")), "2026-02-10")).isEqualTo("CUSTOMER");
        assertThat(status(history(), "2026-02-10")).as("corrected since").isEqualTo("PROSPECT");
        assertThat(status(history().asKnownAt(at("2025-12-31")), "2026-02-10")).isEqualTo("-");
    }

    @Test
    void d11_a_row_that_was_replaced_stands_no_more_and_its_correction_does() {
        row("PROSPECT", "2026-01-01", "2026-01-01", null);
        row("CUSTOMER", "2026-02-01", "2026-02-01", null);
        row("FORMER", "2026-02-01", "2026-02-02", 2);
        row("OTHER", "2026-02-01", "2026-02-03", 3);
        assertThat(history().standing(1)).isPresent();
        assertThat(history().standing(2)).isEmpty();
        assertThat(history().standing(3)).isEmpty();
        assertThat(history().standing(4)).isPresent();
        assertThat(history().standing(5)).isEmpty();
    }

    // Z, "Conversions": worked by hand from its sentence.
    @Test
    void d11_conversions_count_each_customer_row_with_a_prospect_row_since_the_last_customer_row() {
        row("PROSPECT", "2026-01-01", "2026-01-01", null);
        row("FORMER", "2026-01-02", "2026-01-02", null);
        row("CUSTOMER", "2026-01-03", "2026-01-03", null);
        row("CUSTOMER", "2026-01-04", "2026-01-04", null);
        row("FORMER", "2026-01-05", "2026-01-05", null);
        row("CUSTOMER", "2026-01-06", "2026-01-06", null);
        row("PROSPECT", "2026-01-07", "2026-01-07", null);
        row("CUSTOMER", "2026-01-07", "2026-01-07", null);
        assertThat(conversions()).containsExactly(3, 8);
    }

    @Test
    void d11_conversions_go_by_effective_date_and_leave_replaced_rows_out() {
        row("PROSPECT", "2026-01-01", "2026-01-01", null);
        row("CUSTOMER", "2026-03-01", "2026-03-01", null);
        row("CUSTOMER", "2026-02-01", "2026-03-02", null);
        assertThat(conversions()).as("the backdated one comes first").containsExactly(3);
        row("FORMER", "2026-02-01", "2026-03-03", 3);
        assertThat(conversions()).as("when it was a mistake").containsExactly(2);
    }

    @Test
    void d11_a_relation_created_as_customer_is_no_conversion() {
        row("CUSTOMER", "2026-01-01", "2026-01-01", null);
        assertThat(conversions()).isEmpty();
    }

    @Test
    void d11_what_stands_on_a_row_was_recorded_later_and_takes_effect_no_earlier() {
        row("PROSPECT", "2026-01-01", "2026-01-01", null);
        row("CUSTOMER", "2026-02-01", "2026-02-01", null);
        row("FORMER", "2026-03-01", "2026-02-02", null);
        row("OTHER", "2026-02-01", "2026-02-03", null);
        row("OTHER", "2026-01-31", "2026-02-04", null);
        rows.add(change(Aspect.PRIORITY, "HIGH", RelationChange.Kind.CHANGE, null, null));
        assertThat(numbers(history().on(rows.get(1))))
                .as("by date, then number")
                .containsExactly(4, 3);
        assertThat(numbers(history().on(rows.get(2)))).isEmpty();
        assertThat(numbers(history().on(rows.get(0)))).containsExactly(5, 2, 4, 3);
        row("FORMER", "2026-01-15", "2026-02-05", 3);
        assertThat(numbers(history().on(rows.get(1))))
                .as("it was replaced since")
                .containsExactly(4);
    }

    @Test
    void d11_without_a_row_the_one_before_it_would_be_in_force_where_it_takes_effect() {
        row("PROSPECT", "2026-01-01", "2026-01-01", null);
        row("CUSTOMER", "2026-02-01", "2026-02-01", null);
        row("FORMER", "2026-02-01", "2026-02-02", null);
        row("OTHER", "2026-01-15", "2026-02-03", null);
        assertThat(history().without(rows.get(2))).contains(rows.get(1));
        assertThat(history().without(rows.get(1))).contains(rows.get(3));
        assertThat(history().without(rows.get(0))).isEmpty();
    }

    @Test
    void d11_the_row_by_which_an_action_changed_an_aspect_is_found_until_it_is_taken_back() {
        row("PROSPECT", "2026-01-01", "2026-01-01", null);
        rows.add(change(Aspect.STATUS, "CUSTOMER", RelationChange.Kind.CHANGE, VISIT, null));
        rows.add(change(Aspect.PRIORITY, "HIGH", RelationChange.Kind.CHANGE, VISIT, null));
        assertThat(history().by(VISIT, Aspect.STATUS)).contains(rows.get(1));
        assertThat(history().by(VISIT, Aspect.PRIORITY)).contains(rows.get(2));
        assertThat(history().by(new ActionId(new UUID(0, 3)), Aspect.STATUS)).isEmpty();
        rows.add(change(Aspect.STATUS, "FORMER", RelationChange.Kind.CORRECTION, VISIT, 2));
        assertThat(history().by(VISIT, Aspect.STATUS)).contains(rows.get(3));
        rows.add(change(Aspect.STATUS, "PROSPECT", RelationChange.Kind.TAKE_BACK, VISIT, 4));
        assertThat(history().by(VISIT, Aspect.STATUS)).isEmpty();
        assertThat(status(history(), "2026-06-01")).isEqualTo("PROSPECT");
    }

    @Test
    void d11_a_take_back_that_leaves_no_status_leaves_the_date_to_older_rows() {
        rows.add(change(Aspect.STATUS, "CUSTOMER", RelationChange.Kind.CHANGE, VISIT, null));
        rows.add(change(Aspect.STATUS, null, RelationChange.Kind.TAKE_BACK, VISIT, 1));
        row("PROSPECT", "2026-01-01", "2026-06-01", null);
        assertThat(status(history(), "2026-12-31")).isEqualTo("PROSPECT");
        assertThat(history().standing(Aspect.STATUS)).containsExactly(rows.get(2));
    }

    @Test
    void the_order_in_which_rows_are_handed_over_does_not_matter() {
        row("PROSPECT", "2026-01-01", "2026-01-01", null);
        row("CUSTOMER", "2026-03-01", "2026-03-01", null);
        row("FORMER", "2026-03-01", "2026-03-02", null);
        RelationHistory inOrder = history();
        Collections.reverse(rows);
        assertThat(history()).isEqualTo(inOrder);
        assertThat(history().rows()).extracting(RelationChange::number).containsExactly(1, 2, 3);
    }

    private List<Integer> conversions() {
        return numbers(history().conversions(Phase::valueOf));
    }

    private static List<Integer> numbers(List<RelationChange> rows) {
        return rows.stream().map(RelationChange::number).toList();
    }

    private RelationChange change(
            Aspect aspect, String to, RelationChange.Kind kind, ActionId action, Integer replaces) {
        return new RelationChange(
                ACME,
                rows.size() + 1,
                aspect,
                null,
                to,
                LocalDate.parse("2026-05-01"),
                at("2026-05-01"),
                Who.SYSTEM,
                kind,
                action,
                replaces);
    }

    private RelationHistory history() {
        return RelationHistory.of(rows);
    }

    private static String status(RelationHistory history, String date) {
        return history.inForce(Aspect.STATUS, LocalDate.parse(date))
                .map(RelationChange::to)
                .orElse("-");
    }

    private void row(String to, String effectiveOn, String recordedOn, Integer replaces) {
        rows.add(new RelationChange(
                ACME,
                rows.size() + 1,
                Aspect.STATUS,
                null,
                to,
                LocalDate.parse(effectiveOn),
                at(recordedOn),
                Who.SYSTEM,
                replaces == null ? RelationChange.Kind.CHANGE : RelationChange.Kind.CORRECTION,
                null,
                replaces));
    }

    private static Instant at(String date) {
        return LocalDate.parse(date).atTime(9, 0).toInstant(ZoneOffset.UTC);
    }
}
