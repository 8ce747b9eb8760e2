package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.ActionBench.day;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.ActionRow;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.Schedule;
import org.carnetcrm.action.ScheduleDraft;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionStatus;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotOfferedException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineKind;
import org.junit.jupiter.api.Test;

/** What an action is made of: whom it is with, who goes, what it is, and when. */
class ActionTest {

    private final ActionBench crm = new ActionBench();
    private final Actions actions = crm.actions();

    @Test
    void d1_an_action_is_created_opened_listed_and_changed() {
        Action visit = crm.plan(crm.visit().note("Bring the catalogue").hostReference("A-1"));
        assertThat(visit.version()).isEqualTo(1);
        assertThat(visit.relation()).isEqualTo(crm.acme.id());
        assertThat(actions.find(visit.id())).contains(visit);
        assertThat(actions.findByReference(" A-1 ")).contains(visit);
        Action changed = actions.change(visit.id(), 1, ActionDraft.from(visit).subject("Second visit"));
        assertThat(changed.matter().subject()).isEqualTo("Second visit");
        assertThat(changed.matter().note()).isEqualTo("Bring the catalogue");
        assertThat(changed.version()).isEqualTo(2);
        assertThat(rows(ActionFilter.all())).containsExactly(ActionRow.of(changed, "Acme", "Lea"));
        assertThat(actions.change(visit.id(), 2, ActionDraft.from(changed)))
                .as("the same form again changes nothing")
                .isEqualTo(changed);
    }

    @Test
    void d1_an_action_is_about_a_deal_of_its_relation_only() {
        Opportunity deal = crm.bench
                .desk()
                .opportunities()
                .open(OpportunityDraft.about(crm.acme.id()).subject("Web site"));
        Opportunity foreign = crm.bench.deal();
        Action visit = crm.plan(crm.visit().opportunity(deal.id()));
        assertThat(visit.opportunity()).isEqualTo(deal.id());
        assertThat(rows(ActionFilter.all().opportunity(deal.id()))).hasSize(1);
        assertThatThrownBy(() -> crm.plan(crm.visit().opportunity(foreign.id())))
                .isInstanceOf(InvalidException.class)
                .hasMessage("opportunity: the deal " + foreign.id() + " is with another relation");
        assertThatThrownBy(() ->
                        actions.change(visit.id(), 1, ActionDraft.from(visit).relation(foreign.relation())))
                .as("with another relation the deal is another's too")
                .hasMessage("opportunity: the deal " + deal.id() + " is with another relation");
    }

    @Test
    void d1_a_deal_that_was_discarded_since_may_stay_but_is_not_named_anew() {
        Opportunity deal = crm.bench
                .desk()
                .opportunities()
                .open(OpportunityDraft.about(crm.acme.id()).subject("Web site"));
        Action visit = crm.plan(crm.visit().opportunity(deal.id()));
        crm.bench.desk().opportunities().discard(deal.id(), 1, "entered twice");
        assertThat(crm.complete(visit).opportunity()).isEqualTo(deal.id());
        assertThatThrownBy(() -> crm.plan(crm.visit().opportunity(deal.id()))).isInstanceOf(InvalidException.class);
    }

    @Test
    void d2_the_contact_person_is_at_that_relation_and_still_offered() {
        ContactPerson anna = crm.relations().addContact(crm.acme.id(), ContactPersonDraft.named("Anna", "Peeters"));
        ContactPerson eva = crm.relations().addContact(crm.add("Other").id(), ContactPersonDraft.named("Eva", "Else"));
        Action visit = crm.plan(crm.visit().contact(anna.id()));
        assertThat(visit.concern().contact()).isEqualTo(anna.id());
        assertThatThrownBy(() -> crm.plan(crm.visit().contact(eva.id())))
                .hasMessage("contact: the person " + eva.id() + " is at another relation");
        assertThatThrownBy(() ->
                        actions.change(visit.id(), 1, ActionDraft.from(visit).relation(eva.relation())))
                .hasMessage("contact: the person " + anna.id() + " is at another relation");
        crm.relations()
                .changeContact(anna.id(), 1, ContactPersonDraft.from(anna).active(false));
        assertThat(crm.complete(visit).concern().contact()).as("who left stays").isEqualTo(anna.id());
        assertThatThrownBy(() -> crm.plan(crm.visit().contact(anna.id()))).hasMessageContaining("no longer offered");
    }

