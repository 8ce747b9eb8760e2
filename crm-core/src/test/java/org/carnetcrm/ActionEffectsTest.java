package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.ActionBench.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.junit.jupiter.api.Test;

/** What actions give their relation, and how it is taken back. */
class ActionEffectsTest {

    private final ActionBench crm = new ActionBench();
    private final Actions actions = crm.actions();

    @Test
    void d9_a_new_status_is_pending_while_the_action_is_planned_and_in_force_once_it_is_done() {
        Action visit = crm.plan(crm.visit().newStatus("CUSTOMER"));
        assertThat(crm.present()).as("nothing is written to the relation").isEqualTo(crm.acme);
        crm.complete(visit);
        assertThat(crm.present().status()).isEqualTo("CUSTOMER");
        assertThat(crm.present().version()).isEqualTo(2);
        assertThat(crm.history()).containsExactly("1 CHANGE null>PROSPECT on -30", "2 CHANGE PROSPECT>CUSTOMER on 0");
    }

    @Test
    void d9_an_action_that_is_recorded_as_done_or_cancelled_gives_at_once_or_never() {
        crm.gave("CUSTOMER", day(-2));
        assertThat(crm.status(day(-3))).isEqualTo("PROSPECT");
        assertThat(crm.status(day(-2))).isEqualTo("CUSTOMER");
        Action visit = crm.plan(crm.visit().newStatus("FORMER"));
        actions.cancel(visit.id(), 1);
        assertThat(crm.present().status()).isEqualTo("CUSTOMER");
    }

    @Test
    void d10_a_new_priority_takes_effect_with_the_status_or_alone() {
        Action both = crm.plan(crm.visit().newStatus("CUSTOMER").newPriority("HIGH"));
        crm.complete(both);
        assertThat(crm.present().priority()).isEqualTo("HIGH");
        assertThat(crm.present().version()).as("one change of the relation").isEqualTo(2);
        crm.complete(crm.plan(crm.visit().newPriority("LOW")));
        assertThat(crm.present().priority()).isEqualTo("LOW");
        assertThat(crm.present().status()).isEqualTo("CUSTOMER");
    }

    @Test
    void d11_the_row_says_from_what_to_what_by_which_action_by_whom_when_in_effect_and_when_recorded() {
        Action visit = crm.plan(crm.visit().newStatus("CUSTOMER"));
        crm.bench.on(day(5));
        actions.complete(visit.id(), 1, ActionDraft.from(visit).doneOn(day(3)));
        RelationChange row = rows().get(1);
        assertThat(row.from()).isEqualTo("PROSPECT");
        assertThat(row.to()).isEqualTo("CUSTOMER");
        assertThat(row.action()).isEqualTo(visit.id());
        assertThat(row.by().representative()).isEqualTo(crm.bench.lea());
        assertThat(row.effectiveOn()).isEqualTo(day(3));
        assertThat(row.recordedAt()).isEqualTo(Instant.parse("2026-03-17T09:00:00Z"));
        assertThat(crm.relations().history(crm.acme.id()).by(visit.id(), Aspect.STATUS))
                .contains(row);
    }

    @Test
    void d11_a_backdated_completion_leaves_in_force_what_took_effect_later() {
        crm.change("FORMER", day(-1));
        crm.gave("CUSTOMER", day(-5));
        assertThat(crm.present().status()).isEqualTo("FORMER");
        assertThat(crm.status(day(-5))).isEqualTo("CUSTOMER");
        assertThat(crm.status(day(-2))).isEqualTo("CUSTOMER");
        crm.gave("OTHER", day(-1));
        assertThat(crm.present().status()).as("of one day, the highest number").isEqualTo("OTHER");
        crm.gave("CUSTOMER", day(-40));
        assertThat(crm.status(day(-35))).as("before it was known at all").isEqualTo("CUSTOMER");
    }

    @Test
    void d11_what_is_in_force_already_is_not_written_again() {
        Action visit = crm.gave("PROSPECT", day(0));
        assertThat(crm.history()).hasSize(1);
        assertThat(crm.present()).isEqualTo(crm.acme);
        assertThat(crm.undo(visit).version()).isEqualTo(2);
        assertThat(crm.history()).hasSize(1);
    }

