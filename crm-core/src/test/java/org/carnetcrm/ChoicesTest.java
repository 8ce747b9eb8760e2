package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ActionStatus;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.BusinessLine;
import org.carnetcrm.choice.Category;
import org.carnetcrm.choice.Channel;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ClosingCode;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.NoteType;
import org.carnetcrm.choice.OpportunityType;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.choice.Priority;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.choice.RelationStatus;
import org.carnetcrm.choice.Responsibility;
import org.carnetcrm.choice.Stage;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.ForbiddenException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.problem.NotOfferedException;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChoicesTest {

    private final Workbench bench = Workbench.inMemory();
    private final Choices choices = bench.system().choices();

    @ParameterizedTest
    @EnumSource(ChoiceKind.class)
    void a_choice_of_each_list_is_added_at_the_end_renamed_retired_and_restored(ChoiceKind list) {
        Choice added = choices.add(one(list, "LAST"));
        assertThat(present(list)).last().isEqualTo(added);
        assertThat(added.version()).isEqualTo(1);
        Choice renamed = choices.rename(added.id(), 1, Labels.of("Last one", "Dernier", "Laatste"));
        assertThat(renamed.label(Locale.FRENCH)).isEqualTo("Dernier");
        assertThat(renamed.nature())
                .as("phase, kind, responsibility and probability never change")
                .isEqualTo(added.nature());
        Choice retired = choices.retire(added.id(), 2);
        assertThat(retired.isRetired()).isTrue();
        assertThat(bench.desk().lists().inForce(list)).doesNotContain(retired);
        assertThat(present(list)).contains(retired);
        assertThat(choices.retire(added.id(), 3)).as("again changes nothing").isEqualTo(retired);
        assertThat(choices.restore(added.id(), 3).isRetired()).isFalse();
        assertThat(bench.system().audit(added.id())).hasSize(4);
    }

    @Test
    void w6_stages_are_put_in_order_and_the_first_one_is_filled_in() {
        List<Choice> ordered =
                choices.reorder(ChoiceKind.STAGE, List.of("PROPOSAL", "QUALIFICATION", "NEEDS", "NEGOTIATION"));
        assertThat(ordered)
                .extracting(Choice::code)
                .containsExactly("PROPOSAL", "QUALIFICATION", "NEEDS", "NEGOTIATION");
        assertThat(present(ChoiceKind.STAGE)).isEqualTo(ordered);
        assertThat(bench.deal().stage()).isEqualTo("PROPOSAL");
        for (List<String> wrong : List.of(
                List.of("PROPOSAL"),
                List.of("PROPOSAL", "PROPOSAL", "NEEDS", "NEGOTIATION"),
                List.of("PROPOSAL", "QUALIFICATION", "NEEDS", "NONE"))) {
            assertThatThrownBy(() -> choices.reorder(ChoiceKind.STAGE, wrong))
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("codes: not each code of the list once");
        }
    }

    @Test
    void a_code_is_taken_once_in_a_list() {
        assertThatThrownBy(() -> choices.add(Priority.of("HIGH", "Very high")))
                .isInstanceOf(InvalidException.class)
                .hasMessage("code: the list of priorities has a choice HIGH already");
        assertThat(choices.add(Category.of("HIGH", "In another list")).code()).isEqualTo("HIGH");
    }

    @Test
    void a_stale_or_unknown_choice_is_refused() {
        ChoiceId high = new ChoiceId(ChoiceKind.PRIORITY, "HIGH");
        choices.rename(high, 1, Labels.of("Urgent"));
        assertThatThrownBy(() -> choices.retire(high, 1))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.fields()).containsExactly("labels"));
        assertThatThrownBy(() -> choices.retire(new ChoiceId(ChoiceKind.PRIORITY, "NONE"), 1))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("there is no choice PRIORITY/NONE");
    }

    @Test
    void x5_only_who_may_configure_lists_changes_them() {
        assertThatThrownBy(() -> bench.desk().choices().add(Priority.of("X", "X")))
                .isInstanceOfSatisfying(ForbiddenException.class, e -> {
                    assertThat(e.permission()).isEqualTo("CONFIGURE_LISTS");
                    assertThat(e.messageIn(Locale.FRENCH)).contains("n’a pas la permission de configurer les listes");
                });
        ChoiceId high = new ChoiceId(ChoiceKind.PRIORITY, "HIGH");
        assertThatThrownBy(() -> bench.desk().choices().retire(high, 1)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> bench.desk().choices().reorder(ChoiceKind.CHANNEL, List.of()))
                .isInstanceOf(ForbiddenException.class);

        Workbench granting = Workbench.with(setup -> setup.withPermissions(
                (tenant, who, permission) -> permission == Permission.CONFIGURE_LISTS && !who.isSystem()));
        assertThat(granting.desk().choices().add(Priority.of("X", "X")).code()).isEqualTo("X");
        assertThat(granting.desk()
                        .choices()
                        .add(ActionType.of("VISIT", "Visit"))
                        .entry()
                        .position())
                .as("the first of an empty list")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ChoiceKind.class)
    void q5_without_opportunities_no_list_of_theirs_is_changed_and_every_other_is(ChoiceKind list) {
        Workbench without = Workbench.with(Setup::withoutOpportunities);
        Choices there = without.system().choices();
        ChoiceId id = new ChoiceId(list, "LAST");
        if (!list.isProspecting()) {
            assertThat(there.add(one(list, "LAST")).id()).isEqualTo(id);
            assertThat(there.retire(id, 1).isRetired()).isTrue();
            return;
        }
        for (Choices asked : List.of(there, without.desk().choices())) {
            for (Runnable command : List.<Runnable>of(
                    () -> asked.add(one(list, "LAST")),
                    () -> asked.reorder(list, List.of()),
                    () -> asked.rename(id, 1, Labels.of("Other")),
                    () -> asked.retire(id, 1),
                    () -> asked.restore(id, 1))) {
                assertThatThrownBy(command::run)
                        .isInstanceOf(NotOfferedException.class)
                        .hasMessage("this CRM is opened without deals");
            }
        }
        assertThat(without.desk().lists().of(list)).isEmpty();
    }

    // The labels that a Belgian user of each language sees: features.md, "Words", and W6, W7.
    @Test
    void the_presets_have_labels_in_english_french_and_dutch() {
        for (Choice choice : Presets.standard().all()) {
            assertThat(choice.entry().labels().byLanguage())
                    .as(choice.id().text())
                    .containsOnlyKeys("", "en", "fr", "nl");
        }
        Choice customer = bench.desk()
                .lists()
                .find(ChoiceKind.RELATION_STATUS, "CUSTOMER")
                .orElseThrow();
        assertThat(List.of(Locale.ENGLISH, Locale.FRENCH, new Locale("nl")))
                .extracting(customer::label)
                .containsExactly("Customer", "Client", "Klant");
        assertThat(present(ChoiceKind.STAGE))
                .extracting(choice -> choice.label(Locale.ENGLISH) + " " + choice.nature())
                .containsExactly("Qualification 10", "Needs analysis 25", "Proposal 50", "Negotiation 75");
        assertThat(present(ChoiceKind.ACTION_TYPE)).as("D5: none is shipped").isEmpty();
    }

    @Test
    void a_list_that_is_empty_or_wholly_retired_names_itself() {
        Desk bare = bench.crm().openTenant(TenantDraft.of("bare", "EUR"));
        assertThatThrownBy(() -> bare.relations().add(RelationDraft.company("Acme")))
                .isInstanceOf(InvalidException.class)
                .hasMessage("status: the list of relation statuses has no choice to fill in");
        for (Choice type : present(ChoiceKind.OPPORTUNITY_TYPE)) {
            choices.retire(type.id(), 1);
        }
        assertThatThrownBy(bench::deal).hasMessage("type: the list of deal types has no choice to fill in");
    }

    @Test
    void a_retired_choice_is_kept_where_it_stands_and_refused_anew() {
        Opportunity deal = bench.desk().opportunities().open(bench.draft().stage("NEEDS"));
        choices.retire(new ChoiceId(ChoiceKind.STAGE, "NEEDS"), 1);
        Opportunity changed = bench.desk()
                .opportunities()
                .change(deal.id(), 1, OpportunityDraft.from(deal).subject("Web shop"));
        assertThat(changed.stage()).isEqualTo("NEEDS");
        assertThatThrownBy(() -> bench.desk().opportunities().open(bench.draft().stage("NEEDS")))
                .hasMessage("stage: the choice NEEDS of the list of stages is retired");
        choices.restore(new ChoiceId(ChoiceKind.STAGE, "NEEDS"), 2);
        assertThat(bench.desk()
                        .opportunities()
                        .open(bench.draft().stage("NEEDS"))
                        .stage())
                .as("offered again")
                .isEqualTo("NEEDS");
    }

    @Test
    void the_lists_of_another_tenant_are_its_own() {
        Desk other = bench.crm().openTenant(TenantDraft.of("other", "USD"));
        other.choices().add(Stage.of("ONLY", "Only").at("50"));
        assertThat(other.lists().of(ChoiceKind.STAGE)).hasSize(1);
        assertThat(bench.crm().actingAs(Actor.system("acme")).lists().of(ChoiceKind.STAGE))
                .hasSize(4);
    }

    private List<Choice> present(ChoiceKind list) {
        return bench.desk().lists().of(list);
    }

    private static Choice one(ChoiceKind list, String code) {
        return switch (list) {
            case RELATION_STATUS -> RelationStatus.of(code, "Last", Phase.FORMER);
            case PRIORITY -> Priority.of(code, "Last");
            case ACTION_TYPE -> ActionType.of(code, "Last");
            case ACTION_STATUS -> ActionStatus.of(code, "Last", Progress.DONE);
            case NOTE_TYPE -> NoteType.of(code, "Last");
            case CHANNEL -> Channel.of(code, "Last");
            case STAGE -> Stage.of(code, "Last").at("90");
            case OPPORTUNITY_TYPE -> OpportunityType.of(code, "Last");
            case CATEGORY -> Category.of(code, "Last");
            case BUSINESS_LINE -> BusinessLine.of(code, "Last");
            case CLOSING_CODE -> ClosingCode.of(code, "Last", Responsibility.CUSTOMER);
        };
    }
}