    @Test
    void d3_the_representative_is_filled_in_from_the_relation_else_it_is_the_actors_own() {
        RepresentativeId tom = crm.representative("Tom");
        Relation beta = crm.relations().add(RelationDraft.company("Beta").accountManager(tom));
        Action ofTom = crm.plan(ActionDraft.with(beta.id()));
        assertThat(ofTom.crew()).isEqualTo(new Action.Crew(tom, false, List.of()));
        assertThat(crm.plan(crm.visit()).representative()).isEqualTo(crm.bench.lea());
        assertThat(crm.plan(ActionDraft.with(beta.id()).representative(crm.bench.lea()))
                        .crew())
                .isEqualTo(new Action.Crew(crm.bench.lea(), true, List.of()));
        assertThatThrownBy(() -> crm.bench.system().actions().plan(crm.visit()))
                .as("the system has no representative")
                .hasMessage("representative: is required");
    }

    @Test
    void d3_an_account_manager_who_left_is_passed_over() {
        RepresentativeId tom = crm.representative("Tom");
        Relation beta = crm.relations().add(RelationDraft.company("Beta").accountManager(tom));
        Action before = crm.plan(ActionDraft.with(beta.id()));
        crm.bench.system().representatives().archive(tom, 1);
        assertThat(crm.plan(ActionDraft.with(beta.id())).representative()).isEqualTo(crm.bench.lea());
        assertThat(crm.complete(before).representative())
                .as("who was filled in stays")
                .isEqualTo(tom);
        assertThatThrownBy(() -> crm.plan(crm.visit().representative(tom)))
                .hasMessage("representative: Tom is no longer offered");
    }

    @Test
    void d3_with_another_relation_the_representative_is_filled_in_anew_only_if_nobody_chose() {
        RepresentativeId tom = crm.representative("Tom");
        RepresentativeId zoe = crm.representative("Zoe");
        Relation beta = crm.relations().add(RelationDraft.company("Beta").accountManager(tom));
        Action filledIn = crm.plan(crm.visit());
        Action moved =
                actions.change(filledIn.id(), 1, ActionDraft.from(filledIn).relation(beta.id()));
        assertThat(moved.crew()).isEqualTo(new Action.Crew(tom, false, List.of()));
        Action chosen = crm.plan(crm.visit().representative(zoe));
        assertThat(actions.change(chosen.id(), 1, ActionDraft.from(chosen).relation(beta.id()))
                        .crew())
                .isEqualTo(new Action.Crew(zoe, true, List.of()));
        Action cleared = actions.change(
                chosen.id(), 2, ActionDraft.from(chosen).relation(beta.id()).representative(null));
        assertThat(cleared.crew()).as("cleared, it is filled in").isEqualTo(new Action.Crew(tom, false, List.of()));
    }

    @Test
    void d3_the_account_manager_who_changes_later_leaves_an_action_where_it_is() {
        RepresentativeId tom = crm.representative("Tom");
        Action visit = crm.plan(crm.visit());
        crm.relations().change(crm.acme.id(), 1, RelationDraft.from(crm.acme).accountManager(tom));
        assertThat(crm.complete(visit).representative()).isEqualTo(crm.bench.lea());
    }

    @Test
    void d4_participants_are_others_each_once_and_it_stands_with_each_of_them() {
        RepresentativeId tom = crm.representative("Tom");
        RepresentativeId zoe = crm.representative("Zoe");
        Action visit = crm.plan(crm.visit().participants(List.of(zoe, tom, zoe, crm.bench.lea())));
        List<RepresentativeId> others = Stream.of(tom, zoe).sorted(UuidId.ORDER).toList();
        assertThat(visit.crew().participants()).isEqualTo(others);
        for (RepresentativeId attendee : List.of(crm.bench.lea(), tom, zoe)) {
            assertThat(rows(ActionFilter.all().attendedBy(attendee)))
                    .extracting(ActionRow::id)
                    .containsExactly(visit.id());
        }
        assertThat(rows(ActionFilter.all().carriedOutBy(tom))).isEmpty();
        Action alone = actions.change(visit.id(), 1, ActionDraft.from(visit).participants(List.of()));
        assertThat(rows(ActionFilter.all().attendedBy(tom))).isEmpty();
        assertThat(alone.crew().everybody()).containsExactly(crm.bench.lea());
    }

