package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.assertRefused;
import static org.carnetcrm.Office.day;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.actor.Who;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.audit.FieldChange;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.problem.ForbiddenException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.carnetcrm.representative.Reassignment;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

/** Letter X3: what is archived is hidden from choice, and a leaver's work goes to others in one command. */
class HandoverTest {

    private final Office office = new Office();
    private final Desk lea = office.desk(office.lea);
    private final Desk max = office.desk(office.max);

    @Test
    void x3_an_archived_relation_is_hidden_from_choice_and_kept_in_history_and_figures() {
        Note note = lea.notes().add(NoteDraft.about(office.acme));
        Opportunity deal = lea.opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Web site").value("5"));
        lea.relations().archive(office.acme, 1);
        assertThat(names(RelationFilter.all())).containsExactly("Borealis");
        assertThat(names(RelationFilter.all().withArchived())).containsExactly("Acme", "Borealis");
        assertRefused(() -> lea.notes().add(NoteDraft.about(office.acme)), "relation notActive");
        assertRefused(() -> lea.actions().plan(ActionDraft.with(office.acme)), "relation notActive");
        assertRefused(() -> lea.documents().add(DocumentDraft.order("SO", office.acme)), "relation notActive");
        assertRefused(
                () -> lea.opportunities()
                        .open(OpportunityDraft.about(office.acme).subject("New")),
                "relation notActive");
        assertThat(all(page -> lea.timeline().of(office.acme, page))).hasSize(3);
        assertThat(lea.opportunities().moveTo(deal.id(), 1, "NEEDS").stage()).isEqualTo("NEEDS");
        assertThat(lea.notes().complete(note.id(), 1).isDone()).isTrue();
        assertThat(lea.relations().archive(office.acme, 2).version())
                .as("it is already")
                .isEqualTo(2);
        assertThat(lea.relations().restore(office.acme, 2).archived()).isFalse();
        assertThat(names(RelationFilter.all())).containsExactly("Acme", "Borealis");
        assertThat(lea.notes().add(NoteDraft.about(office.acme)).relation()).isEqualTo(office.acme);
    }

    @Test
    void x3_an_archived_representative_is_hidden_from_choice_and_keeps_what_they_have() {
        Action action = lea.actions().plan(ActionDraft.with(office.acme).representative(office.tom));
        Representative left = lea.representatives().archive(office.tom, 1);
        assertThat(left.active()).isFalse();
        assertRefused(
                () -> lea.actions().plan(ActionDraft.with(office.acme).representative(office.tom)),
                "representative notActive");
        assertRefused(() -> lea.notes().add(NoteDraft.about(office.acme).assignee(office.tom)), "assignee notActive");
        assertThat(lea.actions()
                        .change(action.id(), 1, ActionDraft.from(action).subject("still his"))
                        .representative())
                .isEqualTo(office.tom);
        assertThat(all(page -> lea.calendar().of(office.tom, day(0), day(0), page)))
                .hasSize(1);
        assertThat(lea.representatives().all()).contains(left);
        assertThat(lea.representatives().restore(office.tom, 2).active()).isTrue();
        assertThat(lea.notes()
                        .add(NoteDraft.about(office.acme).assignee(office.tom))
                        .assignee())
                .isEqualTo(office.tom);
    }

    @Test
    void x3_everything_open_of_a_leaver_goes_to_the_successor_in_one_command_on_record() {
        Action planned =
                lea.actions().plan(ActionDraft.with(office.acme).participants(List.of(office.tom, office.max)));
        Note reminder = lea.notes().add(NoteDraft.about(office.acme));
        Opportunity open = lea.opportunities()
                .open(OpportunityDraft.about(office.acme).subject("Open").start(day(-5)));
        lea.relations().archive(office.borealis, 1);

        Reassignment.Counts counts = max.representatives().reassign(Reassignment.of(office.lea, office.tom));

        assertThat(counts).isEqualTo(new Reassignment.Counts(2, 1, 1, 1));
        for (var relation : List.of(office.acme, office.borealis)) {
            assertThat(lea.relations().find(relation).orElseThrow().accountManager())
                    .isEqualTo(office.tom);
        }
        Action.Crew crew = lea.actions().find(planned.id()).orElseThrow().crew();
        assertThat(crew.representative()).isEqualTo(office.tom);
        assertThat(crew.participants())
                .as("who took part does so no longer apart")
                .containsExactly(office.max);
        assertThat(lea.notes().find(reminder.id()).orElseThrow().assignee()).isEqualTo(office.tom);
        OpportunityRevision last = lea.opportunities().revisions(open.id()).get(1);
        assertThat(last.deal().manager()).isEqualTo(office.tom);
        assertThat(last.event()).isEqualTo(Event.CHANGED);
        assertThat(last.effectiveOn()).isEqualTo(day(0));
        for (Id id : List.<Id>of(office.acme, office.borealis, planned.id(), reminder.id(), open.id())) {
            AuditEntry entry = last(id);
            assertThat(entry.who()).isEqualTo(Who.of(office.max));
            assertThat(entry.changes()).contains(new FieldChange(field(id), office.lea.text(), office.tom.text()));
        }
        assertThat(max.representatives().reassign(Reassignment.of(office.lea, office.tom)))
                .as("nothing is left")
                .isEqualTo(new Reassignment.Counts(0, 0, 0, 0));
    }

