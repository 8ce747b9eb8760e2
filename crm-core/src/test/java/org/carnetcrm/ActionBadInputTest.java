package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.carnetcrm.ActionBench.day;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.action.ScheduleDraft;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with an action's draft, one typed error says so in three languages and nothing is stored. */
class ActionBadInputTest {

    private static final UUID NOBODY = new UUID(1, 2);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Locale DUTCH = new Locale("nl");

    private final ActionBench crm = new ActionBench();

    private record Case(String path, String key, UnaryOperator<ActionDraft> spoil) {

        @Override
        public String toString() {
            return path + ": " + key;
        }
    }

    static Stream<Case> drafts() {
        return Stream.of(
                new Case("relation", "required", draft -> draft.relation(null)),
                new Case("relation", "unknown", draft -> draft.relation(new RelationId(NOBODY))),
                new Case("contact", "unknown", draft -> draft.contact(new ContactPersonId(NOBODY))),
                new Case("opportunity", "unknown", draft -> draft.opportunity(new OpportunityId(NOBODY))),
                new Case("representative", "unknown", draft -> draft.representative(new RepresentativeId(NOBODY))),
                new Case(
                        "participants[0]",
                        "unknown",
                        draft -> draft.participants(List.of(new RepresentativeId(NOBODY)))),
                new Case("type", "choice.unknown", draft -> draft.type("'; drop table crm --")),
                new Case("type", "choice.retired", draft -> draft.type("MEETING")),
                new Case("status", "choice.unknown", draft -> draft.status("NONE")),
                new Case("status", "action.statusKind", draft -> draft.status("DONE")),
                new Case("newStatus", "choice.unknown", draft -> draft.newStatus("HIGH")),
                new Case("newPriority", "choice.unknown", draft -> draft.newPriority("CUSTOMER")),
                new Case("subject", "text.tooLong", draft -> draft.subject("x".repeat(201))),
                new Case("subject", "text.control", draft -> draft.subject("a\nb")),
                new Case("note", "text.control", draft -> draft.note("s3cret\u0000")),
                new Case("note", "text.surrogate", draft -> draft.note("s3cret\uD83D")),
                new Case("note", "text.tooLong", draft -> draft.note("s3cret".repeat(2_000))),
                new Case("hostReference", "text.tooLong", draft -> draft.hostReference("x".repeat(101))),
                new Case("schedule.until", "schedule.endBeforeStart", draft -> draft.on(day(1), day(0))),
                new Case("schedule.until", "schedule.tooLong", draft -> draft.on(day(0), day(366))),
                new Case(
                        "schedule.to",
                        "schedule.endBeforeStart",
                        draft -> draft.at(day(1), LocalTime.of(10, 0), LocalTime.of(9, 59), BRUSSELS)),
                new Case(
                        "schedule.to",
                        "schedule.bothTimes",
                        draft -> draft.schedule(new ScheduleDraft(day(1), null, LocalTime.NOON, null, BRUSSELS))),
                new Case(
                        "schedule.from",
                        "schedule.gap",
                        draft -> draft.at(day(17), LocalTime.of(2, 30), LocalTime.of(4, 0), BRUSSELS)),
                new Case(
                        "costs[0].description",
                        "cost.nothing",
                        draft -> draft.cost(new CostDraft(" ", null, null, "1", null))),
                new Case("costs[0].price", "required", draft -> draft.cost(CostDraft.of("Lunch"))),
                new Case("costs[0].price", "cost.unknownProduct", draft -> draft.cost(CostDraft.ofProduct("P"))),
                new Case("costs[0].price", "number.notPlain", draft -> draft.cost(lunch().price("1,5"))),
                new Case("costs[0].price", "number.negative", draft -> draft.cost(lunch().price("-1"))),
                new Case("costs[0].quantity", "number.notPlain", draft -> draft.cost(lunch().quantity("one"))),
                new Case("costs[0].currency", "currency.unknown", draft -> draft.cost(lunch().currency("XAU"))),
                new Case("costs[0].product", "text.control", draft -> draft.cost(lunch().product("a\tb"))));
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void a_bad_draft_is_refused_in_three_languages_and_changes_nothing(Case bad) {
        crm.retire(ChoiceKind.ACTION_TYPE, "MEETING");
        Action present = crm.plan(crm.visit());
        ActionDraft draft = bad.spoil().apply(ActionDraft.from(present));
        boolean ofKind = bad.key().equals("action.statusKind");
        for (Runnable command : List.<Runnable>of(
                () -> crm.plan(draft),
                () -> crm.actions().change(present.id(), 1, draft),
                () -> crm.actions().complete(present.id(), 1, ofKind ? draft.status("CANCELLED") : draft))) {
            InvalidException e = catchThrowableOfType(InvalidException.class, command::run);
            assertThat(e).isNotNull();
            assertThat(e.problems())
                    .extracting(problem -> problem.path() + " " + problem.key())
                    .containsExactly(bad.path() + " " + bad.key());
            assertThat(e.messageIn(Locale.ENGLISH))
                    .startsWith(bad.path() + ": ")
                    .doesNotContain("{", "s3cret");
            assertThat(e.messageIn(Locale.FRENCH))
                    .startsWith(bad.path() + ": ")
                    .isNotEqualTo(e.messageIn(Locale.ENGLISH))
                    .doesNotContain("{", "s3cret");
            assertThat(e.messageIn(DUTCH))
                    .isNotEqualTo(e.messageIn(Locale.ENGLISH))
                    .doesNotContain("{", "s3cret");
            assertThat(String.valueOf(e.problems().get(0).value())).doesNotContain("s3cret");
        }
        assertThat(crm.actions()
                        .list(ActionFilter.all(), ActionOrder.EARLIEST, PageRequest.first(9))
                        .rows())
                .hasSize(1);
        assertThat(crm.actions().find(present.id())).contains(present);
        assertThat(crm.bench.desk().audit(present.id())).hasSize(1);
        assertThat(crm.present()).isEqualTo(crm.acme);
    }

    @Test
    void every_problem_of_a_form_is_told_at_once_in_the_language_of_the_actor() {
        Desk french = crm.bench.crm().actingAs(crm.bench.desk().actor().reading(Locale.FRENCH));
        ActionDraft draft = ActionDraft.with(new RelationId(NOBODY))
                .type("NONE")
                .on(day(1), day(0))
                .subject("x".repeat(201))
                .newStatus("NONE")
                .doneOn(day(1))
                .cost(CostDraft.of("Lunch").price("abc"));
        InvalidException e = catchThrowableOfType(
                InvalidException.class, () -> french.actions().record(draft));
        assertThat(e.problems())
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "subject", "costs[0].price", "relation", "type", "newStatus", "doneOn", "schedule.until");
        assertThat(e.getMessage()).contains("« abc » n’est pas un nombre simple");
    }

    @Test
    void an_archived_relation_is_not_offered_for_new_actions_and_goes_on_with_those_it_has() {
        Action visit = crm.plan(crm.visit());
        crm.relations().archive(crm.acme.id(), 1);
        InvalidException e = catchThrowableOfType(InvalidException.class, () -> crm.plan(crm.visit()));
        assertThat(e).hasMessage("relation: Acme is no longer offered");
        assertThat(crm.complete(visit).version()).isEqualTo(2);
    }

    private static CostDraft lunch() {
        return CostDraft.of("Lunch").price("1");
    }
}
