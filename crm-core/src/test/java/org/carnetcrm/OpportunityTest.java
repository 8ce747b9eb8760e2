package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Event;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRevision;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotOfferedException;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

class OpportunityTest {

    private final Workbench bench = Workbench.inMemory();
    private final Opportunities deals = bench.desk().opportunities();

    @Test
    void q5_a_crm_opened_without_opportunities_refuses_them_and_asks_for_none_of_their_lists() {
        Workbench without = Workbench.with(Setup::withoutOpportunities);
        assertThatThrownBy(() -> without.desk().opportunities())
                .isInstanceOf(NotOfferedException.class)
                .hasMessage("this CRM is opened without opportunities");
        assertThat(without.desk().lists().of(ChoiceKind.STAGE)).isEmpty();
        assertThat(without.relation("Acme").status()).isEqualTo("PROSPECT");
    }

    @Test
    void q6_the_manager_is_filled_in_from_the_relation_and_stays_when_the_account_manager_changes() {
        RepresentativeId tom =
                bench.system().representatives().ensure("user-tom", "Tom").id();
        RepresentativeId eva =
                bench.system().representatives().ensure("user-eva", "Eva").id();
        Relation relation =
                bench.desk().relations().add(RelationDraft.company("Acme").accountManager(tom));
        Opportunity deal = deals.open(OpportunityDraft.about(relation.id()).subject("Web site"));
        assertThat(deal.manager()).isEqualTo(tom);
        assertThat(deal.parties().managerChosen()).isFalse();

        relation = bench.desk()
                .relations()
                .change(relation.id(), 1, RelationDraft.from(relation).accountManager(eva));
        assertThat(deals.find(deal.id()).orElseThrow().manager())
                .as("left alone")
                .isEqualTo(tom);

        relation = bench.desk().relations().assignWithOpenDeals(relation.id(), relation.version(), bench.lea());
        assertThat(relation.accountManager()).isEqualTo(bench.lea());
        assertThat(deals.find(deal.id()).orElseThrow().manager()).as("as asked").isEqualTo(bench.lea());
    }

    @Test
    void q6_without_an_account_manager_the_actor_manages_and_the_system_must_say_who() {
        assertThat(bench.deal().manager()).isEqualTo(bench.lea());
        assertThatThrownBy(() -> bench.system().opportunities().open(bench.draft()))
                .isInstanceOf(InvalidException.class)
                .hasMessage("manager: is required");
    }

    @Test
    void q6_who_left_is_never_filled_in_as_the_manager() {
        Representative tom = bench.system().representatives().ensure("user-tom", "Tom");
        Relation toms =
                bench.desk().relations().add(RelationDraft.company("Acme").accountManager(tom.id()));
        OpportunityDraft draft = OpportunityDraft.about(toms.id()).subject("Web site");
        Opportunity before = deals.open(draft);
        leave(tom);
        Opportunity after = deals.open(draft);
        assertThat(after.manager()).as("the actor instead").isEqualTo(bench.lea());
        assertThat(after.parties().managerChosen()).isFalse();
        assertThat(deals.openAll(List.of(draft, draft)))
                .extracting(Opportunity::manager)
                .containsOnly(bench.lea());
        assertThat(deals.change(before.id(), 1, OpportunityDraft.from(before).subject("Web shop"))
                        .manager())
                .as("who was filled in before stays")
                .isEqualTo(tom.id());
        assertThat(deals.change(bench.deal().id(), 1, draft.relation(toms.id())).manager())
                .as("of a deal that moves to the relation")
                .isEqualTo(bench.lea());
        assertThatThrownBy(() -> bench.system().opportunities().open(draft))
                .as("the system manages none")
                .isInstanceOf(InvalidException.class)
                .hasMessage("manager: is required");

        leave(bench.system().representatives().find(bench.lea()).orElseThrow());
        assertThatThrownBy(() -> deals.open(draft)).hasMessage("manager: is required");
        assertThatThrownBy(() -> deals.openAll(List.of(bench.draft(), draft)))
                .hasMessage("[0].manager: is required; [1].manager: is required");
        assertThat(bench.system()
                        .opportunities()
                        .open(draft.manager(bench.system()
                                .representatives()
                                .ensure("user-eva", "Eva")
                                .id()))
                        .subject())
                .as("a manager who is named and active")
                .isEqualTo("Web site");
    }

