package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.carnetcrm.Office.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.representative.Reassignment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong about notes, documents, follow-ups and handovers: an error in three languages, and nothing changed. */
class NoteAndFollowUpBadInputTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, new Locale("nl"));
    private static final UUID NOBODY = UUID.fromString("01890000-0000-7000-8000-00000000dead");

    /** Stands for the id of a thing of the scene. */
    private static final String SOME_ID = "an id";

    private final Scene scene = new Scene();

    /** An office with a note, a chased order and a closed one, an invoice, and a channel and a colleague who are gone. */
    private static final class Scene {

        private final Office office = new Office();
        private final Desk desk = office.desk(office.lea);
        private final Note note;
        private final BusinessDocument order;
        private final BusinessDocument closed;
        private final BusinessDocument invoice;
        private final FollowUp chase;

        private Scene() {
            Note first = desk.notes().add(NoteDraft.about(office.acme).hostReference("N-1"));
            note = desk.notes().pin(first.id(), 1);
            order = desk.documents()
                    .ensure(DocumentDraft.order("SO-1", office.acme).hostReference("host-1"));
            FollowUp recorded = desk.followUps().record(FollowUpDraft.about(order.id()));
            chase = desk.followUps()
                    .change(recorded.id(), 1, FollowUpDraft.from(recorded).note("called"));
            closed = desk.documents().close(office.order("SO-2").id(), 1, day(-1));
            invoice = desk.documents().add(DocumentDraft.invoice("I-1", office.acme));
            office.bench.system().choices().retire(new ChoiceId(ChoiceKind.CHANNEL, "LETTER"), 1);
            office.bench.system().choices().retire(new ChoiceId(ChoiceKind.NOTE_TYPE, "SALES"), 1);
            desk.representatives().archive(office.tom, 1);
            Note hidden = office.desk(office.max)
                    .notes()
                    .add(NoteDraft.about(office.acme).adminOnly(true));
            assertThat(hidden.isAdminOnly()).isTrue();
        }

        private List<Object> everything() {
            Desk all = office.bench.system();
            PageRequest page = Office.PAGE;
            List<Object> told = new ArrayList<>(List.of(
                    all.notes().list(NoteFilter.all(), NoteOrder.EARLIEST, page),
                    all.documents().list(DocumentFilter.all(), page),
                    all.followUps().list(FollowUpFilter.all(), page),
                    all.followUps().due(DueFilter.all(), page),
                    all.timeline().of(office.acme, page),
                    all.calendar().of(office.lea, day(-30), day(30), page),
                    all.representatives().all()));
            for (Id id : List.<Id>of(note.id(), order.id(), closed.id(), chase.id(), office.acme, office.tom)) {
                told.add(all.audit(id));
            }
            return told;
        }
    }

    private record Case(String name, String path, String key, String value, Consumer<Scene> command) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A message that tells the value tells it in every language; one whose problem has none has none to tell. */
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
            String value = problem.value();
            assertThat(value).matches(found -> SOME_ID.equals(bad.value()) || Objects.equals(found, bad.value()));
            boolean told = value != null && e.messageIn(Locale.ENGLISH).contains(value);
            for (Locale language : LANGUAGES) {
                assertThat(e.messageIn(language)).startsWith(bad.path() + ": ").doesNotContain("{", "}");
                assertThat(value != null && e.messageIn(language).contains(value))
                        .isEqualTo(told);
            }
        });
        assertThreeLanguages((CrmException) thrown);
        assertThat(scene.everything()).isEqualTo(before);
    }

    static Stream<Case> refusals() {
        return Stream.of(notes(), documents(), closings(), followUps(), handovers())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> notes() {
        String text = NOBODY.toString();
        return Stream.of(
                bad(
                        "a note about nothing",
                        "relation",
                        "required",
                        null,
                        s -> s.desk.notes().add(NoteDraft.about(null))),
                bad(
                        "a note about an unknown relation",
                        "relation",
                        "unknown",
                        text,
                        s -> s.desk.notes().add(NoteDraft.about(new RelationId(NOBODY)))),
                note("an unknown deal", "opportunity", "unknown", text, d -> d.opportunity(new OpportunityId(NOBODY))),
                note("an unknown assignee", "assignee", "unknown", text, d -> d.assignee(new RepresentativeId(NOBODY))),
                note("an unknown type", "type", "choice.unknown", "NONE", d -> d.type("NONE")),
                note("a retired type", "type", "choice.retired", "SALES", d -> d.type("SALES")),
                note("a text too long", "text", "text.tooLong", "10001", d -> d.text("x".repeat(10_001))),
                note("half a character", "text", "text.surrogate", "3", d -> d.text("ab\uD83D")),
                note("a hostile text", "text", "text.control", "4", d -> d.text("a\u0000b'")),
                note("a taken reference", "hostReference", "reference.taken", "N-1", d -> d.hostReference("N-1")),
                note(
                        "a reference too long",
                        "hostReference",
                        "text.tooLong",
                        "x".repeat(80) + "…",
                        d -> d.hostReference("x".repeat(101))),
                bad(
                        "an assignee who left",
                        "assignee",
                        "notActive",
                        "Tom",
                        s -> s.desk.notes().add(NoteDraft.about(s.office.acme).assignee(s.office.tom))));
    }

    private static Stream<Case> documents() {
        String text = NOBODY.toString();
        return Stream.of(
                bad(
                        "a document for nobody",
                        "relation",
                        "unknown",
                        text,
                        s -> s.desk.documents().add(DocumentDraft.order("SO-9", new RelationId(NOBODY)))),
                document("no number", "number", "required", null, d -> d.number(null)),
                document("a blank number", "number", "required", " ", d -> d.number(" ")),
                document("a number too long", "number", "text.tooLong", "9".repeat(61), d -> d.number("9".repeat(61))),
                document("a line break", "number", "text.control", "SO\uFFFD9", d -> d.number("SO\n9")),
                document("no number at all", "amount", "number.notPlain", "1,5", d -> d.amount("1,5")),
                document("a third of a cent", "amount", "number.tooManyDecimals", "0.333", d -> d.amount("0.333")),
                document(
                        "cents of a yen",
                        "amount",
                        "number.tooManyDecimals",
                        "1.5",
                        d -> d.amount("1.5").currency("JPY")),
                document("gold", "currency", "currency.unknown", "XAU", d -> d.currency("XAU")),
                document(
                        "a taken reference",
                        "hostReference",
                        "reference.taken",
                        "host-1",
                        d -> d.hostReference("host-1")),
                bad(
                        "nothing to ensure by",
                        "hostReference",
                        "required",
                        null,
                        s -> s.desk.documents().ensure(DocumentDraft.order("SO-9", s.office.acme))),
                bad(
                        "a chased order for another",
                        "relation",
                        "document.chased",
                        SOME_ID,
                        s -> s.desk.documents()
                                .change(s.order.id(), 2, DocumentDraft.order("SO-1", s.office.borealis))),
                bad(
                        "a chased order made an invoice",
                        "kind",
                        "document.chased",
                        "INVOICE",
                        s -> s.desk.documents().change(s.order.id(), 2, DocumentDraft.invoice("SO-1", s.office.acme))));
    }

    private static Stream<Case> closings() {
        return Stream.of(
                bad(
                        "closed twice",
                        "closedOn",
                        "document.closed",
                        "2026-03-12",
                        s -> s.desk.documents().close(s.closed.id(), 2, null)),
                bad(
                        "closed tomorrow",
                        "closedOn",
                        "date.future",
                        "2026-03-13",
                        s -> s.desk.documents().close(s.order.id(), 2, day(1))),
                bad(
                        "reopened while open",
                        "closedOn",
                        "document.open",
                        null,
                        s -> s.desk.documents().reopen(s.order.id(), 2)));
    }

    private static Stream<Case> followUps() {
        String text = NOBODY.toString();
        return Stream.of(
                bad(
                        "about nothing",
                        "document",
                        "required",
                        null,
                        s -> s.desk.followUps().record(FollowUpDraft.general())),
                bad(
                        "about an unknown document",
                        "document",
                        "unknown",
                        text,
                        s -> s.desk.followUps().record(FollowUpDraft.about(new DocumentId(NOBODY)))),
                bad(
                        "about an invoice",
                        "document",
                        "followUp.notChased",
                        "I-1",
                        s -> s.desk.followUps().record(FollowUpDraft.about(s.invoice.id()))),
                bad(
                        "of another relation",
                        "document",
                        "document.otherRelation",
                        "SO-1",
                        s -> s.desk.followUps()
                                .record(FollowUpDraft.with(s.office.borealis).document(s.order.id()))),
                bad(
                        "moved to another document",
                        "document",
                        "followUp.documentFixed",
                        SOME_ID,
                        s -> s.desk.followUps().change(s.chase.id(), 2, FollowUpDraft.about(s.closed.id()))),
                chase("made tomorrow", "date", "date.future", "2026-03-13", d -> d.date(day(1))),
                chase("next before", "nextOn", "followUp.nextBeforeDate", "2026-03-11", d -> d.nextOn(day(-1))),
                chase("an unknown channel", "channel", "choice.unknown", "SMOKE", d -> d.channel("SMOKE")),
                chase("a retired channel", "channel", "choice.retired", "LETTER", d -> d.channel("LETTER")),
                chase("by nobody", "by", "unknown", text, d -> d.by(new RepresentativeId(NOBODY))),
                chase("a note too long", "note", "text.tooLong", "10001", d -> d.note("x".repeat(10_001))),
                bad(
                        "by who left",
                        "by",
                        "notActive",
                        "Tom",
                        s -> s.desk.followUps()
                                .record(FollowUpDraft.about(s.order.id()).by(s.office.tom))),
                bad(
                        "by the system",
                        "by",
                        "required",
                        null,
                        s -> s.office.bench.system().followUps().record(FollowUpDraft.about(s.order.id()))));
    }

    private static Stream<Case> handovers() {
        return Stream.of(
                bad(
                        "taken over from oneself",
                        "actions",
                        "reassignment.same",
                        SOME_ID,
                        s -> reassign(s, new Reassignment(s.office.lea, null, s.office.lea, null, null))),
                bad(
                        "given to who left",
                        "relations",
                        "notActive",
                        "Tom",
                        s -> reassign(s, new Reassignment(s.office.lea, s.office.tom, null, null, null))),
                bad(
                        "a secret given to who may not see it",
                        "reminders",
                        "note.assigneeBlind",
                        SOME_ID,
                        s -> reassign(
                                s,
                                new Reassignment(
                                        s.office.max, s.office.lea, s.office.lea, s.office.lea, s.office.lea))),
                bad(
                        "a page of nothing",
                        "size",
                        "page.size",
                        "0",
                        s -> s.desk.followUps().box(0)),
                bad(
                        "a forged cursor",
                        "cursor",
                        "page.cursor",
                        "forged",
                        s -> s.desk.timeline().of(s.office.acme, Office.PAGE.after("forged"))));
    }

    private record Missing(String name, Class<? extends CrmException> type, String key, Consumer<Scene> command) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("missing")
    void what_is_not_there_or_was_changed_meanwhile_is_a_typed_error_that_names_it(Missing bad) {
        List<Object> before = scene.everything();
        Throwable thrown = catchThrowable(() -> bad.command().accept(scene));
        assertThat(thrown).isExactlyInstanceOf(bad.type());
        assertThat(((CrmException) thrown).key()).isEqualTo(bad.key());
        assertThreeLanguages((CrmException) thrown);
        assertThat(scene.everything()).isEqualTo(before);
    }

    static Stream<Missing> missing() {
        NoteId note = new NoteId(NOBODY);
        DocumentId document = new DocumentId(NOBODY);
        FollowUpId chase = new FollowUpId(NOBODY);
        return Stream.of(
                gone("note", "change", s -> s.desk.notes().change(note, 1, NoteDraft.about(s.office.acme))),
                gone("note", "complete", s -> s.desk.notes().complete(note, 1)),
                gone("note", "discard", s -> s.desk.notes().discard(note, 1)),
                gone(
                        "document",
                        "change",
                        s -> s.desk.documents().change(document, 1, DocumentDraft.order("SO", s.office.acme))),
                gone("document", "close", s -> s.desk.documents().close(document, 1, null)),
                gone("document", "reopen", s -> s.desk.documents().reopen(document, 1)),
                gone(
                        "follow_up",
                        "change",
                        s -> s.desk.followUps().change(chase, 1, FollowUpDraft.about(s.order.id()))),
                gone("follow_up", "discard", s -> s.desk.followUps().discard(chase, 1)),
                gone("opportunity", "discard", s -> s.desk.opportunities().discard(new OpportunityId(NOBODY), 1, null)),
                gone(
                        "representative",
                        "reassign",
                        s -> reassign(s, Reassignment.of(new RepresentativeId(NOBODY), s.office.lea))),
                gone(
                        "representative",
                        "archive",
                        s -> s.desk.representatives().archive(new RepresentativeId(NOBODY), 1)),
                stale("a note", s -> s.desk.notes().change(s.note.id(), 1, NoteDraft.from(s.note))),
                new Missing(
                        "a note of tomorrow",
                        ConflictException.class,
                        "conflict.unknownVersion",
                        s -> s.desk.notes().unpin(s.note.id(), 3)),
                stale("a note to discard", s -> s.desk.notes().discard(s.note.id(), 1)),
                stale("a document", s -> s.desk.documents().change(s.order.id(), 1, DocumentDraft.from(s.order))),
                stale("a document to close", s -> s.desk.documents().close(s.order.id(), 1, null)),
                stale("a document to reopen", s -> s.desk.documents().reopen(s.closed.id(), 1)),
                stale("a follow-up", s -> s.desk.followUps().change(s.chase.id(), 1, FollowUpDraft.from(s.chase))),
                stale("a follow-up to discard", s -> s.desk.followUps().discard(s.chase.id(), 1)),
                stale(
                        "a representative to restore",
                        s -> s.desk.representatives().restore(s.office.tom, 1)));
    }

    private static void assertThreeLanguages(CrmException e) {
        assertThat(LANGUAGES.stream().map(e::messageIn))
                .as("in each language another text")
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    private static void reassign(Scene scene, Reassignment reassignment) {
        scene.office.desk(scene.office.max).representatives().reassign(reassignment);
    }

    private static Case note(String name, String path, String key, String value, UnaryOperator<NoteDraft> change) {
        return bad(name, path, key, value, s -> s.desk.notes().add(change.apply(NoteDraft.about(s.office.acme))));
    }

    private static Case document(
            String name, String path, String key, String value, UnaryOperator<DocumentDraft> change) {
        return bad(
                name,
                path,
                key,
                value,
                s -> s.desk.documents().add(change.apply(DocumentDraft.order("SO-9", s.office.acme))));
    }

    private static Case chase(String name, String path, String key, String value, UnaryOperator<FollowUpDraft> change) {
        return bad(
                name,
                path,
                key,
                value,
                s -> s.desk.followUps().record(change.apply(FollowUpDraft.about(s.order.id()))));
    }

    private static Case bad(String name, String path, String key, String value, Consumer<Scene> command) {
        return new Case(name, path, key, value, command);
    }

    private static Missing gone(String kind, String command, Consumer<Scene> run) {
        return new Missing("no " + kind + " to " + command, NotFoundException.class, "notFound." + kind, run);
    }

    private static Missing stale(String name, Consumer<Scene> command) {
        return new Missing("a stale version of " + name, ConflictException.class, "conflict.stale", command);
    }
}
