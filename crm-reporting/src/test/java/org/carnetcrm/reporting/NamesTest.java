package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.store.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NamesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2017-05-15T10:00:00Z"), ZoneOffset.UTC);

    private final List<String> asked = new ArrayList<>();
    private final Desk desk = Crm.over(Setup.of(CLOCK), listening(new InMemoryStore()))
            .openTenant(TenantDraft.of("t", "EUR")
                    .choices(Presets.standard().with(ActionType.of("VISIT", Labels.of("Visit")))));

    @ParameterizedTest
    @EnumSource(OpportunityDimension.class)
    void the_names_of_a_dimension_are_one_question_to_the_store_however_many_there_are(OpportunityDimension dimension) {
        openDeals(7);
        asked.clear();
        Outcomes outcomes = Outcomes.by(desk, OpportunityFilter.all(), dimension);
        assertThat(outcomes.rows()).isNotEmpty();
        assertThat(asked).startsWith("summarise").hasSizeLessThanOrEqualTo(2).doesNotContain("relations");
    }

    @ParameterizedTest
    @EnumSource(ActionDimension.class)
    void the_names_of_a_dimension_of_actions_are_one_question_too(ActionDimension dimension) {
        planVisits(7);
        asked.clear();
        assertThat(CrmCosts.by(desk, ActionFilter.all(), dimension).rows()).isNotEmpty();
        assertThat(asked).startsWith("sumCosts").hasSizeLessThanOrEqualTo(2);
        if (!dimension.isOfLines()) {
            asked.clear();
            assertThat(ActivityCounts.by(desk, ActionFilter.all(), dimension).rows())
                    .isNotEmpty();
            assertThat(asked).startsWith("countActions").hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void every_other_report_asks_the_same_questions_however_many_rows_it_has() {
        List<List<String>> ofNone = questions();
        planVisits(3);
        openDeals(3);
        chase(3);
        List<List<String>> ofSome = questions();
        planVisits(10);
        openDeals(10);
        chase(10);

        assertThat(questions()).isEqualTo(ofSome).hasSameSizeAs(ofNone);
        // Conversions: the statuses, the changes, the histories and the relations; then lists, people and actions.
        assertThat(ofSome).extracting(List::size).containsExactly(2, 7, 2, 2, 6, 2);
    }

    private List<List<String>> questions() {
        LocalDate today = LocalDate.of(2017, 5, 15);
        List<Runnable> reports = List.of(
                () -> TimeInStage.of(desk, OpportunityFilter.all()),
                () -> ConversionReport.between(desk, today, today, false),
                () -> FollowUpReport.of(desk, FollowUpFilter.all()),
                () -> DueFollowUps.of(desk, DueFilter.all(), today),
                () -> FollowUpBoxReport.of(desk, 5),
                () -> RemindersDue.of(desk, NoteFilter.all(), today));
        List<List<String>> questions = new ArrayList<>();
        for (Runnable report : reports) {
            asked.clear();
            report.run();
            questions.add(List.copyOf(asked));
        }
        return questions;
    }

    /** Each visit is with a relation of its own, which it makes a customer, and has a deal of its own. */
    private void planVisits(int count) {
        for (int i = 0; i < count; i++) {
            Relation relation = desk.relations().add(RelationDraft.company("Visited " + i));
            RepresentativeId carrier = desk.representatives()
                    .add(RepresentativeDraft.named("Carl " + i))
                    .id();
            desk.actions()
                    .record(ActionDraft.with(relation.id())
                            .representative(carrier)
                            .opportunity(desk.opportunities()
                                    .open(OpportunityDraft.about(relation.id())
                                            .subject("A deal")
                                            .manager(carrier))
                                    .id())
                            .newStatus("CUSTOMER")
                            .costs(List.of(CostDraft.ofProduct("P" + i).price("1"))));
        }
    }

    private void chase(int count) {
        for (int i = 0; i < count; i++) {
            Relation relation = desk.relations().add(RelationDraft.company("Chased " + i));
            RepresentativeId chaser = desk.representatives()
                    .add(RepresentativeDraft.named("Dora " + i))
                    .id();
            LocalDate today = LocalDate.of(2017, 5, 15);
            desk.followUps()
                    .record(FollowUpDraft.about(desk.documents()
                                    .add(DocumentDraft.order("SO-" + i, relation.id()))
                                    .id())
                            .by(chaser)
                            .nextOn(today));
            desk.notes().add(NoteDraft.about(relation.id()).assignee(chaser).text("Call"));
        }
    }

    private void openDeals(int count) {
        for (int i = 0; i < count; i++) {
            Relation parent = desk.relations().add(RelationDraft.company("Parent " + i));
            Relation relation =
                    desk.relations().add(RelationDraft.company("Relation " + i).parent(parent.id()));
            desk.opportunities()
                    .open(OpportunityDraft.about(relation.id())
                            .subject("A deal")
                            .contact(desk.relations()
                                    .addContact(relation.id(), ContactPersonDraft.named("Anna", "P" + i))
                                    .id())
                            .manager(desk.representatives()
                                    .add(RepresentativeDraft.named("Bob " + i))
                                    .id()));
        }
    }

    /** A store that notes which questions it is asked. */
    private CrmStore listening(CrmStore store) {
        return (CrmStore) Proxy.newProxyInstance(
                CrmStore.class.getClassLoader(), new Class<?>[] {CrmStore.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
