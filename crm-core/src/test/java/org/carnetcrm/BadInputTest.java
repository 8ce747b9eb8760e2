package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.carnetcrm.BadInputScene.LANGUAGES;
import static org.carnetcrm.BadInputScene.NOBODY;
import static org.carnetcrm.BadInputScene.assertThreeLanguages;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.language.DateNotation;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.representative.RepresentativeDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with what comes in is a typed error in three languages, and nothing is stored. */
class BadInputTest {

    private static final String HOSTILE = "a\u0000b'; DROP TABLE deals; --";

    private final BadInputScene scene = new BadInputScene();

    private record Case(String name, String path, String key, String value, Consumer<BadInputScene> command) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_is_wrong_in_a_draft_is_one_problem_with_path_key_and_value(Case bad) {
        List<Object> before = scene.everything();
        Throwable thrown = catchThrowable(() -> bad.command().accept(scene));
        assertThat(thrown).isInstanceOfSatisfying(InvalidException.class, e -> {
            assertThat(e.problems()).hasSize(1);
            Problem problem = e.problems().get(0);
            assertThat(problem.path()).isEqualTo(bad.path());
            assertThat(problem.key()).isEqualTo(bad.key());
            if (bad.value() != null) {
                assertThat(problem.value()).isEqualTo(bad.value());
            }
            for (Locale language : LANGUAGES) {
                if (MESSAGES_WITHOUT_VALUE.stream().noneMatch(bad.key()::equals)) {
                    assertThat(e.messageIn(language)).contains(shown(problem.value(), language));
                }
                assertThat(e.messageIn(language)).startsWith(bad.path() + ": ").doesNotContain("{", "}");
            }
        });
        assertThreeLanguages((CrmException) thrown);
        assertThat(scene.everything()).isEqualTo(before);
    }

