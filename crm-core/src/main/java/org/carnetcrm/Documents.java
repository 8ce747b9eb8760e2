package org.carnetcrm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.input.Text;
import org.carnetcrm.money.Money;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.relation.Relation;
import org.jspecify.annotations.Nullable;

/** Registers, changes, closes and lists the host's quotes, orders and invoices. */
public final class Documents {

    private final Desk desk;

    Documents(Desk desk) {
        this.desk = desk;
    }

    /** Registers a document. Filled in when missing: date (today, where the actor is), currency (the tenant's). */
    public BusinessDocument add(DocumentDraft draft) {
        return desk.command(work -> {
            BusinessDocument document = read(work, draft, null);
            work.refuseProblems();
            return work.add(Work.known(document));
        });
    }

    /**
     * Gives the document that the host knows by the draft's reference, registered when there is none yet. One that is
     * there stays as it is: {@link #change} changes it.
     */
    public BusinessDocument ensure(DocumentDraft draft) {
        return ensureAll(List.of(Objects.requireNonNull(draft, "draft")), false).get(0);
    }

    /**
     * Gives the documents that the host knows by the drafts' references, those registered of which there are none yet,
     * all or none; a problem's path begins with the place of its draft, such as {@code [3]}.
     */
    public List<BusinessDocument> ensureAll(List<DocumentDraft> drafts) {
        return ensureAll(drafts, true);
    }

    /** Changes a document: the whole form replaces. Its relation stays once it was chased. */
    public BusinessDocument change(DocumentId id, int version, DocumentDraft draft) {
        return desk.command(work -> {
            BusinessDocument present = work.get(BusinessDocument.class, id, version);
            BusinessDocument after = read(work, draft, present);
            work.refuseProblems();
            return work.change(present, Work.known(after), true);
        });
    }

    /**
     * Closes an open document, so that it leaves the due list; its history stays.
     *
     * @param on the date, not in the future; today, where the actor is, when missing
     */
    public BusinessDocument close(DocumentId id, int version, @Nullable LocalDate on) {
        return desk.command(work -> {
            BusinessDocument present = work.get(BusinessDocument.class, id, version);
            LocalDate date = on == null ? work.today() : on;
            if (!present.isOpen()) {
                work.problem(
                        Problem.of("closedOn", date, "document.closed").with("date", Work.known(present.closedOn())));
            }
            work.notInFuture("closedOn", date);
            work.refuseProblems();
            return work.change(present, present.withClosedOn(date), true);
        });
    }

    /** Opens a closed document again: it is due when its latest follow-up, or its chase date, says so. */
    public BusinessDocument reopen(DocumentId id, int version) {
        return desk.command(work -> {
            BusinessDocument present = work.get(BusinessDocument.class, id, version);
            if (present.isOpen()) {
                work.problem(Problem.of("closedOn", null, "document.open"));
            }
            work.refuseProblems();
            return work.change(present, present.withClosedOn(null), true);
        });
    }

    /** Finds a document. */
    public Optional<BusinessDocument> find(DocumentId id) {
        return desk.read(work -> work.find(BusinessDocument.class, id));
    }

    /** Finds a document by the host's reference. */
    public Optional<BusinessDocument> findByReference(String hostReference) {
        return desk.read(work -> work.references().find(BusinessDocument.class, hostReference));
    }

    /** Lists documents by date, the newest first; equal dates go by id. */
    public Page<DocumentRow> list(DocumentFilter filter, PageRequest request) {
        return desk.read(work -> work.store().documents(desk.actor().tenant(), filter, request));
    }

    private List<BusinessDocument> ensureAll(List<DocumentDraft> drafts, boolean listed) {
        return desk.command(work -> {
            work.references()
                    .prefetch(
                            BusinessDocument.class,
                            drafts.stream().map(DocumentDraft::hostReference).toList());
            work.prefetch(
                    Relation.class,
                    drafts.stream()
                            .filter(draft -> work.references()
                                    .find(BusinessDocument.class, draft.hostReference())
                                    .isEmpty())
                            .map(DocumentDraft::relation)
                            .toList());
            List<BusinessDocument> ensured = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                work.at(listed ? "[" + i + "]" : "");
                DocumentDraft draft = drafts.get(i);
                if (Text.clean(draft.hostReference()) == null) {
                    work.problem(Problem.of("hostReference", draft.hostReference(), "required"));
                }
                Optional<BusinessDocument> known =
                        work.references().find(BusinessDocument.class, draft.hostReference());
                BusinessDocument document = known.isPresent() ? null : read(work, draft, null);
                if (document != null) {
                    work.add(document);
                }
                known.or(() -> Optional.ofNullable(document)).ifPresent(ensured::add);
            }
            work.refuseProblems();
            return List.copyOf(ensured);
        });
    }

    private static @Nullable BusinessDocument read(Work work, DocumentDraft draft, @Nullable BusinessDocument present) {
        work.check(draft);
        work.references()
                .requireFree(BusinessDocument.class, draft.hostReference(), present == null ? null : present.id());
        new Mentions(work).relation(draft.relation(), present == null ? null : present.relation());
        if (present != null && present.trail().lastOrdinal() > 0) {
            fixed(work, "relation", present.relation(), draft.relation());
            fixed(work, "kind", present.kind(), draft.kind());
        }
        Money amount = amount(work, draft);
        if (work.hasProblems()) {
            return null;
        }
        return new BusinessDocument(
                present == null ? new DocumentId(work.setup().ids().next()) : present.id(),
                present == null ? 1 : present.version(),
                draft.kind(),
                Work.known(Text.clean(draft.number())),
                Work.known(draft.relation()),
                draft.date() == null ? work.today() : draft.date(),
                amount,
                draft.chaseOn(),
                present == null ? null : present.closedOn(),
                Text.clean(draft.hostReference()),
                present == null ? BusinessDocument.Trail.NONE : present.trail(),
                present == null ? work.now() : present.recordedAt());
    }

    private static void fixed(Work work, String field, Object present, @Nullable Object asked) {
        if (asked != null && !asked.equals(present)) {
            work.problem(Problem.of(field, asked, "document.chased"));
        }
    }

    private static @Nullable Money amount(Work work, DocumentDraft draft) {
        String code = Text.clean(draft.currency());
        Currency currency = code == null ? work.tenant().currency() : Money.currencyOf(code);
        if (currency == null) {
            work.problem(Problem.of("currency", code, "currency.unknown"));
            return null;
        }
        return work.amount("amount", draft.amount(), currency);
    }
}