    @Test
    void x3_what_is_over_and_where_a_leaver_only_took_part_stays_as_it_is() {
        Action done = lea.actions().record(ActionDraft.with(office.acme));
        Action planned = lea.actions().plan(ActionDraft.with(office.acme));
        Action cancelled = lea.actions().cancel(planned.id(), 1);
        Action takingPart = lea.actions()
                .plan(ActionDraft.with(office.acme).representative(office.max).participants(List.of(office.lea)));
        Note history = lea.notes().add(NoteDraft.about(office.acme).done(true));
        Opportunity deal =
                lea.opportunities().open(OpportunityDraft.about(office.acme).subject("Lost"));
        Opportunity lost = lea.opportunities().close(deal.id(), 1, ClosingDraft.lost("PRICE"));
        assertThat(max.representatives()
                        .reassign(Reassignment.of(office.lea, office.tom).relations(null)))
                .isEqualTo(new Reassignment.Counts(0, 0, 0, 0));
        for (Action action : List.of(done, cancelled, takingPart)) {
            assertThat(lea.actions().find(action.id())).contains(action);
        }
        assertThat(lea.notes().find(history.id())).contains(history);
        assertThat(lea.opportunities().find(lost.id())).contains(lost);
    }

    @Test
    void x3_each_kind_may_go_to_another_successor_and_what_nobody_takes_stays() {
        Action action = lea.actions().plan(ActionDraft.with(office.acme));
        Note note = lea.notes().add(NoteDraft.about(office.acme));
        Opportunity deal =
                lea.opportunities().open(OpportunityDraft.about(office.acme).subject("Web site"));
        RepresentativeId eva = lea.representatives().ensure("user-eva", "Eva").id();
        assertThat(max.representatives()
                        .reassign(Reassignment.of(office.lea, office.tom)
                                .relations(null)
                                .actions(eva)
                                .opportunities(office.max)))
                .isEqualTo(new Reassignment.Counts(0, 1, 1, 1));
        assertThat(lea.relations().find(office.acme).map(Relation::accountManager))
                .contains(office.lea);
        assertThat(lea.actions().find(action.id()).map(Action::representative)).contains(eva);
        assertThat(lea.notes().find(note.id()).map(Note::assignee)).contains(office.tom);
        assertThat(lea.opportunities().find(deal.id()).map(Opportunity::manager))
                .contains(office.max);
        assertThat(max.representatives()
                        .reassign(Reassignment.of(office.lea, office.tom)
                                .actions(null)
                                .reminders(null)
                                .opportunities(null)))
                .isEqualTo(new Reassignment.Counts(2, 0, 0, 0));
    }

    @Test
    void x3_it_needs_the_permission_to_see_what_is_for_administrators_only() {
        for (Desk blind : List.of(lea, office.desk(office.tom))) {
            assertThatThrownBy(() -> blind.representatives().reassign(Reassignment.of(office.lea, office.tom)))
                    .isInstanceOfSatisfying(
                            ForbiddenException.class,
                            e -> assertThat(e.permission()).isEqualTo("SEE_ADMIN_ONLY"));
        }
        assertThat(office.bench
                        .system()
                        .representatives()
                        .reassign(Reassignment.of(office.lea, office.tom))
                        .relations())
                .isEqualTo(2);
    }