    /** A message shows a date as its language writes it, a standing or a progress as its word, the rest as it is. */
    private static String shown(String value, Locale language) {
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return DateNotation.of(language).date(LocalDate.parse(value));
        }
        return WORDS.getOrDefault(value, Map.of()).getOrDefault(language, value);
    }

    private static final Map<String, Map<Locale, String>> WORDS = Map.of(
            "IN_PROGRESS", Map.of(Locale.ENGLISH, "in progress", Locale.FRENCH, "en cours", new Locale("nl"), "lopend"),
            "ABANDONED",
                    Map.of(Locale.ENGLISH, "abandoned", Locale.FRENCH, "abandonnée", new Locale("nl"), "opgegeven"),
            "WON", Map.of(Locale.ENGLISH, "won", Locale.FRENCH, "gagnée", new Locale("nl"), "gewonnen"));

    private static final List<String> MESSAGES_WITHOUT_VALUE = List.of(
            "required",
            "cycle",
            "text.tooLong",
            "text.control",
            "text.surrogate",
            "choice.emptyList",
            "deal.codeRequired",
            "deal.closed",
            "deal.notClosed",
            "deal.probabilityRequired",
            "page.cursor");

    static Stream<Case> refusals() {
        String text = NOBODY.toString();
        String other = "01890000-0000-7000-8000-00000000beef";
        return Stream.of(
                // Unknown ids
                open("an unknown relation", "relation", "unknown", text, d -> d.relation(new RelationId(NOBODY))),
                open("an unknown contact", "contact", "unknown", text, d -> d.contact(new ContactPersonId(NOBODY))),
                open("an unknown manager", "manager", "unknown", text, d -> d.manager(new RepresentativeId(NOBODY))),
                bad(
                        "an unknown parent",
                        "parent",
                        "unknown",
                        text,
                        s -> s.relations.add(RelationDraft.company("New").parent(new RelationId(NOBODY)))),
                bad(
                        "an unknown account manager",
                        "accountManager",
                        "unknown",
                        other,
                        s -> s.relations.add(
                                RelationDraft.company("New").accountManager(RepresentativeId.parse(other)))),
                bad(
                        "an unknown manager of a representative",
                        "manager",
                        "unknown",
                        text,
                        s -> s.desk.representatives()
                                .add(RepresentativeDraft.named("New").manager(new RepresentativeId(NOBODY)))),
                // A contact of another relation
                bad(
                        "a contact of another relation",
                        "contact",
                        "contact.otherRelation",
                        null,
                        s -> s.deals.open(s.draft().contact(s.stranger.id()))),
                // Choices
                open("a retired choice", "stage", "choice.retired", "PROPOSAL", d -> d.stage("PROPOSAL")),
                open("an unknown choice", "type", "choice.unknown", "NONE", d -> d.type("NONE")),
                open("a hostile choice", "category", "choice.unknown", "x' OR '1'='1", d -> d.category("x' OR '1'='1")),
                open("a choice of an empty list", "businessLine", "choice.unknown", "IT", d -> d.businessLine("IT")),
                bad(
                        "an empty list",
                        "status",
                        "choice.emptyList",
                        null,
                        s -> s.bench
                                .crm()
                                .openTenant(TenantDraft.of("bare", "EUR"))
                                .relations()
                                .add(RelationDraft.company("New"))),
                // Numbers
                open("100.01 %", "probability", "probability.range", "100.01", d -> d.probability("100.01")),
                open("-0.01 %", "probability", "probability.range", "-0.01", d -> d.probability("-0.01")),
                open("33.333 %", "probability", "number.tooManyDecimals", "33.333", d -> d.probability("33.333")),
                open("0.005 EUR", "value", "number.tooManyDecimals", "0.005", d -> d.value("0.005")),
                open(
                        "a number too large",
                        "value",
                        "number.tooLarge",
                        "1000000000000000",
                        d -> d.value("1000000000000000")),
                open("costs below zero", "purchaseCosts", "number.negative", "-1", d -> d.purchaseCosts("-1")),
                open(
                        "a localised number",
                        "minimumTarget",
                        "number.notPlain",
                        "1.234,5",
                        d -> d.minimumTarget("1.234,5")),
                open("no number", "value", "number.notPlain", "NaN", d -> d.value("NaN")),
                open(
                        "a number too long",
                        "value",
                        "number.tooLong",
                        "9".repeat(80) + "…",
                        d -> d.value("9".repeat(101))),
                // Currencies
                open("no currency", "currency", "currency.unknown", "euro", d -> d.currency("euro")),
                open("currency XXX", "currency", "currency.unknown", "XXX", d -> d.currency("XXX")),
                bad(
                        "a tenant in XXX",
                        "currency",
                        "currency.unknown",
                        "XXX",
                        s -> s.bench.crm().openTenant(TenantDraft.of("new", "XXX"))),
                // Dates
                bad(
                        "an effective date in the future",
                        "effectiveOn",
                        "date.future",
                        "2026-03-13",
                        s -> s.deals.change(
                                s.open.id(),
                                2,
                                OpportunityDraft.from(s.open).value("1").effectiveOn(FIRST_DAY.plusDays(1)))),
                bad(
                        "one before the last revision",
                        "effectiveOn",
                        "date.beforeLastRevision",
                        "2026-03-11",
                        s -> s.deals.change(
                                s.open.id(),
                                2,
                                OpportunityDraft.from(s.open).value("1").effectiveOn(FIRST_DAY.minusDays(1)))),
                bad(
                        "a status in the future",
                        "effectiveOn",
                        "date.future",
                        "2026-03-13",
                        s -> s.relations.change(
                                s.acme.id(),
                                1,
                                RelationDraft.from(s.acme).status("CUSTOMER").effectiveOn(FIRST_DAY.plusDays(1)))),
                open(
                        "an expected closing before the start",
                        "expectedClosing",
                        "deal.expectedBeforeStart",
                        "2026-03-11",
                        d -> d.expectedClosing(FIRST_DAY.minusDays(1))),
                bad(
                        "a signature before the start",
                        "on",
                        "deal.signedBeforeStart",
                        "2026-03-11",
                        s -> s.deals.close(s.open.id(), 2, ClosingDraft.won().on(FIRST_DAY.minusDays(1)))),
                bad(
                        "a signature in the future",
                        "on",
                        "date.future",
                        "2026-03-13",
                        s -> s.deals.close(s.open.id(), 2, ClosingDraft.won().on(FIRST_DAY.plusDays(1)))),
                // Texts
                open("no subject", "subject", "required", null, d -> d.subject(" ")),
                open(
                        "hostile text",
                        "subject",
                        "text.control",
                        HOSTILE.replace('\u0000', '\uFFFD'),
                        d -> d.subject(HOSTILE)),
                open("half a character", "hostReference", "text.surrogate", "a\uFFFD", d -> d.hostReference("a\uD83D")),
                open(
                        "a reference too long",
                        "hostReference",
                        "text.tooLong",
                        null,
                        d -> d.hostReference("x".repeat(101))),
                open("a text too long", "text", "text.tooLong", "10001", d -> d.text("x".repeat(10_001))),
                open(
                        "a reason too long",
                        "because",
                        "text.tooLong",
                        "x".repeat(80) + "…",
                        d -> d.because("x".repeat(201))),
                bad(
                        "a name too long",
                        "name",
                        "text.tooLong",
                        null,
                        s -> s.relations.add(RelationDraft.company("x".repeat(201)))),
                bad(
                        "a hostile address",
                        "details.address.city",
                        "text.control",
                        null,
                        s -> s.relations.add(
                                RelationDraft.company("New").address(Address.of("1", "1", "a\u001B[2J", "BE")))),
                bad(
                        "no country",
                        "details.address.country",
                        "address.country",
                        "ZZ",
                        s -> s.relations.add(RelationDraft.company("New").address(Address.of("1", "1", "City", "ZZ")))),
                bad(
                        "a person without a name",
                        "lastName",
                        "required",
                        null,
                        s -> s.relations.addContact(s.acme.id(), ContactPersonDraft.named("Anna", " "))),
                bad(
                        "a representative without a name",
                        "name",
                        "required",
                        null,
                        s -> s.desk.representatives().add(RepresentativeDraft.named(""))),
                // Standings
                bad(
                        "a stage change on a closed deal",
                        "stage",
                        "deal.closed",
                        "NEEDS",
                        s -> s.deals.moveTo(s.lost.id(), 2, "NEEDS")),
                bad(
                        "a lost deal without a code",
                        "code",
                        "deal.codeRequired",
                        null,
                        s -> s.deals.close(s.open.id(), 2, ClosingDraft.lost(null))),
                bad(
                        "a code on a won deal",
                        "code",
                        "deal.codeOnWon",
                        "PRICE",
                        s -> s.deals.close(s.open.id(), 2, ClosingDraft.won().code("PRICE"))),
                bad(
                        "a signed total of a lost deal",
                        "signedTotal",
                        "deal.signedTotalOnUnsigned",
                        "5",
                        s -> s.deals.close(
                                s.open.id(), 2, ClosingDraft.lost("PRICE").signedTotal("5"))),
                bad(
                        "a deal closed twice",
                        "outcome",
                        "deal.transition",
                        "ABANDONED",
                        s -> s.deals.close(s.lost.id(), 2, ClosingDraft.abandoned())),
                bad(
                        "reopening an open deal",
                        "standing",
                        "deal.transition",
                        "IN_PROGRESS",
                        s -> s.deals.reopen(s.open.id(), 2)),
                bad(
                        "correcting the closing of an open deal",
                        "outcome",
                        "deal.notClosed",
                        "WON",
                        s -> s.deals.correctClosing(s.open.id(), 2, ClosingDraft.won())),
                // Histories, hierarchies and lists
                bad(
                        "a correction of no row",
                        "number",
                        "history.noSuchRow",
                        "7",
                        s -> s.relations.correct(s.acme.id(), 1, 7, "CUSTOMER", FIRST_DAY)),
                bad(
                        "a relation above itself",
                        "parent",
                        "cycle",
                        null,
                        s -> s.relations.change(
                                s.acme.id(), 1, RelationDraft.from(s.acme).parent(s.acme.id()))),
                bad(
                        "a forged cursor",
                        "cursor",
                        "page.cursor",
                        "forged",
                        s -> s.relations.list(
                                RelationFilter.all(), PageRequest.first(1).after("forged"))),
                bad("a page too large", "size", "page.size", "1001", s -> PageRequest.first(1001)));
    }

    @Test
    void z_every_problem_of_a_draft_is_told_at_once() {
        assertRefused(
                () -> scene.deals.open(scene.draft()
                        .subject("a\u0000b")
                        .value("1,5")
                        .purchaseCosts("-1")
                        .minimumTarget("0.001")
                        .probability("100.01")
                        .stage("NONE")
                        .expectedClosing(FIRST_DAY.minusDays(1))
                        .because("x".repeat(201))),
                "subject text.control",
                "value number.notPlain",
                "purchaseCosts number.negative",
                "minimumTarget number.tooManyDecimals",
                "probability probability.range",
                "stage choice.unknown",
                "expectedClosing deal.expectedBeforeStart",
                "because text.tooLong");
    }

    @Test
    void every_problem_of_a_form_is_reported_at_once_in_the_language_of_the_actor() {
        Desk french = scene.bench
                .crm()
                .actingAs(
                        scene.bench.desk().actor().reading(Locale.CANADA_FRENCH).in(ZoneId.of("America/Toronto")));
        InvalidException e = catchThrowableOfType(
                InvalidException.class,
                () -> french.opportunities()
                        .open(scene.draft()
                                .subject(null)
                                .value("abc")
                                .probability("101")
                                .stage("NONE")));
        assertThat(e.problems()).extracting(Problem::path).containsExactly("subject", "value", "stage", "probability");
        assertThat(e.getMessage()).contains("subject: est obligatoire").contains("« abc » n’est pas un nombre simple");
    }

    private static Case open(
            String name, String path, String key, String value, Function<OpportunityDraft, OpportunityDraft> change) {
        return bad(name, path, key, value, scene -> scene.deals.open(change.apply(scene.draft())));
    }

    private static Case bad(String name, String path, String key, String value, Consumer<BadInputScene> command) {
        return new Case(name, path, key, value, command);
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