    @Test
    void q6_managers_of_a_list_are_filled_in_with_one_look_up() {
        RepresentativeId tom =
                bench.system().representatives().ensure("user-tom", "Tom").id();
        Relation toms =
                bench.desk().relations().add(RelationDraft.company("Acme").accountManager(tom));
        OpportunityDraft filled = OpportunityDraft.about(toms.id()).subject("Web site");
        OpportunityDraft mine = bench.draft();
        WatchedStore store = new WatchedStore(bench);
        Opportunities watched = store.crm().actingAs(bench.desk().actor()).opportunities();
        assertThat(store.during(() -> watched.open(filled))).containsOnlyOnce(Representative.class);
        assertThat(store.during(() -> watched.openAll(List.of(filled, mine, filled.manager(tom)))))
                .containsOnlyOnce(Representative.class);
    }

    private void leave(Representative representative) {
        bench.system()
                .representatives()
                .change(
                        representative.id(),
                        representative.version(),
                        RepresentativeDraft.from(representative).active(false));
    }

    @Test
    void q7_a_deal_has_all_its_fields() {
        bench.system().choices().add(org.carnetcrm.choice.Category.of("WEB", "Web"));
        bench.system().choices().add(org.carnetcrm.choice.BusinessLine.of("IT", "IT"));
        Opportunity deal =
                deals.open(bench.draft().category("WEB").businessLine("IT").stage("NEEDS"));
        assertThat(deal.subject()).isEqualTo("Web site");
        assertThat(deal.classification().category()).isEqualTo("WEB");
        assertThat(deal.classification().businessLine()).isEqualTo("IT");
        assertThat(deal.stage()).isEqualTo("NEEDS");
        assertThat(deal.value()).isEqualTo(Money.of("EUR", "12000"));
        assertThat(deal.figures().purchaseCosts()).isEqualTo(Money.of("EUR", "2000"));
        assertThat(deal.probability()).isEqualTo(Probability.of("40"));
    }

    @Test
    void q8_the_total_is_value_minus_costs_times_probability_half_up_and_may_be_negative() {
        assertThat(bench.deal().total()).isEqualTo(Money.of("EUR", "4000"));
        // 0.01 × 50 % = 0.005, and −0.01 × 50 % = −0.005: halves go away from zero.
        assertThat(deals.open(bench.draft().value("0.01").purchaseCosts(null).probability("50"))
                        .total())
                .isEqualTo(Money.of("EUR", "0.01"));
        Opportunity loss =
                deals.open(bench.draft().value("0").purchaseCosts("0.01").probability("50"));
        assertThat(loss.total()).isEqualTo(Money.of("EUR", "-0.01"));
        assertThat(loss.isBelowCosts()).isTrue();
        Opportunity unknown = deals.open(bench.draft().value(null));
        assertThat(unknown.total()).isNull();
        assertThat(unknown.isBelowCosts()).isFalse();
        Opportunity yen = deals.open(
                bench.draft().currency("JPY").value("101").purchaseCosts(null).probability("50"));
        assertThat(yen.total()).isEqualTo(Money.of("JPY", "51"));
    }

    @Test
    void q9_lists_go_by_representative_and_mine_are_my_own() {
        RepresentativeId tom =
                bench.system().representatives().ensure("user-tom", "Tom").id();
        Opportunity mine = bench.deal();
        Opportunity toms = deals.open(bench.draft().manager(tom));
        assertThat(ids(deals.mine())).containsExactly(mine.id());
        assertThat(ids(OpportunityFilter.all().managedBy(tom))).containsExactly(toms.id());
        assertThat(ids(OpportunityFilter.all().relation(mine.relation()))).containsExactly(mine.id());
        assertThat(ids(OpportunityFilter.all().stage("PROPOSAL"))).isEmpty();
        assertThatThrownBy(() -> bench.system().opportunities().mine())
                .isInstanceOf(org.carnetcrm.problem.ForbiddenException.class);
    }

