package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.carnetcrm.ActionBench.day;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Relation;
import org.junit.jupiter.api.Test;

/** How an action goes from planned to done or cancelled and back, and what may be said after the fact. */
class ActionLifeTest {

    private final ActionBench crm = new ActionBench();
    private final Actions actions = crm.actions();

    @Test
    void x2_an_action_is_planned_completed_undone_cancelled_and_undone() {
        Action planned = crm.plan(crm.visit());
        Action done = crm.complete(planned);
        assertThat(done.state()).isEqualTo(new Action.State("DONE", Progress.DONE, day(0)));
        Action again = crm.undo(done);
        assertThat(again.state()).isEqualTo(planned.state());
        Action cancelled = actions.cancel(again.id(), 3);
        assertThat(cancelled.state()).isEqualTo(new Action.State("CANCELLED", Progress.CANCELLED, null));
        Action last = crm.undo(cancelled);
        assertThat(last).isEqualTo(planned.withVersion(5));
        assertThat(crm.bench.desk().audit(planned.id())).hasSize(5);
    }

    @Test
    void d6_only_a_planned_action_is_completed_or_cancelled_and_only_another_is_undone() {
        Action planned = crm.plan(crm.visit());
        assertThatThrownBy(() -> crm.undo(planned))
                .hasMessage("status: an action that is planned cannot become planned");
        Action done = crm.complete(planned);
        assertThatThrownBy(() -> crm.complete(done)).hasMessage("status: an action that is done cannot become done");
        assertThatThrownBy(() -> actions.cancel(done.id(), 2))
                .hasMessage("status: an action that is done cannot become cancelled");
        Action other = crm.plan(crm.visit());
        Action cancelled = actions.cancel(other.id(), 1);
        assertThatThrownBy(() -> crm.complete(cancelled))
                .hasMessage("status: an action that is cancelled cannot become done");
        assertThat(actions.find(done.id())).contains(done);
        assertThat(actions.find(other.id())).contains(cancelled);
    }

    @Test
    void d1_completing_takes_effect_today_where_the_actor_is_and_keeps_the_planned_dates() {
        Action planned = crm.plan(crm.visit().on(day(3)));
        Desk kiritimati = crm.bench.crm().actingAs(crm.bench.desk().actor().in(ZoneId.of("Pacific/Kiritimati")));
        crm.bench.on(day(5));
        Action done = kiritimati.actions().complete(planned.id(), 1);
        assertThat(done.state().doneOn()).as("09:00 in UTC is 23:00 there").isEqualTo(day(5));
        Action other = crm.plan(crm.visit().on(day(3)));
        Desk tokyo = crm.bench.crm().actingAs(crm.bench.desk().actor().in(ZoneId.of("+18:00")));
        assertThat(tokyo.actions().complete(other.id(), 1).state().doneOn()).isEqualTo(day(6));
        assertThat(done.schedule()).isEqualTo(new Schedule.AllDay(day(3), day(3)));
    }

    @Test
    void d1_a_completion_says_what_was_said_spent_and_when() {
        Action planned = crm.plan(crm.visit().on(day(3)));
        crm.bench.on(day(5));
        Action done = actions.complete(
                planned.id(),
                1,
                ActionDraft.from(planned)
                        .note("They want a quote")
                        .cost(CostDraft.of("Lunch").price("42.50"))
                        .on(day(4))
                        .doneOn(day(4)));
        assertThat(done.state().doneOn()).isEqualTo(day(4));
        assertThat(done.schedule().first()).isEqualTo(day(4));
        assertThat(done.matter().note()).isEqualTo("They want a quote");
        assertThat(done.costs()).hasSize(1);
    }

    @Test
    void d1_nothing_is_done_in_the_future() {
        Action planned = crm.plan(crm.visit());
        assertThatThrownBy(() -> actions.complete(
                        planned.id(), 1, ActionDraft.from(planned).doneOn(day(1))))
                .hasMessage("doneOn: 13 Mar 2026 is after 12 Mar 2026");
        assertThatThrownBy(() -> actions.record(crm.visit().doneOn(day(1)))).isInstanceOf(InvalidException.class);
        Action done = crm.complete(planned);
        assertThatThrownBy(() ->
                        actions.change(done.id(), 2, ActionDraft.from(done).doneOn(day(1))))
                .isInstanceOf(InvalidException.class);
        assertThat(crm.plan(crm.visit().doneOn(day(1))).state().doneOn())
                .as("of no effect on what is not done")
                .isNull();
    }

