package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.action.ActionOrder;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked: a database finds exactly what memory finds, of this tenant alone, or both refuse it. */
class HostileQuestionTest {

    /** What a store could take for a wildcard, an escape, an end of text, another case, another letter. */
    private static final List<String> QUESTIONS = List.of(
            "%",
            "_",
            "100%",
            "100_",
            "1%",
            "\\",
            "\\%",
            "'",
            "o'",
            "o''b",
            "\"",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00x",
            "~",
            "~01f600",
            "\u05E9\u05DC",
            "STRASSE",
            "stra\u00DFe",
            "i",
            "I",
            "\u0130",
            "\u0131",
            "\u0000",
            "a\u0000b",
            "",
            " ",
            "\u00E9",
            "e\u0301",
            "\uFFFF",
            "\uFFFD",
            "a".repeat(300),
            "\uD83D\uDE00".repeat(150),
            "null",
            "* or 1=1 --");

    private static final List<String> NAMES = List.of(
            "100% Wool",
            "100_Wool",
            "100 Wool",
            "1000 Wool",
            "O'Brien",
            "O''Brien",
            "OBrien",
            "\\Back",
            "%",
            "_",
            "'",
            "\uD83D\uDE00 Smile",
            "\uD83D\uDE01 Grin",
            "~01f600",
            "~",
            "\u05E9\u05DC\u05D5\u05DD",
            "Stra\u00DFe",
            "Strasse",
            "istanbul",
            "\u0130stanbul",
            "Isparta",
            "\u0131lgaz",
            "\u00E9cole",
            "Ecole",
            "\uFFFD",
            "\uFFFF",
            "null");

    static Stream<TestDatabase> here() {
        return TestDatabase.here().stream();
    }

    @ParameterizedTest
    @MethodSource("here")
    void the_start_of_a_name_finds_what_begins_so_and_nothing_else(TestDatabase kind) {
        Twins twins = Twins.on(kind);
        for (String name : NAMES) {
            twins.both(desk -> desk.relations().add(RelationDraft.company(name)));
        }
        List<String> questions = new ArrayList<>(QUESTIONS);
        questions.addAll(NAMES);
        for (String question : questions) {
            twins.both(desk ->
                    inPages(page -> desk.relations().list(RelationFilter.all().nameStart(question), page)));
        }

        assertThat(names(twins, "100%")).containsExactly("100% Wool");
        assertThat(names(twins, "100_")).containsExactly("100_Wool");
        assertThat(names(twins, "o'")).containsExactlyInAnyOrder("O'Brien", "O''Brien");
        assertThat(names(twins, "\uD83D\uDE00")).containsExactlyInAnyOrder("\uD83D\uDE00 Smile", "~01f600");
        assertThat(names(twins, "ec")).containsExactlyInAnyOrder("\u00E9cole", "Ecole");
    }

