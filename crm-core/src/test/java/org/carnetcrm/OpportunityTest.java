package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a deal is opened and changed: its fields, what is filled in, and what it is worth. */
class OpportunityTest {

    private final Workbench bench = Workbench.inMemory();
    private final Opportunities deals = bench.desk().opportunities();

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
                .hasMessage("manager: is required, for who would be filled in is archived: Tom");

        leave(bench.system().representatives().find(bench.lea()).orElseThrow());
        assertThatThrownBy(() -> deals.open(draft))
                .hasMessage("manager: is required, for who would be filled in is archived: Tom, Lea");
        assertThatThrownBy(() -> deals.openAll(List.of(bench.draft(), draft)))
                .hasMessage("[0].manager: is required, for who would be filled in is archived: Lea;"
                        + " [1].manager: is required, for who would be filled in is archived: Tom, Lea");
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

    @Test
    void q6_a_deal_that_moves_to_another_relation_takes_its_account_manager_unless_one_was_chosen() {
        RepresentativeId tom =
                bench.system().representatives().ensure("user-tom", "Tom").id();
        Relation other =
                bench.desk().relations().add(RelationDraft.company("Other").accountManager(tom));
        Opportunity deal = bench.deal();
        assertThat(deals.change(deal.id(), 1, OpportunityDraft.from(deal).subject("New name"))
                        .manager())
                .isEqualTo(bench.lea());
        Opportunity filledIn = bench.deal();
        assertThat(deals.change(
                                filledIn.id(),
                                1,
                                OpportunityDraft.from(filledIn).relation(other.id()))
                        .manager())
                .isEqualTo(tom);
        Opportunity chosen = deals.reassign(bench.deal().id(), 1, bench.lea());
        assertThat(deals.change(chosen.id(), 2, OpportunityDraft.from(chosen).relation(other.id()))
                        .manager())
                .isEqualTo(bench.lea());
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
    void q7_w3_a_contact_is_a_person_of_the_relation_and_a_dimension() {
        RelationId relation = bench.relation("Acme").id();
        ContactPerson anna = bench.desk().relations().addContact(relation, ContactPersonDraft.named("Anna", "P"));
        Opportunity deal = deals.open(bench.draft().relation(relation).contact(anna.id()));
        assertThat(deal.parties().contact()).isEqualTo(anna.id());
        assertThat(deals.summarise(OpportunityFilter.all(), OpportunityDimension.CONTACT))
                .extracting(row -> row.get(OpportunityDimension.CONTACT))
                .containsExactly(anna.id().text());
        bench.desk()
                .relations()
                .changeContact(anna.id(), 1, ContactPersonDraft.from(anna).active(false));
        assertThat(deals.change(deal.id(), 1, OpportunityDraft.from(deal).subject("New"))
                        .parties()
                        .contact())
                .as("one who left is kept")
                .isEqualTo(anna.id());
        assertRefused(() -> deals.open(bench.draft().relation(relation).contact(anna.id())), "contact notActive");
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
    void w1_documents_and_projects_are_linked_even_to_a_closed_deal_and_taken_away_on_record() {
        Opportunity deal = deals.close(bench.deal().id(), 1, ClosingDraft.won());
        for (OpportunityLink.Target target : OpportunityLink.Target.values()) {
            OpportunityLink link = deals.link(deal.id(), target, " " + target + "-1 ");
            assertThat(link.target()).isEqualTo(target);
            assertThat(link.reference()).isEqualTo(target + "-1");
        }
        assertThat(deals.links(deal.id()))
                .extracting(OpportunityLink::reference)
                .containsExactly("QUOTE-1", "ORDER-1", "INVOICE-1", "PROJECT-1");
        OpportunityLink quote = deals.links(deal.id()).get(0);
        OpportunityLink done = deals.markDone(quote.id(), 1, true);
        assertThat(done.done()).isTrue();
        assertThat(deals.markDone(quote.id(), 2, true))
                .as("again changes nothing")
                .isEqualTo(done);
        deals.unlink(quote.id(), 2);
        assertThat(deals.links(deal.id())).hasSize(3).doesNotContain(done);
        assertThat(bench.desk().audit(quote.id())).hasSize(3);
        assertRefused(
                () -> deals.link(deal.id(), OpportunityLink.Target.QUOTE, "x".repeat(101)), "reference text.tooLong");
        assertRefused(() -> deals.link(deal.id(), OpportunityLink.Target.QUOTE, " "), "reference required");
        assertThat(deals.find(deal.id())).as("the deal itself is untouched").contains(deal);
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

    // W6, each row worked by hand from its two sentences and the preset's 10, 25, 50, 75.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "33, 33, NEEDS, 33, true",
                "-, -, NEEDS, 25, false",
                "-, -, NEGOTIATION, 75, false",
                "33, -, NEEDS, 25, false",
                "33, -, QUALIFICATION, 10, false",
                "-, 5, QUALIFICATION, 5, true",
                "-, -, QUALIFICATION, 10, false"
            })
    void w6_what_becomes_of_a_probability(String opened, String then, String stage, String percent, boolean byHand) {
        Opportunity deal = deals.open(bench.draft().probability(opened));
        Opportunity changed = deals.change(
                deal.id(), 1, OpportunityDraft.from(deal).probability(then).stage(stage));
        assertThat(changed.probability()).isEqualTo(Probability.of(percent));
        assertThat(changed.figures().probabilityByHand()).isEqualTo(byHand);
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
    void z_the_whole_form_replaces_and_null_clears() {
        Opportunity deal = deals.open(bench.draft()
                .text("t")
                .minimumTarget("5")
                .expectedClosing(day(9))
                .hostReference("D-1")
                .because("they called"));
        Opportunity cleared = deals.change(
                deal.id(),
                1,
                OpportunityDraft.from(deal)
                        .text(" ")
                        .minimumTarget(null)
                        .purchaseCosts(null)
                        .expectedClosing(null)
                        .hostReference(null));
        assertThat(cleared.text()).isNull();
        assertThat(cleared.figures().minimumTarget()).isNull();
        assertThat(cleared.figures().purchaseCosts()).isEqualTo(Money.of("EUR", "0"));
        assertThat(cleared.horizon().expectedClosing()).isNull();
        assertThat(deals.findByReference("D-1")).as("free again").isEmpty();
        assertThat(deals.revisions(deal.id()).get(0).because()).isEqualTo("they called");
    }

    @Test
    void z_a_text_is_in_no_problem_and_no_printed_form() {
        String secret = "my-secret ".repeat(1100);
        OpportunityDraft draft = bench.draft().text(secret);
        assertThat(draft.toString()).doesNotContain("my-secret");
        assertThatThrownBy(() -> deals.open(draft)).isInstanceOfSatisfying(InvalidException.class, e -> {
            assertThat(e.problems()).hasSize(1);
            Problem problem = e.problems().get(0);
            assertThat(problem.path()).isEqualTo("text");
            assertThat(problem.value()).as("its length instead").isEqualTo("10999");
            assertThat(e + e.problems().toString()).doesNotContain("my-secret");
        });
        Opportunity deal = deals.open(draft.text("my-secret"));
        assertThat(deal.toString() + deals.revisions(deal.id()) + bench.desk().audit(deal.id()))
                .doesNotContain("my-secret");
        assertThat(deals.list(OpportunityFilter.all(), OpportunityOrder.NEWEST, PageRequest.first(9))
                        .toString())
                .doesNotContain("my-secret");
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

    private void leave(Representative representative) {
        bench.system()
                .representatives()
                .change(
                        representative.id(),
                        representative.version(),
                        RepresentativeDraft.from(representative).active(false));
    }

    private List<Object> ids(OpportunityFilter filter) {
        return deals.list(filter, OpportunityOrder.NEWEST, PageRequest.first(100)).rows().stream()
                .map(OpportunityRow::id)
                .collect(Collectors.toList());
    }

    private static LocalDate day(int days) {
        return FIRST_DAY.plusDays(days);
    }

    private static void assertRefused(Runnable command, String... problems) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path() + " " + problem.key())
                                .containsExactlyInAnyOrder(problems));
    }
}