    @Test
    void d4_an_unknown_or_former_participant_is_refused_and_so_are_more_than_a_hundred() {
        RepresentativeId tom = crm.representative("Tom");
        Action visit = crm.plan(crm.visit().participants(List.of(tom)));
        crm.bench.system().representatives().archive(tom, 1);
        RepresentativeId nobody = new RepresentativeId(new UUID(1, 2));
        assertThatThrownBy(() -> crm.plan(crm.visit().participants(List.of(crm.bench.lea(), tom, nobody))))
                .hasMessage("participants[1]: Tom is no longer offered; participants[2]: there is nothing with the id "
                        + nobody);
        assertThat(crm.complete(visit).crew().participants()).containsExactly(tom);
        List<RepresentativeId> crowd = Stream.generate(() -> crm.bench
                        .system()
                        .representatives()
                        .add(RepresentativeDraft.named("One of many"))
                        .id())
                .limit(101)
                .toList();
        assertThatThrownBy(() -> crm.plan(crm.visit().participants(crowd)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("participants: has more than 100 entries");
        assertThat(crm.plan(crm.visit().participants(crowd.subList(0, 100)))
                        .crew()
                        .participants())
                .hasSize(100);
    }

    @Test
    void d5_types_are_configured_and_none_is_shipped() {
        assertThat(Presets.standard().of(ChoiceKind.ACTION_TYPE)).isEmpty();
        assertThat(crm.plan(ActionDraft.with(crm.acme.id())).matter().type())
                .as("the first in force")
                .isEqualTo("VISIT");
        Action visit = crm.plan(crm.visit());
        crm.retire(ChoiceKind.ACTION_TYPE, "VISIT");
        assertThat(crm.plan(ActionDraft.with(crm.acme.id())).matter().type()).isEqualTo("CALL");
        assertThatThrownBy(() -> crm.plan(crm.visit()))
                .hasMessage("type: the choice VISIT of the list of action types is retired");
        assertThat(crm.complete(visit).matter().type())
                .as("what has it keeps it")
                .isEqualTo("VISIT");
        Desk bare = crm.bench.crm().openTenant(TenantDraft.of("bare", "EUR").choices(Presets.standard()));
        Relation relation = bare.relations().add(RelationDraft.company("Acme"));
        RepresentativeId rep = bare.representatives().ensure("r", "R").id();
        assertThatThrownBy(() ->
                        bare.actions().plan(ActionDraft.with(relation.id()).representative(rep)))
                .hasMessage("type: the list of action types has no choice to fill in");
    }

    @Test
    void d6_a_status_of_the_right_kind_is_filled_in_or_chosen() {
        Action visit = crm.plan(crm.visit());
        assertThat(visit.state()).isEqualTo(new Action.State("PLANNED", Progress.PLANNED, null));
        assertThat(crm.complete(visit).state().status()).isEqualTo("DONE");
        Action reported = actions.record(crm.visit().status("REPORTED"));
        assertThat(reported.state()).isEqualTo(new Action.State("REPORTED", Progress.DONE, day(0)));
        Action done =
                actions.change(reported.id(), 1, ActionDraft.from(reported).status("DONE"));
        assertThat(done.state().status()).isEqualTo("DONE");
        Action second = crm.plan(crm.visit());
        assertThat(actions.complete(second.id(), 1, ActionDraft.from(second).status("REPORTED"))
                        .state()
                        .status())
                .isEqualTo("REPORTED");
    }

    @Test
    void d6_a_status_of_another_kind_and_a_retired_one_are_refused() {
        assertThatThrownBy(() -> crm.plan(crm.visit().status("DONE")))
                .hasMessage("status: the status DONE is for actions that are done, but the action is planned");
        assertThatThrownBy(() -> actions.record(crm.visit().status("PLANNED")))
                .hasMessage("status: the status PLANNED is for actions that are planned, but the action is done");
        Action visit = crm.plan(crm.visit());
        assertThatThrownBy(() ->
                        actions.change(visit.id(), 1, ActionDraft.from(visit).status("CANCELLED")))
                .hasMessage(
                        "status: the status CANCELLED is for actions that are cancelled, but the action is planned");
        assertThatThrownBy(() -> crm.plan(crm.visit().status("NONE")))
                .hasMessage("status: the list of action statuses has no choice NONE");
        crm.retire(ChoiceKind.ACTION_STATUS, "DONE");
        assertThatThrownBy(() -> actions.record(crm.visit().status("DONE"))).hasMessageContaining("is retired");
        assertThat(crm.complete(visit).state().status()).as("the next in force").isEqualTo("REPORTED");
    }

    @Test
    void d6_where_no_status_of_the_kind_is_in_force_an_error_says_so() {
        Action visit = crm.plan(crm.visit());
        crm.retire(ChoiceKind.ACTION_STATUS, "CANCELLED");
        assertThatThrownBy(() -> actions.cancel(visit.id(), 1))
                .hasMessage("status: the list of action statuses has none for actions that are cancelled");
        crm.retire(ChoiceKind.ACTION_STATUS, "PLANNED");
        assertThatThrownBy(() -> crm.plan(crm.visit())).hasMessageContaining("none for actions that are planned");
        Action done = crm.complete(visit);
        assertThatThrownBy(() -> crm.undo(done)).hasMessageContaining("none for actions that are planned");
        crm.bench.system().choices().add(ActionStatus.of("AGREED", "Agreed", Progress.PLANNED));
        assertThat(crm.undo(done).state().status()).isEqualTo("AGREED");
    }

    @Test
    void d7_an_action_is_today_and_all_day_unless_said_and_stays_where_it_is_when_a_form_says_nothing() {
        Action visit = crm.plan(ActionDraft.with(crm.acme.id()));
        assertThat(visit.schedule()).isEqualTo(new Schedule.AllDay(day(0), day(0)));
        ZoneId brussels = ZoneId.of("Europe/Brussels");
        Action timed = crm.plan(crm.visit().at(day(1), LocalTime.of(9, 0), LocalTime.of(10, 0), brussels));
        crm.bench.on(day(5));
        Action changed = actions.change(timed.id(), 1, ActionDraft.with(crm.acme.id()));
        assertThat(changed.schedule())
                .as("a schedule is mandatory and cannot be cleared")
                .isEqualTo(timed.schedule());
        Action done = actions.complete(timed.id(), 2, ActionDraft.with(crm.acme.id()));
        assertThat(done.schedule()).as("done keeps the planned dates").isEqualTo(timed.schedule());
        ScheduleDraft later = new ScheduleDraft(null, null, LocalTime.of(11, 0), LocalTime.NOON, brussels);
        assertThat(actions.change(timed.id(), 3, ActionDraft.from(done).schedule(later))
                        .schedule())
                .as("times alone move it on its own day")
                .isEqualTo(later.read(day(1), brussels).schedule());
    }

    @Test
    void d7_times_without_a_zone_are_the_actors() {
        Desk desk = crm.bench.crm().actingAs(crm.bench.desk().actor().in(ZoneId.of("America/Toronto")));
        ScheduleDraft nine = new ScheduleDraft(null, null, LocalTime.of(9, 0), LocalTime.of(9, 30), null);
        Action call = desk.actions().plan(crm.visit().schedule(nine));
        assertThat(call.schedule()).hasToString("2026-03-12T09:00/2026-03-12T09:30 America/Toronto");
        assertThatThrownBy(() -> desk.actions()
                        .plan(crm.visit()
                                .schedule(new ScheduleDraft(
                                        day(17),
                                        day(17),
                                        LocalTime.of(2, 30),
                                        LocalTime.of(1, 0),
                                        ZoneId.of("Europe/Brussels")))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems()).extracting(Problem::path).containsExactly("schedule.from"))
                .hasMessageContaining("they go from 29 Mar 2026 02:00 to 29 Mar 2026 03:00");
    }

    @Test
    void d8_subject_and_note_stand_in_the_relations_history_and_the_note_in_no_text_for_logs() {
        Action visit = crm.plan(crm.visit().note("The s3cret of Acme"));
        assertThat(crm.bench
                        .desk()
                        .timeline()
                        .of(crm.acme.id(), PageRequest.first(10), TimelineKind.ACTION)
                        .rows())
                .extracting(TimelineEntry::title)
                .containsExactly("First visit");
        assertThat(visit.toString() + visit.matter() + ActionDraft.from(visit)).doesNotContain("s3cret");
        assertThatThrownBy(() -> crm.plan(crm.visit().note("s3cret".repeat(2_000))))
                .hasMessage("note: is longer than 10000 characters")
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems().get(0).value()).isEqualTo("12000"));
    }

    @Test
    void q5_a_host_without_opportunities_has_actions_all_the_same() {
        ActionBench bare = new ActionBench(Setup::withoutOpportunities);
        assertThatThrownBy(() -> bare.plan(bare.visit().opportunity(new OpportunityId(new UUID(1, 2)))))
                .isInstanceOf(NotOfferedException.class);
        Action visit = bare.plan(
                bare.visit().newStatus("CUSTOMER").cost(CostDraft.of("Lunch").price("42.50")));
        Action done = bare.complete(visit);
        assertThat(bare.present().status()).isEqualTo("CUSTOMER");
        assertThat(bare.undo(done).progress()).isEqualTo(Progress.PLANNED);
        bare.actions().discard(visit.id(), 3);
        assertThat(bare.actions().recordAll(List.of(bare.visit(), bare.visit())))
                .hasSize(2);
        assertThat(bare.actions().costs(ActionFilter.all())).isEmpty();
    }

    private List<ActionRow> rows(ActionFilter filter) {
        return actions.list(filter, ActionOrder.EARLIEST, PageRequest.first(100))
                .rows();
    }
}