    @Test
    void d11_what_was_believed_on_a_day_stays_known_through_undo_and_correction() {
        crm.bench.on(day(5));
        Action visit = crm.gave("CUSTOMER", day(1));
        crm.bench.on(day(7));
        crm.undo(visit);
        crm.bench.on(day(9));
        crm.correct(1, "OTHER", day(-30));
        assertThat(believed(day(4), day(2))).as("before the visit was recorded").isEqualTo("PROSPECT");
        assertThat(believed(day(5), day(2))).isEqualTo("CUSTOMER");
        assertThat(believed(day(5), day(0))).as("before it took effect").isEqualTo("PROSPECT");
        assertThat(believed(day(7), day(2))).as("once it was undone").isEqualTo("PROSPECT");
        assertThat(believed(day(9), day(2)))
                .as("once the beginning was corrected")
                .isEqualTo("OTHER");
        assertThat(believed(day(-1), day(2)))
                .as("before the relation was recorded")
                .isEqualTo("-");
    }

    @Test
    void x2_undo_restores_the_status_in_reverse_order() {
        Action first = crm.gave("CUSTOMER", day(-3));
        Action second = crm.gave("FORMER", day(-2));
        crm.undo(second);
        assertThat(crm.present().status()).isEqualTo("CUSTOMER");
        crm.undo(first);
        assertThat(crm.present().status()).isEqualTo("PROSPECT");
        assertThat(crm.history())
                .containsExactly(
                        "1 CHANGE null>PROSPECT on -30",
                        "2 CHANGE PROSPECT>CUSTOMER on -3",
                        "3 CHANGE CUSTOMER>FORMER on -2",
                        "4 TAKE_BACK FORMER>CUSTOMER on -2 for 3",
                        "5 TAKE_BACK CUSTOMER>PROSPECT on -3 for 2",
                        "6 TAKE_BACK CUSTOMER>PROSPECT on -2 for 4");
        assertThat(crm.status(day(-1))).isEqualTo("PROSPECT");
    }

    @Test
    void x2_undo_is_refused_when_something_newer_stands_on_it_and_says_what() {
        Action visit = crm.gave("CUSTOMER", day(-3));
        crm.change("FORMER", day(-2));
        assertThatThrownBy(() -> crm.undo(visit))
                .isInstanceOf(InvalidException.class)
                .hasMessage("newStatus: it cannot be taken back: row 3 of the history, FORMER from 10 Mar 2026 on, "
                        + "stands on it")
                .satisfies(e -> assertThat(((InvalidException) e).messageIn(Locale.FRENCH))
                        .contains("la ligne 3 de l’historique"));
        assertThat(actions.find(visit.id())).contains(visit);
        crm.correct(3, "FORMER", day(-9));
        assertThat(crm.undo(visit).version()).as("it stands before it now").isEqualTo(2);
        assertThat(crm.present().status()).isEqualTo("FORMER");
    }

    @Test
    void x2_undo_of_a_priority_is_refused_even_when_what_stands_on_it_took_it_away() {
        Action visit = actions.record(crm.visit().newPriority("HIGH").doneOn(day(-3)));
        crm.relations()
                .change(crm.acme.id(), 2, RelationDraft.from(crm.present()).priority(null));
        assertThatThrownBy(() -> crm.undo(visit))
                .hasMessage("newPriority: it cannot be taken back: row 3 of the history, - from 12 Mar 2026 on, "
                        + "stands on it");
    }

    @Test
    void x2_a_row_of_the_same_day_stands_on_it_and_one_that_was_recorded_before_does_not() {
        crm.change("FORMER", day(-1));
        Action backdated = crm.gave("CUSTOMER", day(-5));
        crm.undo(backdated);
        assertThat(crm.status(day(-5))).isEqualTo("PROSPECT");
        assertThat(crm.present().status()).isEqualTo("FORMER");
        Action today = crm.gave("CUSTOMER", day(0));
        crm.change("OTHER", day(0));
        assertThatThrownBy(() -> crm.undo(today)).hasMessageContaining("OTHER from 12 Mar 2026 on");
    }

    @Test
    void x2_what_is_undone_may_be_done_again() {
        Action visit = crm.gave("CUSTOMER", day(-3));
        Action planned = crm.undo(visit);
        assertThat(planned.effect().newStatus()).as("pending again").isEqualTo("CUSTOMER");
        crm.complete(planned);
        assertThat(crm.status(day(-1))).isEqualTo("PROSPECT");
        assertThat(crm.present().status()).isEqualTo("CUSTOMER");
        assertThat(crm.relations().history(crm.acme.id()).by(visit.id(), Aspect.STATUS))
                .get()
                .extracting(RelationChange::number)
                .isEqualTo(4);
    }

    @Test
    void x2_undo_of_what_took_effect_before_the_relation_had_a_status_leaves_none_there() {
        Action visit = crm.gave("CUSTOMER", day(-40));
        crm.undo(visit);
        assertThat(crm.status(day(-35))).isEqualTo("-");
        assertThat(crm.present().status()).isEqualTo("PROSPECT");
        assertThat(crm.history()).endsWith("3 TAKE_BACK CUSTOMER>null on -40 for 2");
    }