    @Test
    void x3_reminders_for_administrators_only_go_to_who_may_see_them_or_nothing_changes_hands() {
        Action action = max.actions().plan(ActionDraft.with(office.acme).representative(office.max));
        Note open = max.notes().add(NoteDraft.about(office.acme));
        Note hidden = max.notes().add(NoteDraft.about(office.acme).adminOnly(true));
        max.notes().add(NoteDraft.about(office.acme).adminOnly(true).done(true));
        List<Object> before = List.of(max.audit(action.id()), max.audit(open.id()), max.audit(hidden.id()));
        assertRefused(
                () -> max.representatives().reassign(Reassignment.of(office.max, office.tom)),
                "reminders note.assigneeBlind");
        assertThat(List.of(max.audit(action.id()), max.audit(open.id()), max.audit(hidden.id())))
                .isEqualTo(before);
        assertThat(max.representatives()
                        .reassign(Reassignment.of(office.max, office.tom).reminders(null)))
                .isEqualTo(new Reassignment.Counts(0, 1, 0, 0));
        office.trusted.add(office.tom);
        assertThat(max.representatives().reassign(Reassignment.of(office.max, office.tom)))
                .isEqualTo(new Reassignment.Counts(0, 0, 2, 0));
        assertThat(max.notes().find(hidden.id()).map(Note::assignee)).contains(office.tom);
        assertThat(lea.audit(hidden.id())).isEmpty();
    }

    @Test
    void x3_a_done_reminder_for_administrators_only_is_in_nobodys_way() {
        max.notes().add(NoteDraft.about(office.acme).adminOnly(true).done(true));
        max.notes().add(NoteDraft.about(office.acme));
        assertThat(max.representatives()
                        .reassign(Reassignment.of(office.max, office.tom))
                        .reminders())
                .isEqualTo(1);
    }

    @Test
    void x3_a_successor_is_another_who_is_there_and_still_works() {
        assertRefused(
                () -> max.representatives()
                        .reassign(Reassignment.of(office.lea, office.lea).actions(office.tom)),
                "relations reassignment.same",
                "reminders reassignment.same",
                "opportunities reassignment.same");
        lea.representatives().archive(office.tom, 1);
        RepresentativeId nobody = new RepresentativeId(UUID.fromString("01890000-0000-7000-8000-00000000dead"));
        assertRefused(
                () -> max.representatives()
                        .reassign(Reassignment.of(office.lea, office.tom).relations(nobody)),
                "relations unknown",
                "actions notActive",
                "reminders notActive",
                "opportunities notActive");
        assertThatThrownBy(() -> max.representatives().reassign(Reassignment.of(nobody, office.max)))
                .isInstanceOf(NotFoundException.class);
        lea.representatives().archive(office.lea, 1);
        assertThat(max.representatives()
                        .reassign(Reassignment.of(office.lea, office.max))
                        .relations())
                .as("who left already may be relieved")
                .isEqualTo(2);
    }

    @Test
    void x3_more_than_a_page_of_everything_changes_hands() {
        List<RelationDraft> relations = new ArrayList<>();
        List<NoteDraft> notes = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            relations.add(RelationDraft.company("R" + i).accountManager(office.tom));
            notes.add(NoteDraft.about(office.acme).assignee(office.tom));
        }
        lea.relations().addAll(relations);
        lea.notes().addAll(notes);
        assertThat(max.representatives().reassign(Reassignment.of(office.tom, office.lea)))
                .isEqualTo(new Reassignment.Counts(1001, 0, 1001, 0));
    }

    @Test
    void q5_a_host_without_opportunities_hands_the_rest_over() {
        Workbench bench = Workbench.with(Setup::withoutOpportunities);
        RepresentativeId tom =
                bench.system().representatives().ensure("user-tom", "Tom").id();
        bench.desk().relations().add(RelationDraft.company("Acme").accountManager(bench.lea()));
        assertThat(bench.system().representatives().reassign(Reassignment.of(bench.lea(), tom)))
                .isEqualTo(new Reassignment.Counts(1, 0, 0, 0));
    }

    private List<String> names(RelationFilter filter) {
        return all(page -> lea.relations().list(filter, page)).stream()
                .map(RelationRow::name)
                .toList();
    }

    private AuditEntry last(Id id) {
        List<AuditEntry> entries = max.audit(id);
        return entries.get(entries.size() - 1);
    }

    private static String field(Id id) {
        return switch (id.kind()) {
            case RELATION -> "accountManager";
            case ACTION -> "representative";
            case NOTE -> "assignee";
            default -> "manager";
        };
    }
}