    @ParameterizedTest
    @MethodSource("here")
    void a_text_that_nothing_has_finds_nothing(TestDatabase kind) {
        Twins twins = Twins.on(kind);
        RelationId acme = acme(twins);
        twins.both(desk -> desk.actions().plan(ActionDraft.with(acme).hostReference("A-1")));
        twins.both(desk -> desk.notes().add(NoteDraft.about(acme).text("x").hostReference("N-1")));
        twins.both(desk -> desk.documents().add(DocumentDraft.order("SO_1", acme)));
        PageRequest page = PageRequest.first(9);
        for (String text : QUESTIONS) {
            List<Function<Desk, ?>> questions = List.of(
                    desk -> desk.relations().findByReference(text),
                    desk -> desk.representatives().findByReference(text),
                    desk -> desk.actions().findByReference(text),
                    desk -> desk.notes().findByReference(text),
                    desk -> desk.documents().findByReference(text),
                    desk -> desk.opportunities().findByReference(text),
                    desk -> desk.relations().list(RelationFilter.all().status(text), page),
                    desk -> desk.notes().list(NoteFilter.all().type(text), NoteOrder.values()[0], page),
                    desk -> desk.documents().list(DocumentFilter.all().number(text), page));
            for (Function<Desk, ?> question : questions) {
                twins.both(question);
            }
            for (ActionDimension dimension : ActionDimension.values()) {
                twins.both(desk ->
                        desk.actions().list(ActionFilter.all().where(dimension, text), ActionOrder.values()[0], page));
                ActionDimension by = dimension.isOfLines() ? ActionDimension.TYPE : dimension;
                twins.both(desk -> desk.actions().count(ActionFilter.all().where(dimension, Set.of(text, "x")), by));
            }
            for (OpportunityDimension dimension : OpportunityDimension.values()) {
                twins.both(desk ->
                        desk.opportunities().summarise(OpportunityFilter.all().where(dimension, text), dimension));
                twins.both(desk -> desk.opportunities()
                        .list(
                                OpportunityFilter.all().where(dimension, Set.of(text, "x")),
                                OpportunityOrder.NEWEST,
                                page));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void a_forged_cursor_is_answered_within_its_list_or_refused(TestDatabase kind) {
        List<Twins> both = Twins.all(kind, "acme", "other");
        Twins twins = both.get(0);
        for (String name : NAMES) {
            twins.both(desk -> desk.relations().add(RelationDraft.company(name)));
        }
        both.get(1).both(desk -> desk.relations().add(RelationDraft.company("Hidden")));
        both.get(1).both(desk -> desk.relations().add(RelationDraft.company("Hidden too")));
        String cursor = twins.stored(desk -> desk.relations().list(RelationFilter.all(), PageRequest.first(1)))
                .cursor();
        for (String sort : Stream.concat(QUESTIONS.stream(), Stream.of("h", "|", "a|b", "\t", "x".repeat(100_000)))
                .toList()) {
            String forged = forged(cursor, sort, UUID.fromString("00000000-0000-0000-0000-000000000000"));
            Object said = twins.both(desk -> desk.relations()
                    .list(RelationFilter.all(), PageRequest.first(99).after(forged)));
            assertThat(said.toString()).doesNotContain("Hidden");
        }

        String foreign = both.get(1)
                .stored(desk -> desk.relations().list(RelationFilter.all(), PageRequest.first(1)))
                .cursor();
        for (String refused : List.of(foreign, "", "x", "\u0000", "\uD83D\uDE00", "=", cursor + "AA", "%00", " ")) {
            assertThat(twins.both(desk -> desk.relations()
                            .list(RelationFilter.all(), PageRequest.first(9).after(refused))))
                    .isEqualTo(Twins.refusal("[cursor page.cursor]"));
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void tenants_whose_names_differ_by_case_blanks_or_accents_never_see_each_other(TestDatabase kind) {
        String[] names = {
            "acme", "ACME", "acme ", " acme", "acm\u00E9", "acme\u0301", "a_me", "%", "acme%", "\uD83D\uDE00"
        };
        List<Twins> tenants = Twins.all(kind, names);
        List<Relation> relations = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String of = "Of " + i;
            relations.add((Relation) tenants.get(i)
                    .both(desk -> desk.relations().add(RelationDraft.company(of).hostReference("C-1"))));
        }
        for (int i = 0; i < names.length; i++) {
            Twins tenant = tenants.get(i);
            assertThat(names(tenant, "")).containsExactly("Of " + i);
            assertThat(tenant.both(desk -> desk.relations().findByReference("C-1")))
                    .isEqualTo(Optional.of(relations.get(i)));
            for (int other = 0; other < names.length; other++) {
                Relation foreign = relations.get(other);
                if (foreign.id().equals(relations.get(i).id())) {
                    continue; // Sources of ids with the same seed give two tenants the same ids.
                }
                assertThat(tenant.both(desk -> desk.relations().find(foreign.id())))
                        .isEqualTo(Optional.empty());
                assertThat(tenant.both(desk -> desk.audit(foreign.id()))).isEqualTo(List.of());
                assertThat(tenant.both(desk -> desk.relations()
                                .change(
                                        foreign.id(),
                                        1,
                                        RelationDraft.from(foreign).name("Stolen"))))
                        .asString()
                        .startsWith(Twins.refusal("NotFoundException"));
                assertThat(tenant.both(desk -> desk.actions().plan(ActionDraft.with(foreign.id()))))
                        .isEqualTo(Twins.refusal("[relation unknown]"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void an_id_of_another_tenant_is_as_unknown_as_one_of_nobody(TestDatabase kind) {
        List<Twins> tenants = Twins.all(kind, "acme", "other");
        // The other tenant has more ids behind it, so that none is in both.
        Relation foreign = null;
        for (int i = 0; i < 30; i++) {
            foreign = (Relation) tenants.get(1).both(desk -> desk.relations().add(RelationDraft.company("Foreign")));
        }
        Relation secret = foreign;
        Twins acme = tenants.get(0);

        assertThat(acme.both(desk -> desk.relations().find(secret.id()))).isEqualTo(Optional.empty());
        assertThat(acme.both(desk -> desk.relations().findAll(List.of(secret.id()))))
                .isEqualTo(List.of());
        assertThat(acme.both(desk -> desk.relations().contacts(secret.id()))).isEqualTo(List.of());
        assertThat(acme.both(desk -> desk.audit(secret.id()))).isEqualTo(List.of());
        assertThat(acme.both(desk -> desk.relations().history(secret.id()).rows()))
                .isEqualTo(List.of());
        List<Function<Desk, ?>> commands = List.of(
                desk -> desk.relations()
                        .change(secret.id(), 1, RelationDraft.from(secret).name("Stolen")),
                desk -> desk.relations().archive(secret.id(), 1),
                desk -> desk.relations().add(RelationDraft.company("Child").parent(secret.id())),
                desk -> desk.actions().plan(ActionDraft.with(secret.id())),
                desk -> desk.notes().add(NoteDraft.about(secret.id()).text("x")),
                desk -> desk.documents().add(DocumentDraft.order("SO-1", secret.id())));
        for (Function<Desk, ?> command : commands) {
            assertThat(acme.both(command))
                    .asString()
                    .startsWith(Twins.refusal(""))
                    .doesNotContain("Foreign");
        }
        assertThat(tenants.get(1).both(desk -> desk.relations().find(secret.id())))
                .isEqualTo(Optional.of(secret));
    }

    @ParameterizedTest
    @MethodSource("here")
    void codes_that_differ_by_case_are_different_codes(TestDatabase kind) {
        Twins twins = Twins.on(kind);
        RelationId acme = acme(twins);
        List<String> codes = List.of("VISIT", "visit", "Visit", "a.b", "a-b", "a_b");
        for (String code : codes.subList(1, codes.size())) {
            twins.both(Actor.system("acme"), desk -> desk.choices().add(ActionType.of(code, code)));
        }
        for (String code : codes) {
            twins.both(desk -> desk.actions().plan(ActionDraft.with(acme).type(code)));
        }
        for (String code : codes) {
            assertThat(twins.stored(desk -> desk.actions()
                                    .list(
                                            ActionFilter.all().where(ActionDimension.TYPE, code),
                                            ActionOrder.values()[0],
                                            PageRequest.first(9)))
                            .rows())
                    .as(code)
                    .hasSize(1);
        }
        assertThat(twins.both(desk -> desk.actions().plan(ActionDraft.with(acme).type("VISIt"))))
                .isEqualTo(Twins.refusal("[type choice.unknown]"));
        twins.both(desk -> desk.actions().count(ActionFilter.all(), ActionDimension.TYPE));
    }

    @ParameterizedTest
    @MethodSource("here")
    void references_that_differ_by_case_accents_or_form_are_different_references(TestDatabase kind) {
        Twins twins = Twins.on(kind);
        List<String> references = List.of(
                "c-1",
                "C-1",
                "\u00E7-1",
                "c\u0327-1",
                "c-1\u200B",
                "c_1",
                "c%1",
                "\u0131",
                "i",
                "I",
                "\u0130",
                "\u00DF",
                "ss",
                "\uD83D\uDE00",
                "\uD83D\uDE01",
                "a b",
                "a\u00A0b");
        for (String reference : references) {
            assertThat(twins.both(desk -> desk.relations()
                            .add(RelationDraft.company(reference).hostReference(reference))))
                    .isInstanceOf(Relation.class);
        }
        for (String reference : references) {
            assertThat(twins.both(
                            desk -> desk.relations().findByReference(reference).map(Relation::name)))
                    .isEqualTo(Optional.of(reference.strip()));
            assertThat(twins.both(desk ->
                            desk.relations().add(RelationDraft.company("Again").hostReference(" " + reference + " "))))
                    .isEqualTo(Twins.refusal("[hostReference reference.taken]"));
        }
    }

    private static RelationId acme(Twins twins) {
        return ((Relation) twins.both(desk -> desk.relations().add(RelationDraft.company("Acme")))).id();
    }

    private static List<String> names(Twins twins, String start) {
        return twins
                .stored(desk -> desk.relations().list(RelationFilter.all().nameStart(start), PageRequest.first(99)))
                .rows()
                .stream()
                .map(RelationRow::name)
                .toList();
    }

    private static <R> List<R> inPages(Function<PageRequest, Page<R>> list) {
        List<R> rows = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(2));
        while (request.isPresent()) {
            Page<R> page = list.apply(request.get());
            rows.addAll(page.rows());
            request = page.next(request.get());
        }
        return rows;
    }

    /** The same list and tenant, another place. */
    private static String forged(String cursor, String sort, UUID id) {
        String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String list = plain.substring(0, plain.indexOf('|'));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + "|" + id + "|" + sort).getBytes(StandardCharsets.UTF_8));
    }
}