    @Test
    void x1_a_discarded_action_takes_back_what_it_gave_unless_something_stands_on_it() {
        Action visit = crm.gave("CUSTOMER", day(-3));
        crm.change("FORMER", day(-2));
        assertThatThrownBy(() -> actions.discard(visit.id(), 1)).hasMessageContaining("row 3 of the history");
        assertThat(actions.find(visit.id())).contains(visit);
        Action second = crm.gave("OTHER", day(-1));
        actions.discard(second.id(), 1);
        assertThat(crm.present().status()).isEqualTo("FORMER");
        assertThat(rows().get(4).action()).as("it stays on record").isEqualTo(second.id());
        Action planned = crm.plan(crm.visit().newStatus("CUSTOMER"));
        actions.discard(planned.id(), 1);
        assertThat(crm.history()).as("a planned one had given nothing").hasSize(5);
    }

    @Test
    void d9_a_new_status_that_is_added_changed_or_removed_after_the_fact_changes_the_history() {
        Action visit = actions.record(crm.visit().doneOn(day(-4)));
        visit = actions.change(visit.id(), 1, ActionDraft.from(visit).newStatus("CUSTOMER"));
        assertThat(crm.status(day(-4))).isEqualTo("CUSTOMER");
        visit = actions.change(visit.id(), 2, ActionDraft.from(visit).newStatus("OTHER"));
        assertThat(crm.present().status()).isEqualTo("OTHER");
        visit = actions.change(visit.id(), 3, ActionDraft.from(visit).note("Only a note"));
        actions.change(visit.id(), 4, ActionDraft.from(visit).newStatus(null));
        assertThat(crm.present().status()).isEqualTo("PROSPECT");
        assertThat(crm.history())
                .containsExactly(
                        "1 CHANGE null>PROSPECT on -30",
                        "2 CHANGE PROSPECT>CUSTOMER on -4",
                        "3 CORRECTION CUSTOMER>OTHER on -4 for 2",
                        "4 TAKE_BACK OTHER>PROSPECT on -4 for 3");
        assertThat(rows().subList(1, 4)).extracting(RelationChange::action).containsOnly(visit.id());
    }

    @Test
    void d9_a_new_date_of_completion_moves_what_was_given() {
        Action visit = crm.gave("CUSTOMER", day(-4));
        crm.change("FORMER", day(-1));
        actions.change(visit.id(), 1, ActionDraft.from(visit).doneOn(day(-7)));
        assertThat(crm.status(day(-7))).isEqualTo("CUSTOMER");
        assertThat(crm.present().status()).isEqualTo("FORMER");
        assertThat(crm.history()).endsWith("4 CORRECTION PROSPECT>CUSTOMER on -7 for 2");
    }

    @Test
    void d9_what_a_done_action_gave_is_not_removed_beneath_something_newer() {
        Action visit = crm.gave("CUSTOMER", day(-4));
        crm.change("FORMER", day(-1));
        assertThatThrownBy(() ->
                        actions.change(visit.id(), 1, ActionDraft.from(visit).newStatus(null)))
                .hasMessageContaining("row 3 of the history, FORMER from 11 Mar 2026 on, stands on it");
        assertThat(actions.find(visit.id())).contains(visit);
    }

    @Test
    void d12_a_retired_status_is_given_no_more_but_by_the_action_that_has_it() {
        Action visit = crm.plan(crm.visit().newStatus("FORMER"));
        crm.retire(ChoiceKind.RELATION_STATUS, "FORMER");
        assertThatThrownBy(() -> crm.plan(crm.visit().newStatus("FORMER")))
                .hasMessage("newStatus: the choice FORMER of the list of relation statuses is retired");
        crm.complete(visit);
        assertThat(crm.present().status()).isEqualTo("FORMER");
    }

    @Test
    void d11_a_correction_by_hand_keeps_the_action_behind_it_and_goes_with_its_undo() {
        Action visit = crm.gave("CUSTOMER", day(-4));
        crm.correct(2, "OTHER", day(-6));
        assertThat(rows().get(2).action()).isEqualTo(visit.id());
        assertThat(crm.present().status()).isEqualTo("OTHER");
        crm.undo(visit);
        assertThat(crm.present().status()).isEqualTo("PROSPECT");
        assertThat(crm.history()).endsWith("4 TAKE_BACK OTHER>PROSPECT on -6 for 3");
    }