    @Test
    void d1_a_done_action_is_supplemented_and_a_change_of_nothing_keeps_its_date() {
        Action done = actions.record(crm.visit().doneOn(day(-4)).on(day(-5)));
        crm.bench.on(day(2));
        assertThat(actions.change(done.id(), 1, ActionDraft.from(done))).isEqualTo(done);
        Action more = actions.change(
                done.id(),
                1,
                ActionDraft.from(done)
                        .doneOn(null)
                        .note("Said later")
                        .cost(CostDraft.of("Train").price("12")));
        assertThat(more.matter().note()).isEqualTo("Said later");
        assertThat(more.costs()).hasSize(1);
        assertThat(more.state()).isEqualTo(done.state());
        assertThat(more.progress()).isEqualTo(Progress.DONE);
    }

    @Test
    void d1_the_relation_of_a_planned_action_may_change_and_that_of_a_done_one_is_fixed() {
        Relation beta = crm.add("Beta");
        Action visit = crm.plan(crm.visit().newStatus("CUSTOMER"));
        Action moved = actions.complete(visit.id(), 1, ActionDraft.from(visit).relation(beta.id()));
        assertThat(crm.relations().find(beta.id()).orElseThrow().status()).isEqualTo("CUSTOMER");
        assertThat(crm.present()).isEqualTo(crm.acme);
        assertThatThrownBy(() ->
                        actions.change(visit.id(), 2, ActionDraft.from(moved).relation(crm.acme.id())))
                .isInstanceOf(InvalidException.class)
                .hasMessage("relation: the relation of an action that is done cannot change");
        Action undone = crm.undo(moved);
        assertThat(actions.change(visit.id(), 3, ActionDraft.from(undone).relation(crm.acme.id()))
                        .relation())
                .isEqualTo(crm.acme.id());
    }

    @Test
    void d1_actions_are_planned_or_recorded_in_lists_whole_or_not_at_all() {
        assertThat(actions.planAll(List.of(crm.visit(), crm.visit().on(day(2)))))
                .extracting(Action::progress)
                .containsExactly(Progress.PLANNED, Progress.PLANNED);
        assertThat(actions.recordAll(List.of(crm.visit().doneOn(day(-1)), crm.visit())))
                .extracting(action -> action.state().doneOn())
                .containsExactly(day(-1), day(0));
        int before = rows();
        assertThatThrownBy(() -> actions.recordAll(List.of(
                        crm.visit().hostReference("A-1").newStatus("CUSTOMER"),
                        crm.visit().hostReference(" A-1 "),
                        crm.visit().doneOn(day(1)).type("NONE"),
                        crm.visit().cost(CostDraft.of("Lunch")))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path() + " " + problem.key())
                                .containsExactlyInAnyOrder(
                                        "[1].hostReference reference.taken",
                                        "[2].doneOn date.future",
                                        "[2].type choice.unknown",
                                        "[3].costs[0].price required"));
        assertThat(rows()).isEqualTo(before);
        assertThat(crm.present()).isEqualTo(crm.acme);
        assertThat(actions.planAll(List.of())).isEmpty();
    }

    @Test
    void d1_an_action_that_the_host_knows_is_found_by_its_reference_which_is_free_again_once_discarded() {
        Action visit = actions.record(crm.visit().hostReference("A-1"));
        assertThatThrownBy(() -> crm.plan(crm.visit().hostReference("A-1")))
                .hasMessage("hostReference: the host reference A-1 is taken");
        assertThat(actions.change(visit.id(), 1, ActionDraft.from(visit).subject("Same reference"))
                        .hostReference())
                .isEqualTo("A-1");
        actions.discard(visit.id(), 2);
        assertThat(actions.findByReference("A-1")).isEmpty();
        assertThat(crm.plan(crm.visit().hostReference("A-1")).hostReference()).isEqualTo("A-1");
        assertThat(actions.findByReference(" ")).isEmpty();
    }

