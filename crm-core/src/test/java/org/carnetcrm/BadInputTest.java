package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a deal's draft, one typed error says so in three languages and nothing is stored. */
class BadInputTest {

    private static final UUID NOBODY = new UUID(1, 2);

    static Stream<Arguments> drafts() {
        return Stream.of(
                bad("relation", "unknown", draft -> draft.relation(new RelationId(NOBODY))),
                bad("manager", "unknown", draft -> draft.manager(new RepresentativeId(NOBODY))),
                bad("contact", "unknown", draft -> draft.contact(new ContactPersonId(NOBODY))),
                bad("stage", "choice.unknown", draft -> draft.stage("NONE")),
                bad("stage", "choice.unknown", draft -> draft.stage("'; drop table crm --")),
                bad("type", "choice.retired", draft -> draft.type("UPDATE")),
                bad("probability", "probability.range", draft -> draft.probability("100.01")),
                bad("probability", "probability.range", draft -> draft.probability("-1")),
                bad("probability", "number.tooManyDecimals", draft -> draft.probability("1.005")),
                bad("value", "number.tooManyDecimals", draft -> draft.value("0.005")),
                bad(
                        "value",
                        "number.tooManyDecimals",
                        draft -> draft.value("0.5").currency("JPY").purchaseCosts(null)),
                bad("value", "number.tooLarge", draft -> draft.value("1000000000000000")),
                bad("value", "number.negative", draft -> draft.value("-0.01")),
                bad("purchaseCosts", "number.notPlain", draft -> draft.purchaseCosts("1,50")),
                bad("minimumTarget", "number.notPlain", draft -> draft.minimumTarget("1e5")),
                bad("currency", "currency.unknown", draft -> draft.currency("XXX")),
                bad("currency", "currency.unknown", draft -> draft.currency("euro")),
                bad("subject", "text.control", draft -> draft.subject("a\u0000b")),
                bad("subject", "text.surrogate", draft -> draft.subject("a\uD83D")),
                bad("subject", "text.tooLong", draft -> draft.subject("x".repeat(201))),
                bad("text", "text.tooLong", draft -> draft.text("s3cret".repeat(2000))),
                bad("hostReference", "text.tooLong", draft -> draft.hostReference("x".repeat(101))),
                bad(
                        "expectedClosing",
                        "deal.expectedBeforeStart",
                        draft -> draft.expectedClosing(FIRST_DAY.minusDays(1))));
    }

    private static Arguments bad(String path, String key, UnaryOperator<OpportunityDraft> spoil) {
        return Arguments.of(path, key, spoil);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("drafts")
    void a_bad_draft_is_refused_in_three_languages_and_stores_nothing(
            String path, String key, UnaryOperator<OpportunityDraft> spoil) {
        Workbench bench = Workbench.inMemory();
        var update = bench.desk()
                .lists()
                .find(org.carnetcrm.choice.ChoiceKind.OPPORTUNITY_TYPE, "UPDATE")
                .orElseThrow();
        bench.system().choices().retire(update.id(), 1);
        OpportunityDraft draft = spoil.apply(bench.draft());

        InvalidException e = catchThrowableOfType(
                InvalidException.class, () -> bench.desk().opportunities().open(draft));

        assertThat(e).isNotNull();
        assertThat(e.problems()).hasSize(1);
        Problem problem = e.problems().get(0);
        assertThat(problem.path()).isEqualTo(path);
        assertThat(problem.key()).isEqualTo(key);
        assertThat(e.messageIn(Locale.FRENCH)).startsWith(path + ": ").isNotEqualTo(e.messageIn(Locale.ENGLISH));
        assertThat(e.messageIn(new Locale("nl"))).isNotEqualTo(e.messageIn(Locale.ENGLISH));
        assertThat(e.messageIn(Locale.FRENCH)).doesNotContain("{").doesNotContain("s3cret");
        assertThat(problem.value()).isNotNull().doesNotContain("s3cret");
        assertThat(bench.desk().opportunities().summarise(OpportunityFilter.all(), OpportunityDimension.STAGE))
                .isEmpty();
    }

    @Test
    void an_empty_list_is_an_error_that_names_it() {
        Workbench bench = Workbench.inMemory();
        Desk bare = bench.crm().openTenant(TenantDraft.of("bare", "EUR"));
        CrmException e = catchThrowableOfType(
                CrmException.class, () -> bare.relations().add(org.carnetcrm.relation.RelationDraft.company("Acme")));
        assertThat(e).hasMessage("status: the list RELATION_STATUS has no choice to fill in");
    }

    @Test
    void an_unknown_target_is_an_error_of_its_own_in_three_languages() {
        Workbench bench = Workbench.inMemory();
        OpportunityId id = new OpportunityId(NOBODY);
        NotFoundException e = catchThrowableOfType(
                NotFoundException.class, () -> bench.desk().opportunities().reopen(id, 1));
        assertThat(e.id()).isEqualTo(id);
        assertThat(e.key()).isEqualTo("notFound.opportunity");
        assertThat(e.messageIn(Locale.FRENCH)).isEqualTo("il n’y a pas d’opportunité " + id);
        assertThat(bench.desk().opportunities().find(id)).isEmpty();
    }

    @Test
    void every_problem_of_a_form_is_reported_at_once_in_the_language_of_the_actor() {
        Workbench bench = Workbench.inMemory();
        Desk french = bench.crm()
                .actingAs(
                        bench.desk().actor().reading(Locale.CANADA_FRENCH).in(java.time.ZoneId.of("America/Toronto")));
        InvalidException e = catchThrowableOfType(
                InvalidException.class,
                () -> french.opportunities()
                        .open(bench.draft()
                                .subject(null)
                                .value("abc")
                                .probability("101")
                                .stage("NONE")));
        assertThat(e.problems()).extracting(Problem::path).containsExactly("subject", "value", "stage", "probability");
        assertThat(e.getMessage()).contains("subject: est obligatoire").contains("« abc » n’est pas un nombre simple");
    }
}