    @Test
    void d11_a_take_back_that_is_corrected_by_hand_has_no_action_behind_it_any_more() {
        Action visit = crm.gave("CUSTOMER", day(-4));
        Action planned = crm.undo(visit);
        crm.correct(3, "OTHER", day(-4));
        assertThat(rows().get(3).action()).isNull();
        actions.discard(planned.id(), 2);
        assertThat(crm.present().status()).as("the planned action gave nothing").isEqualTo("OTHER");
    }

    @Test
    void d11_what_a_take_back_restates_follows_what_is_learnt_of_earlier_days() {
        Action visit = crm.gave("CUSTOMER", day(-4));
        crm.undo(visit);
        crm.gave("OTHER", day(-9));
        assertThat(crm.present().status())
                .as("the take-back says nothing of its own")
                .isEqualTo("OTHER");
        crm.correct(1, "FORMER", day(-8));
        assertThat(crm.present().status()).isEqualTo("FORMER");
        assertThat(crm.history())
                .containsExactly(
                        "1 CHANGE null>PROSPECT on -30",
                        "2 CHANGE PROSPECT>CUSTOMER on -4",
                        "3 TAKE_BACK CUSTOMER>PROSPECT on -4 for 2",
                        "4 CHANGE PROSPECT>OTHER on -9",
                        "5 TAKE_BACK PROSPECT>OTHER on -4 for 3",
                        "6 CORRECTION OTHER>FORMER on -8 for 1",
                        "7 TAKE_BACK OTHER>FORMER on -4 for 5");
    }

    @Test
    void d11_a_take_back_does_not_come_over_what_was_said_later_of_its_own_day() {
        Action visit = crm.gave("CUSTOMER", day(-4));
        crm.undo(visit);
        crm.change("FORMER", day(-4));
        crm.gave("OTHER", day(-9));
        assertThat(crm.status(day(-5))).isEqualTo("OTHER");
        assertThat(crm.present().status()).isEqualTo("FORMER");
    }

    @Test
    void d9_a_direct_change_to_what_was_in_force_on_its_date_already_is_refused() {
        crm.gave("CUSTOMER", day(-4));
        assertThatThrownBy(() -> crm.change("PROSPECT", day(-9)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("status: PROSPECT is in force on 3 Mar 2026 already");
        Relation acme = crm.present();
        Relation high = crm.relations()
                .change(acme.id(), acme.version(), RelationDraft.from(acme).priority("HIGH"));
        assertThatThrownBy(() -> crm.relations()
                        .change(
                                acme.id(),
                                high.version(),
                                RelationDraft.from(high).priority(null).effectiveOn(day(-1))))
                .as("it had none on that day, so that clearing it there would be lost in silence")
                .hasMessage("priority: - is in force on 11 Mar 2026 already");
        assertThat(crm.present()).isEqualTo(high);
    }

    @Test
    void a_stale_relation_is_a_conflict_for_who_changes_it_and_none_for_who_completes_an_action() {
        Action visit = crm.plan(crm.visit().newStatus("CUSTOMER"));
        crm.relations().change(crm.acme.id(), 1, RelationDraft.from(crm.acme).sector("retail"));
        crm.complete(visit);
        assertThat(crm.present().sector()).isEqualTo("retail");
        assertThatThrownBy(() -> crm.relations().change(crm.acme.id(), 2, RelationDraft.from(crm.acme)))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.fields()).contains("status"));
    }

    @Test
    void d11_actions_that_are_recorded_together_stand_in_the_history_in_their_order() {
        actions.recordAll(List.of(
                crm.visit().newStatus("CUSTOMER").doneOn(day(-2)),
                crm.visit().newStatus("FORMER").doneOn(day(-5)),
                crm.visit().newStatus("PROSPECT").doneOn(day(-3)),
                crm.visit().newStatus("OTHER").doneOn(day(-2))));
        assertThat(crm.history())
                .containsExactly(
                        "1 CHANGE null>PROSPECT on -30",
                        "2 CHANGE PROSPECT>CUSTOMER on -2",
                        "3 CHANGE PROSPECT>FORMER on -5",
                        "4 CHANGE FORMER>PROSPECT on -3",
                        "5 CHANGE CUSTOMER>OTHER on -2");
        assertThat(crm.present().status()).isEqualTo("OTHER");
        assertThat(crm.present().version()).as("one change of the relation").isEqualTo(2);
    }

    private List<RelationChange> rows() {
        return crm.relations().history(crm.acme.id()).rows();
    }

    private String believed(LocalDate then, LocalDate of) {
        return crm.relations()
                .history(crm.acme.id())
                .asKnownAt(then.atTime(9, 0).toInstant(ZoneOffset.UTC))
                .inForce(Aspect.STATUS, of)
                .map(RelationChange::to)
                .orElse("-");
    }
}