    @Test
    void x1_a_discarded_action_is_gone_from_every_answer_and_stays_on_record() {
        Action visit = actions.record(crm.visit().cost(CostDraft.of("Lunch").price("42.50")));
        actions.discard(visit.id(), 1);
        assertThat(actions.find(visit.id())).isEmpty();
        assertThat(rows()).isZero();
        assertThat(actions.costs(ActionFilter.all())).isEmpty();
        assertThat(actions.count(ActionFilter.all())).isEmpty();
        assertThat(crm.bench.desk().audit(visit.id()).get(1).changes())
                .contains(new FieldChange("subject", "First visit", null));
        assertThatThrownBy(() -> actions.discard(visit.id(), 2)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void x1_a_cost_line_that_was_entered_by_mistake_is_taken_out_by_its_place() {
        Action visit = actions.record(crm.visit()
                .cost(CostDraft.of("Lunch").price("42.50"))
                .cost(CostDraft.of("Train").price("12")));
        Action less = actions.discardCost(visit.id(), 1, 0);
        assertThat(less.costs()).extracting(line -> line.description()).containsExactly("Train");
        for (int place : new int[] {-1, 1}) {
            assertThatThrownBy(() -> actions.discardCost(visit.id(), 2, place))
                    .isInstanceOf(InvalidException.class)
                    .hasMessage("place: there is no cost line " + place + "; the action has 1, counted from 0");
        }
    }

    @Test
    void x4_the_audit_tells_what_changed_field_by_field() {
        Action visit = crm.plan(crm.visit());
        crm.bench.on(day(2));
        actions.complete(
                visit.id(),
                1,
                ActionDraft.from(visit).cost(CostDraft.of("Lunch").price("42.50")));
        var entry = crm.bench.desk().audit(visit.id()).get(1);
        assertThat(entry.who().representative()).isEqualTo(crm.bench.lea());
        assertThat(entry.recordedAt()).isEqualTo(Instant.parse("2026-03-14T09:00:00Z"));
        assertThat(entry.changes())
                .containsExactlyInAnyOrder(
                        new FieldChange("status", "PLANNED", "DONE"),
                        new FieldChange("doneOn", null, "2026-03-14"),
                        new FieldChange("costs[0]", null, "Lunch 1 × EUR 42.5 MANUAL"));
    }

    @Test
    void a_stale_version_is_a_conflict_that_names_the_fields_that_others_changed() {
        Action visit = crm.plan(crm.visit());
        Action present = actions.change(
                visit.id(),
                1,
                ActionDraft.from(visit).subject("Other").participants(List.of(crm.representative("Tom"))));
        for (Runnable command : List.<Runnable>of(
                () -> actions.change(visit.id(), 1, crm.visit()),
                () -> actions.complete(visit.id(), 1),
                () -> actions.complete(visit.id(), 1, crm.visit()),
                () -> actions.cancel(visit.id(), 1),
                () -> actions.undo(visit.id(), 1),
                () -> actions.discardCost(visit.id(), 1, 0),
                () -> actions.discard(visit.id(), 1))) {
            ConflictException e = catchThrowableOfType(ConflictException.class, command::run);
            assertThat(e).isNotNull();
            assertThat(e.fields()).containsExactly("participants", "subject");
            assertThat(e.present()).contains(present);
        }
        assertThat(actions.find(visit.id())).contains(present);
    }

    @Test
    void a_command_on_an_unknown_action_says_so() {
        ActionId nobody = new ActionId(new java.util.UUID(1, 2));
        assertThatThrownBy(() -> actions.complete(nobody, 1))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("there is no action " + nobody);
        assertThat(actions.find(nobody)).isEmpty();
    }

    @Test
    void a_failed_completion_changes_neither_the_action_nor_its_relation() {
        Action visit = crm.plan(crm.visit().newStatus("CUSTOMER"));
        List<String> history = crm.history();
        assertThatThrownBy(() -> actions.complete(
                        visit.id(), 1, ActionDraft.from(visit).type("NONE").cost(CostDraft.of("Lunch"))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::path)
                                .containsExactly("type", "costs[0].price"));
        assertThat(actions.find(visit.id())).contains(visit);
        assertThat(crm.present()).isEqualTo(crm.acme);
        assertThat(crm.history()).isEqualTo(history);
    }

    private int rows() {
        return actions.list(ActionFilter.all(), ActionOrder.EARLIEST, PageRequest.first(100))
                .rows()
                .size();
    }
}
