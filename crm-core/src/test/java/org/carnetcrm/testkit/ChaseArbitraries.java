package org.carnetcrm.testkit;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.carnetcrm.actor.Who;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.RelationChange;

/** Random documents, follow-ups and rows of a relation's history; what is named <em>raw</em> may be bad. */
public final class ChaseArbitraries {

    private ChaseArbitraries() {}

    /** Gives documents as a store may hold them, never chased; what they refer to has the document's own UUID. */
    public static Arbitrary<BusinessDocument> documents() {
        Arbitrary<LocalDate> maybe = CrmArbitraries.dates().injectNull(0.4);
        return Combinators.combine(
                        ActivityArbitraries.stamps(),
                        Arbitraries.of(DocumentKind.class),
                        CrmArbitraries.lines(BusinessDocument.NUMBER_LENGTH),
                        CrmArbitraries.dates(),
                        CrmArbitraries.currencies()
                                .flatMap(CrmArbitraries::amounts)
                                .injectNull(0.3),
                        maybe,
                        maybe)
                .as((stamp, kind, number, date, amount, chaseOn, closedOn) -> new BusinessDocument(
                        new DocumentId(stamp.id()),
                        stamp.version(),
                        kind,
                        number,
                        new RelationId(stamp.id()),
                        date,
                        amount,
                        chaseOn,
                        closedOn,
                        stamp.reference(),
                        BusinessDocument.Trail.NONE,
                        stamp.recordedAt()))
                .withoutEdgeCases();
    }

    /** Gives follow-ups as a store may hold them; what they refer to has the follow-up's own UUID. */
    public static Arbitrary<FollowUp> followUps() {
        return Combinators.combine(
                        ActivityArbitraries.stamps(),
                        Arbitraries.integers().between(1, 12),
                        CrmArbitraries.dates(),
                        Arbitraries.integers().between(0, 60).injectNull(0.3),
                        Arbitraries.of("PHONE", "MAIL", "LETTER").injectNull(0.4),
                        CrmArbitraries.proses(Text.PROSE).injectNull(0.4))
                .as((stamp, ordinal, date, days, channel, note) -> new FollowUp(
                        new FollowUpId(stamp.id()),
                        stamp.version(),
                        new DocumentId(stamp.id()),
                        new RelationId(stamp.id()),
                        ordinal,
                        new RepresentativeId(stamp.id()),
                        date,
                        days == null ? null : date.plusDays(days),
                        channel,
                        note,
                        stamp.recordedAt()))
                .withoutEdgeCases();
    }

    /** Gives rows of the history of a relation, with their numbers from 1 on and their instants in order. */
    public static Arbitrary<List<RelationChange>> relationChanges(RelationId relation) {
        Arbitrary<Row> rows = Combinators.combine(
                        Arbitraries.of(Aspect.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(1, 12),
                        CrmArbitraries.uuids().injectNull(0.5))
                .as((aspect, code, day, replaces, action) ->
                        new Row(aspect, code, day, replaces, action == null ? null : new ActionId(action)));
        return rows.list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(drawn -> java.util.stream.IntStream.range(0, drawn.size())
                        .mapToObj(i -> drawn.get(i).numbered(relation, i + 1))
                        .toList())
                .withoutEdgeCases();
    }

    private record Row(Aspect aspect, int code, int day, int replaces, ActionId action) {

        private static final List<String> STATUSES = List.of("PROSPECT", "CUSTOMER", "FORMER", "OTHER");

        RelationChange numbered(RelationId relation, int number) {
            boolean corrects = replaces < number;
            boolean status = aspect == Aspect.STATUS;
            return new RelationChange(
                    relation,
                    number,
                    aspect,
                    status ? "PROSPECT" : null,
                    status ? STATUSES.get(code) : code == 0 ? null : "HIGH",
                    Workbench.FIRST_DAY.plusDays(day),
                    Workbench.FIRST_DAY.plusDays(number).atStartOfDay().toInstant(java.time.ZoneOffset.UTC),
                    Who.SYSTEM,
                    corrects ? RelationChange.Kind.CORRECTION : RelationChange.Kind.CHANGE,
                    action,
                    corrects ? (Integer) replaces : null);
        }
    }

    /** Gives drafts of documents for a relation that a CRM of the {@link Workbench} accepts. */
    public static Arbitrary<DocumentDraft> documentDrafts(RelationId relation) {
        return documents().map(document -> {
            DocumentDraft form = DocumentDraft.from(document);
            return new DocumentDraft(
                    form.kind(),
                    form.number(),
                    relation,
                    form.date(),
                    form.amount(),
                    form.currency(),
                    form.chaseOn(),
                    form.hostReference());
        });
    }

    /** Gives drafts of documents for a relation, good and bad in their texts and numbers. */
    public static Arbitrary<DocumentDraft> rawDocumentDrafts(RelationId relation) {
        return Combinators.combine(
                        documentDrafts(relation),
                        CrmArbitraries.rawTexts(BusinessDocument.NUMBER_LENGTH),
                        CrmArbitraries.rawTexts(Text.REFERENCE),
                        CrmArbitraries.rawNumbers(),
                        Arbitraries.of("EUR", "JPY", "XXX", "EURO", ""),
                        Arbitraries.integers().between(0, 4))
                .as((good, number, reference, amount, currency, field) -> switch (field) {
                    case 0 -> good.number(number);
                    case 1 -> good.hostReference(reference);
                    case 2 -> good.amount(amount);
                    case 3 -> good.currency(currency).amount(amount);
                    default -> good;
                })
                .withoutEdgeCases();
    }

    /** Gives drafts of follow-ups about a quote or an order, made on or before a day, that a CRM accepts. */
    public static Arbitrary<FollowUpDraft> followUpDrafts(DocumentId document, LocalDate today) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 400).injectNull(0.3),
                        Arbitraries.integers().between(0, 60).injectNull(0.3),
                        Arbitraries.of("PHONE", "MAIL", "LETTER").injectNull(0.4),
                        CrmArbitraries.proses(Text.PROSE).injectNull(0.4))
                .as((ago, days, channel, note) -> {
                    LocalDate date = ago == null ? null : today.minusDays(ago);
                    return FollowUpDraft.about(document)
                            .date(date)
                            .nextOn(days == null ? null : (date == null ? today : date).plusDays(days))
                            .channel(channel)
                            .note(note);
                })
                .withoutEdgeCases();
    }

    /** Gives drafts of follow-ups about a quote or an order, good and bad in their texts, dates and choices. */
    public static Arbitrary<FollowUpDraft> rawFollowUpDrafts(DocumentId document, LocalDate today) {
        return Combinators.combine(
                        followUpDrafts(document, today),
                        CrmArbitraries.rawTexts(Text.PROSE),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.integers().between(-3, 3)),
                                Tuple.of(1, Arbitraries.of(-90_000))),
                        Arbitraries.of("", "phone", "NONE", " MAIL "),
                        Arbitraries.integers().between(0, 5))
                .as((good, note, days, channel, field) -> switch (field) {
                    case 0 -> good.note(note);
                    case 1 -> good.date(today.plusDays(days));
                    case 2 -> good.nextOn(today.plusDays(days));
                    case 3 -> good.channel(channel);
                    case 4 -> good.document(null);
                    default -> good;
                })
                .withoutEdgeCases();
    }
}