    @Test
    void q10_each_edge_of_a_level_belongs_to_the_upper_one_and_100_to_the_last() {
        for (String percent : List.of("0", "19.99", "20", "39.99", "40", "60", "79.99", "80", "100")) {
            deals.open(bench.draft().probability(percent));
        }
        var counts = deals.summarise(OpportunityFilter.open(), OpportunityDimension.SUCCESS_LEVEL).stream()
                .collect(Collectors.toMap(
                        row -> row.get(OpportunityDimension.SUCCESS_LEVEL),
                        row -> row.measures().count()));
        assertThat(counts)
                .containsOnly(
                        java.util.Map.entry("FROM_0", 2L),
                        java.util.Map.entry("FROM_20", 2L),
                        java.util.Map.entry("FROM_40", 1L),
                        java.util.Map.entry("FROM_60", 2L),
                        java.util.Map.entry("FROM_80", 2L));
    }

    @Test
    void q11_a_summary_by_representative_counts_and_sums_and_gives_the_filter_that_lists() {
        bench.deal();
        deals.open(bench.draft().value(null));
        List<OpportunitySummary> rows = deals.summarise(OpportunityFilter.open(), OpportunityDimension.MANAGER);
        assertThat(rows).hasSize(1);
        OpportunitySummary row = rows.get(0);
        assertThat(row.get(OpportunityDimension.MANAGER)).isEqualTo(bench.lea().text());
        assertThat(row.measures().count()).isEqualTo(2);
        assertThat(row.measures().withoutValue()).isEqualTo(1);
        assertThat(row.measures().net()).isEqualTo(Money.of("EUR", "10000"));
        assertThat(row.measures().purchaseCostsWithoutValue()).isEqualTo(Money.of("EUR", "2000"));
        assertThat(ids(row.narrow(OpportunityFilter.open()))).hasSize(2);
        assertThatThrownBy(() -> row.get(OpportunityDimension.STAGE)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void w1_documents_and_projects_are_linked_even_to_a_closed_deal_and_the_text_is_never_printed() {
        Opportunity deal = deals.open(bench.draft().text("the secret of signing"));
        Opportunity won = deals.close(deal.id(), 1, ClosingDraft.won());
        OpportunityLink quote = deals.link(won.id(), OpportunityLink.Target.QUOTE, " Q-1 ");
        OpportunityLink project = deals.link(won.id(), OpportunityLink.Target.PROJECT, "P-1");
        assertThat(deals.markDone(project.id(), 1, true).done()).isTrue();
        assertThat(deals.links(won.id())).extracting(OpportunityLink::reference).containsExactly("Q-1", "P-1");
        deals.unlink(quote.id(), 1);
        assertThat(deals.links(won.id())).hasSize(1);
        assertThat(won.toString()
                        + OpportunityDraft.from(won)
                        + bench.desk().audit(won.id())
                        + deals.revisions(won.id()))
                .doesNotContain("secret");
        assertThatThrownBy(() -> deals.link(won.id(), OpportunityLink.Target.QUOTE, " "))
                .hasMessage("reference: is required");
    }

    @Test
    void w2_what_is_mandatory_is_filled_in_with_the_first_choice_in_force() {
        Opportunity deal = bench.deal();
        assertThat(deal.horizon().start()).isEqualTo(FIRST_DAY);
        assertThat(deal.stage()).isEqualTo("QUALIFICATION");
        assertThat(deal.classification().type()).isEqualTo("NEW");
        assertThat(deal.standing().kind()).isEqualTo(StandingKind.IN_PROGRESS);
        assertThat(deal.classification().category()).as("never filled in").isNull();
    }

    @Test
    void w3_the_relation_is_mandatory_and_missing_contacts_are_counted() {
        assertThatThrownBy(() -> deals.open(bench.draft().relation(null)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("relation: is required");
        bench.deal();
        assertThat(ids(OpportunityFilter.all().where(OpportunityDimension.CONTACT, OpportunityDimension.MISSING)))
                .hasSize(1);
    }

    @Test
    void w4_what_is_past_its_expected_closing_and_still_open_is_overdue() {
        Opportunity late =
                deals.open(bench.draft().start(FIRST_DAY.minusDays(9)).expectedClosing(FIRST_DAY.minusDays(1)));
        deals.open(bench.draft().expectedClosing(FIRST_DAY));
        Opportunity without = deals.open(bench.draft());
        assertThat(ids(deals.overdue())).containsExactly(late.id());
        assertThat(late.isOverdue(FIRST_DAY)).isTrue();
        assertThat(ids(OpportunityFilter.all().withoutExpectedClosing())).containsExactly(without.id());
        deals.close(late.id(), 1, ClosingDraft.abandoned());
        assertThat(ids(deals.overdue())).isEmpty();
    }

    @Test
    void w5_a_lost_deal_keeps_its_stage_and_only_an_open_deal_may_close() {
        Opportunity deal = deals.open(bench.draft().stage("PROPOSAL"));
        Opportunity lost = deals.close(deal.id(), 1, ClosingDraft.lost("PRICE"));
        assertThat(lost.stage()).isEqualTo("PROPOSAL");
        assertThatThrownBy(() -> deals.close(lost.id(), 2, ClosingDraft.won()))
                .hasMessageContaining("a deal that is LOST cannot become WON");
        assertThatThrownBy(() -> deals.moveTo(lost.id(), 2, "NEEDS"))
                .hasMessage("stage: the deal is LOST: reopen it to change this");
        assertThatThrownBy(() -> deals.reopen(bench.deal().id(), 1)).isInstanceOf(InvalidException.class);
        assertThat(deals.change(lost.id(), 2, OpportunityDraft.from(lost).text("why"))
                        .text())
                .isEqualTo("why");
    }

    @Test
    void w6_a_probability_set_by_hand_survives_a_change_of_stage_and_one_from_the_stage_follows() {
        Opportunity byHand = bench.deal();
        assertThat(deals.moveTo(byHand.id(), 1, "NEGOTIATION").probability()).isEqualTo(Probability.of("40"));
        Opportunity following = deals.open(bench.draft().probability(null));
        assertThat(following.probability()).isEqualTo(Probability.of("10"));
        Opportunity moved = deals.moveTo(following.id(), 1, "NEGOTIATION");
        assertThat(moved.probability()).isEqualTo(Probability.of("75"));
        bench.system().choices().add(org.carnetcrm.choice.Stage.of("LAST", "Last"));
        assertThat(deals.moveTo(following.id(), 2, "LAST").probability())
                .as("a stage without one leaves it")
                .isEqualTo(Probability.of("75"));
        assertThatThrownBy(() -> deals.open(bench.draft().probability(null).stage("LAST")))
                .hasMessage("probability: is required, for the stage LAST has none");
    }

    @Test
    void w7_deals_are_summed_by_type() {
        deals.open(bench.draft().type("RECURRING"));
        assertThat(deals.summarise(OpportunityFilter.all(), OpportunityDimension.TYPE))
                .extracting(row -> row.get(OpportunityDimension.TYPE))
                .containsExactly("RECURRING");
    }

    @Test
    void w8_the_probability_at_creation_is_frozen_and_the_target_is_no_weighted_amount() {
        Opportunity deal = deals.open(bench.draft().minimumTarget("5000"));
        Opportunity changed = deals.change(
                deal.id(), 1, OpportunityDraft.from(deal).probability("90").value("1"));
        assertThat(changed.figures().probabilityAtCreation()).isEqualTo(Probability.of("40"));
        assertThat(changed.probability()).isEqualTo(Probability.of("90"));
        assertThat(changed.figures().minimumTarget()).isEqualTo(Money.of("EUR", "5000"));
    }

    @Test
    void w9_a_code_is_required_for_lost_optional_for_abandoned_and_refused_for_won() {
        Opportunity deal = bench.deal();
        assertThatThrownBy(() -> deals.close(deal.id(), 1, ClosingDraft.lost(null)))
                .hasMessage("code: a lost deal needs a closing code");
        assertThatThrownBy(() -> deals.close(deal.id(), 1, ClosingDraft.won().code("PRICE")))
                .hasMessage("code: a won deal has no closing code, but PRICE was given");
        assertThatThrownBy(() ->
                        deals.close(deal.id(), 1, ClosingDraft.lost("PRICE").signedTotal("1")))
                .hasMessageContaining("only a won deal has a signed total");
        Opportunity abandoned = deals.close(deal.id(), 1, ClosingDraft.abandoned());
        assertThat(abandoned.standing().closingCode()).isNull();
        Opportunity corrected =
                deals.correctClosing(deal.id(), 2, ClosingDraft.from(abandoned).code("BUDGET"));
        assertThat(corrected.standing().closingCode()).isEqualTo("BUDGET");
    }

    @Test
    void w10_a_deal_is_signed_today_by_default_or_before_but_not_before_its_start_nor_in_the_future() {
        Opportunity deal = deals.open(bench.draft().start(FIRST_DAY.minusDays(10)));
        bench.on(FIRST_DAY.plusDays(5));
        Opportunity changed =
                deals.change(deal.id(), 1, OpportunityDraft.from(deal).value("9000"));
        assertThatThrownBy(() -> deals.close(deal.id(), 2, ClosingDraft.won().on(FIRST_DAY.minusDays(11))))
                .hasMessageContaining("is before the start");
        assertThatThrownBy(() -> deals.close(deal.id(), 2, ClosingDraft.won().on(FIRST_DAY.plusDays(6))))
                .hasMessageContaining("is after");
        Opportunity won = deals.close(deal.id(), 2, ClosingDraft.won().on(FIRST_DAY.minusDays(2)));
        assertThat(won.standing().closedOn()).isEqualTo(FIRST_DAY.minusDays(2));
        assertThat(won.stamp().effectiveOn())
                .as("the last revision's date, which is later")
                .isEqualTo(changed.stamp().effectiveOn());
        assertThat(won.daysToClosing()).hasValue(8);
        assertThat(won.standing().signedTotal()).isNull();
        assertThat(deals.summarise(OpportunityFilter.all()).get(0).measures().withoutSignedTotal())
                .isEqualTo(1);
        Opportunity corrected =
                deals.correctClosing(won.id(), 3, ClosingDraft.from(won).signedTotal("11800"));
        assertThat(corrected.standing().signedTotal()).isEqualTo(Money.of("EUR", "11800"));
        assertThatThrownBy(() -> deals.correctClosing(
                        won.id(), 4, ClosingDraft.from(corrected).on(FIRST_DAY)))
                .hasMessageContaining("reopen it");
    }

    @Test
    void w11_won_counts_100_lost_and_abandoned_0_and_reopening_restores() {
        Opportunity deal = bench.deal();
        Opportunity won = deals.close(deal.id(), 1, ClosingDraft.won());
        assertThat(won.total()).isEqualTo(Money.of("EUR", "10000"));
        Opportunity reopened = deals.reopen(deal.id(), 2);
        assertThat(reopened.total()).isEqualTo(Money.of("EUR", "4000"));
        Opportunity lost = deals.close(deal.id(), 3, ClosingDraft.lost("PRICE"));
        assertThat(lost.total()).isEqualTo(Money.of("EUR", "0"));
        assertThat(deals.reopen(deal.id(), 4).standing().closingCode()).isNull();
        assertThat(deals.revisions(deal.id()))
                .extracting(OpportunityRevision::event)
                .containsExactly(Event.OPENED, Event.WON, Event.REOPENED, Event.LOST, Event.REOPENED);
    }

    @Test
    void w12_the_pipe_is_the_potential_of_running_deals_by_stage() {
        bench.deal();
        deals.open(bench.draft().stage("PROPOSAL").value("500"));
        deals.close(bench.deal().id(), 1, ClosingDraft.won());
        assertThat(deals.summarise(OpportunityFilter.open(), OpportunityDimension.STAGE))
                .extracting(row -> row.get(OpportunityDimension.STAGE) + " "
                        + row.measures().value())
                .containsExactly("PROPOSAL EUR 500.00", "QUALIFICATION EUR 12000.00");
    }

    @Test
    void a_revision_tells_who_why_both_dates_what_it_was_before_and_the_days_in_the_stage_left() {
        Opportunity deal = bench.deal();
        bench.on(FIRST_DAY.plusDays(7));
        deals.change(
                deal.id(),
                1,
                OpportunityDraft.from(deal)
                        .stage("NEEDS")
                        .because("they called")
                        .effectiveOn(FIRST_DAY.plusDays(4)));
        OpportunityRevision moved = deals.revisions(deal.id()).get(1);
        assertThat(moved.event()).isEqualTo(Event.MOVED);
        assertThat(moved.because()).isEqualTo("they called");
        assertThat(moved.by().representative()).isEqualTo(bench.lea());
        assertThat(moved.effectiveOn()).isEqualTo(FIRST_DAY.plusDays(4));
        assertThat(moved.recordedAt()).isEqualTo("2026-03-19T09:00:00Z");
        assertThat(moved.previous())
                .isEqualTo(new OpportunityRevision.Previous(
                        deal.value(), deal.total(), "QUALIFICATION", StandingKind.IN_PROGRESS, 4L));
    }

    @Test
    void opening_takes_effect_on_the_start_or_today_if_that_lies_ahead() {
        assertThat(deals.open(bench.draft().start(FIRST_DAY.plusDays(30)))
                        .stamp()
                        .effectiveOn())
                .isEqualTo(FIRST_DAY);
        assertThat(deals.open(bench.draft().start(LocalDate.of(2024, 2, 29)))
                        .stamp()
                        .effectiveOn())
                .isEqualTo("2024-02-29");
    }

    @Test
    void a_change_is_refused_before_the_last_revision_and_in_the_future() {
        Opportunity deal = bench.deal();
        for (LocalDate date : List.of(FIRST_DAY.minusDays(1), FIRST_DAY.plusDays(1))) {
            assertThatThrownBy(() -> deals.change(
                            deal.id(), 1, OpportunityDraft.from(deal).effectiveOn(date)))
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining(date.toString());
            assertThatThrownBy(() ->
                            deals.close(deal.id(), 1, ClosingDraft.lost("PRICE").on(date)))
                    .isInstanceOf(InvalidException.class);
        }
        bench.on(FIRST_DAY.minusDays(3));
        assertThat(deals.moveTo(deal.id(), 1, "NEEDS").stamp().effectiveOn())
                .as("a clock that goes back")
                .isEqualTo(FIRST_DAY);
    }

    @Test
    void a_stale_version_tells_the_present_value_and_the_fields_that_others_changed() {
        Opportunity deal = bench.deal();
        Opportunity changed =
                deals.change(deal.id(), 1, OpportunityDraft.from(deal).value("1"));
        assertThatThrownBy(() ->
                        deals.change(deal.id(), 1, OpportunityDraft.from(deal).value("2")))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.present()).contains(changed);
                    assertThat(e.fields()).containsExactly("value");
                    assertThat(e.version()).isEqualTo(1);
                    assertThat(e.retryable()).isFalse();
                });
    }

    @Test
    void a_list_of_drafts_is_opened_whole_or_not_at_all_with_every_problem_at_its_place() {
        assertThatThrownBy(() -> deals.openAll(List.of(
                        bench.draft().hostReference("D-1"),
                        bench.draft().subject(" ").probability("101"),
                        bench.draft().hostReference("D-1").stage("NONE"))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path() + " " + problem.key())
                                .containsExactly(
                                        "[1].subject required",
                                        "[1].probability probability.range",
                                        "[2].hostReference reference.taken",
                                        "[2].stage choice.unknown"));
        assertThat(ids(OpportunityFilter.all())).isEmpty();
        assertThat(deals.openAll(List.of(bench.draft().hostReference("D-1"), bench.draft())))
                .hasSize(2);
        assertThat(deals.findByReference("D-1")).isPresent();
    }

    @Test
    void a_deal_that_moves_to_another_relation_takes_its_account_manager_unless_one_was_chosen() {
        RepresentativeId tom =
                bench.system().representatives().ensure("user-tom", "Tom").id();
        Relation other =
                bench.desk().relations().add(RelationDraft.company("Other").accountManager(tom));
        Opportunity deal = bench.deal();
        assertThat(deals.change(deal.id(), 1, OpportunityDraft.from(deal).subject("New name"))
                        .manager())
                .isEqualTo(bench.lea());
        Opportunity chosen = deals.reassign(bench.deal().id(), 1, bench.lea());
        assertThat(deals.change(chosen.id(), 2, OpportunityDraft.from(chosen).relation(other.id()))
                        .manager())
                .isEqualTo(bench.lea());
        assertThat(bench.crm()
                        .openTenant(TenantDraft.of("acme", "EUR").choices(Presets.standard()))
                        .lists()
                        .all())
                .as("opening again changes nothing")
                .isEqualTo(bench.desk().lists().all());
    }

    private List<Object> ids(OpportunityFilter filter) {
        return deals.list(filter, OpportunityOrder.NEWEST, PageRequest.first(100)).rows().stream()
                .map(OpportunityRow::id)
                .collect(Collectors.toList());
    }
}
