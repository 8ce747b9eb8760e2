package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.action.Cost;
import org.carnetcrm.action.CostDraft;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.input.Text;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityLink;
import org.carnetcrm.relation.Address;
import org.carnetcrm.relation.ContactDetails;
import org.carnetcrm.relation.ContactPerson;
import org.carnetcrm.relation.ContactPersonDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.representative.Representative;
import org.carnetcrm.representative.RepresentativeDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a text holds and however long it is: it comes back as it went in, or is refused as in memory. */
class HostileTextTest {

    /** Quotes, wildcards, escapes, what SQL and JPQL would read, 4-byte characters, right-to-left text, lone marks. */
    private static final List<String> TEXTS = List.of(
            "O'Brien \"Sons\" `& Co`; --",
            "x' or '1'='1'; drop table crm_relation; --",
            "100 % sure, a_b, [c], *d*, ?",
            "back\\slash \\n \\' \\\\ %\\_",
            ":p1 ?1 #{x} ${y} {fn now()} /* c */ {ts '2026-01-01'}",
            "\uD83D\uDE00 smile \uD835\uDCB3 \uD803\uDC00",
            "\u05E9\u05DC\u05D5\u05DD \u0627\u0644\u0639 \u202Eabc\u202C \u200F",
            "na\u00EFve A\u030A \u00C5 \u212B \uFB01 Stra\u00DFe \u0130\u0131",
            "\uFFFD\uE000\uFFFE\uFFFF\u0301",
            "null",
            "NULL",
            "''",
            "\\",
            "=",
            "\u00A0x");

    /** A field: how many characters it holds, whether it may hold breaks, and a command that fills it and gives it back. */
    private record Field(String name, int most, BiFunction<Desk, String, String> fill) {}

    static Stream<TestDatabase> here() {
        return TestDatabase.here().stream();
    }

    @ParameterizedTest
    @MethodSource("here")
    void every_field_gives_back_what_it_was_given(TestDatabase kind) {
        Twins twins = Twins.on(kind);
        for (Field field : fields(relation(twins))) {
            for (String text : TEXTS) {
                String given = text.length() <= field.most()
                        ? text
                        : text.substring(0, field.most() - 1).strip();
                if (Text.flawOfLine(given, field.most()) == null) {
                    assertThat(twins.both(desk -> field.fill().apply(desk, given)))
                            .as(field.name())
                            .isEqualTo(given.strip());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void every_field_holds_its_most_characters_and_refuses_one_more(TestDatabase kind) {
        Twins twins = Twins.on(kind);
        for (Field field : fields(relation(twins))) {
            for (String filling : List.of("m", "\u05E9", "\uFFFD", "'", "\\", "%", "\uD83D\uDE00")) {
                String most =
                        filling.repeat(field.most() / filling.length()) + "m".repeat(field.most() % filling.length());
                assertThat(twins.both(desk -> field.fill().apply(desk, most)))
                        .as(field.name())
                        .isEqualTo(most);
                assertThat(twins.both(desk -> field.fill().apply(desk, most + "m")))
                        .as(field.name())
                        .asString()
                        .startsWith(Twins.refusal("["))
                        .contains("text.tooLong");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void what_no_field_may_hold_is_refused_before_any_database_sees_it(TestDatabase kind) {
        Twins twins = Twins.on(kind);
        for (Field field : fields(relation(twins))) {
            for (String text : List.of("a\u0000b", "a\uD83D", "\uDE00b", "a\u0007b")) {
                assertThat(twins.both(desk -> field.fill().apply(desk, text)))
                        .as(field.name())
                        .asString()
                        .startsWith(Twins.refusal("["));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void lines_breaks_and_tabs_of_a_prose_come_back_too_also_on_record(TestDatabase kind) {
        Twins twins = Twins.on(kind);
        RelationId acme = relation(twins);
        String prose = "a\tb\nc\r\nd\u2028e\\nf\\tg=\\";
        Note note = (Note) twins.both(desk -> {
            Note added = desk.notes().add(NoteDraft.about(acme).text(prose));
            return desk.notes().change(added.id(), 1, NoteDraft.from(added).text("=" + prose + "\\\\"));
        });

        assertThat(note.text()).isEqualTo("=" + prose + "\\\\");
        twins.both(desk -> desk.audit(note.id()));
    }

    @Test
    void the_fields_are_those_of_the_mapping() {
        // Codes, currencies, zones, languages of labels, keys and what is reckoned are no free texts.
        List<Integer> lengths = fields(new RelationId(java.util.UUID.randomUUID())).stream()
                .map(Field::most)
                .distinct()
                .sorted()
                .toList();

        assertThat(lengths).containsExactly(20, 40, 60, 100, 200, 500, 10_000);
    }

    private static RelationId relation(Twins twins) {
        return ((Relation) twins.both(desk -> desk.relations().add(RelationDraft.company("Acme")))).id();
    }

    private static List<Field> fields(RelationId acme) {
        List<Field> fields = new ArrayList<>(relationFields());
        fields.addAll(contactFields(acme));
        fields.addAll(actionFields(acme));
        fields.addAll(otherFields(acme));
        fields.addAll(dealFields(acme));
        return fields;
    }

    private static List<Field> relationFields() {
        RelationDraft draft = RelationDraft.company("Name");
        return List.of(
                relation("relation.name", Text.LINE, (d, text) -> d.name(text), Relation::name, draft),
                relation(
                        "relation.vatNumber",
                        Relation.VAT_LENGTH,
                        RelationDraft::vatNumber,
                        Relation::vatNumber,
                        draft),
                relation(
                        "relation.email",
                        Text.LINE,
                        RelationDraft::email,
                        r -> r.details().email(),
                        draft),
                relation(
                        "relation.phone",
                        ContactDetails.PHONE_LENGTH,
                        RelationDraft::phone,
                        r -> r.details().phone(),
                        draft),
                relation(
                        "relation.website",
                        Text.LINE,
                        (d, text) -> d.details(new ContactDetails(null, null, text, Address.UNKNOWN)),
                        r -> r.details().website(),
                        draft),
                relation(
                        "relation.lines",
                        Address.LINES_LENGTH,
                        (d, text) -> d.address(new Address(text, null, null, null)),
                        r -> r.details().address().lines(),
                        draft),
                relation(
                        "relation.postalCode",
                        Address.POSTAL_CODE_LENGTH,
                        (d, text) -> d.address(new Address(null, text, null, null)),
                        r -> r.details().address().postalCode(),
                        draft),
                relation(
                        "relation.city",
                        Text.LINE,
                        (d, text) -> d.address(new Address(null, null, text, null)),
                        r -> r.details().address().city(),
                        draft),
                relation("relation.sector", Relation.SECTOR_LENGTH, RelationDraft::sector, Relation::sector, draft),
                new Field("relation.hostReference", Text.REFERENCE, (desk, text) -> {
                    desk.relations().ensure(draft.hostReference(text));
                    return known(
                            desk.relations().findByReference(text).orElseThrow().hostReference());
                }));
    }

    private static Field relation(
            String name,
            int most,
            BiFunction<RelationDraft, String, RelationDraft> fill,
            java.util.function.Function<Relation, String> read,
            RelationDraft draft) {
        return new Field(name, most, (desk, text) -> {
            Relation added = desk.relations().add(fill.apply(draft, text));
            return known(read.apply(desk.relations().find(added.id()).orElseThrow()));
        });
    }

    private static List<Field> contactFields(RelationId acme) {
        ContactPersonDraft draft = ContactPersonDraft.named(null, "Last");
        return List.of(
                contact(
                        "contact.firstName",
                        Text.LINE,
                        ContactPersonDraft::firstName,
                        ContactPerson::firstName,
                        acme,
                        draft),
                contact(
                        "contact.lastName",
                        Text.LINE,
                        ContactPersonDraft::lastName,
                        ContactPerson::lastName,
                        acme,
                        draft),
                contact(
                        "contact.function",
                        Text.LINE,
                        ContactPersonDraft::function,
                        ContactPerson::function,
                        acme,
                        draft),
                contact(
                        "contact.mobile",
                        ContactDetails.PHONE_LENGTH,
                        ContactPersonDraft::mobile,
                        ContactPerson::mobile,
                        acme,
                        draft),
                contact(
                        "contact.language",
                        ContactPerson.LANGUAGE_LENGTH,
                        ContactPersonDraft::language,
                        ContactPerson::language,
                        acme,
                        draft));
    }

    private static Field contact(
            String name,
            int most,
            BiFunction<ContactPersonDraft, String, ContactPersonDraft> fill,
            java.util.function.Function<ContactPerson, String> read,
            RelationId acme,
            ContactPersonDraft draft) {
        return new Field(name, most, (desk, text) -> {
            ContactPerson added = desk.relations().addContact(acme, fill.apply(draft, text));
            return known(read.apply(desk.relations().findContact(added.id()).orElseThrow()));
        });
    }

    private static List<Field> actionFields(RelationId acme) {
        return List.of(
                action(
                        "action.subject",
                        Text.LINE,
                        ActionDraft::subject,
                        a -> a.matter().subject(),
                        acme),
                action(
                        "action.note",
                        Text.PROSE,
                        ActionDraft::note,
                        a -> a.matter().note(),
                        acme),
                action(
                        "cost.description",
                        Text.LINE,
                        (d, text) -> d.cost(CostDraft.of(text).price("1")),
                        a -> a.costs().get(0).description(),
                        acme),
                action(
                        "cost.product",
                        Cost.PRODUCT_LENGTH,
                        (d, text) -> d.cost(CostDraft.ofProduct(text).price("1")),
                        a -> a.costs().get(0).product(),
                        acme));
    }

    private static Field action(
            String name,
            int most,
            BiFunction<ActionDraft, String, ActionDraft> fill,
            java.util.function.Function<Action, String> read,
            RelationId acme) {
        return new Field(name, most, (desk, text) -> {
            Action planned = desk.actions().plan(fill.apply(ActionDraft.with(acme), text));
            return known(read.apply(desk.actions().find(planned.id()).orElseThrow()));
        });
    }

    private static List<Field> otherFields(RelationId acme) {
        return List.of(
                new Field("representative.region", Text.LINE, (desk, text) -> {
                    Representative added = desk.representatives()
                            .add(RepresentativeDraft.named("Name").region(text));
                    return known(desk.representatives()
                            .find(added.id())
                            .orElseThrow()
                            .region());
                }),
                new Field("representative.name", Text.LINE, (desk, text) -> {
                    Representative added = desk.representatives().add(RepresentativeDraft.named(text));
                    return desk.representatives().find(added.id()).orElseThrow().name();
                }),
                new Field("note.text", Text.PROSE, (desk, text) -> {
                    Note added = desk.notes().add(NoteDraft.about(acme).text(text));
                    return known(desk.notes().find(added.id()).orElseThrow().text());
                }),
                new Field("document.number", BusinessDocument.NUMBER_LENGTH, (desk, text) -> {
                    BusinessDocument added = desk.documents().add(DocumentDraft.order(text, acme));
                    return desk.documents().find(added.id()).orElseThrow().number();
                }),
                new Field("followUp.note", Text.PROSE, (desk, text) -> {
                    BusinessDocument order = desk.documents().add(DocumentDraft.order("SO-1", acme));
                    FollowUp made = desk.followUps()
                            .record(FollowUpDraft.about(order.id())
                                    .channel("MAIL")
                                    .note(text));
                    return known(desk.followUps().find(made.id()).orElseThrow().note());
                }),
                new Field("choice.label", Labels.LENGTH, (desk, text) -> {
                    Choice present =
                            desk.lists().find(ChoiceKind.ACTION_TYPE, "VISIT").orElseThrow();
                    desk.choices().rename(present.id(), present.version(), Labels.of(text));
                    return desk.lists()
                            .find(ChoiceKind.ACTION_TYPE, "VISIT")
                            .orElseThrow()
                            .entry()
                            .labels()
                            .in(java.util.Locale.ENGLISH);
                }));
    }

    private static List<Field> dealFields(RelationId acme) {
        return List.of(
                new Field("deal.subject", Text.LINE, (desk, text) -> {
                    Opportunity opened = desk.opportunities().open(deal(acme).subject(text));
                    return desk.opportunities().find(opened.id()).orElseThrow().subject();
                }),
                new Field("deal.text", Text.PROSE, (desk, text) -> {
                    Opportunity opened = desk.opportunities().open(deal(acme).text(text));
                    return known(
                            desk.opportunities().find(opened.id()).orElseThrow().text());
                }),
                new Field("deal.because", Text.LINE, (desk, text) -> {
                    Opportunity opened = desk.opportunities().open(deal(acme).because(text));
                    return known(
                            desk.opportunities().revisions(opened.id()).get(0).because());
                }),
                new Field("link.reference", Text.REFERENCE, (desk, text) -> {
                    Opportunity opened = desk.opportunities().open(deal(acme));
                    desk.opportunities().link(opened.id(), OpportunityLink.Target.values()[0], text);
                    return desk.opportunities().links(opened.id()).get(0).reference();
                }));
    }

    private static OpportunityDraft deal(RelationId acme) {
        return OpportunityDraft.about(acme).subject("Deal").value("1");
    }

    private static String known(String text) {
        return java.util.Objects.requireNonNull(text);
    }
}
