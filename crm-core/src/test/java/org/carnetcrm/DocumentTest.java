package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.assertRefused;
import static org.carnetcrm.Office.day;

import java.time.ZoneId;
import java.util.List;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentFilter;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.money.Money;
import org.carnetcrm.problem.ConflictException;
import org.junit.jupiter.api.Test;

/** The host's quotes, orders and invoices, as section F says. */
class DocumentTest {

    private final Office office = new Office();
    private final Documents documents = office.desk(office.lea).documents();

    @Test
    void f_a_document_is_of_today_in_the_tenants_currency_and_open_unless_said() {
        BusinessDocument quote =
                documents.add(DocumentDraft.quote(" Q-7 ", office.acme).amount("1200.5"));
        assertThat(quote.kind()).isEqualTo(DocumentKind.QUOTE);
        assertThat(quote.number()).isEqualTo("Q-7");
        assertThat(quote.date()).isEqualTo(day(0));
        assertThat(quote.amount()).isEqualTo(Money.of("EUR", "1200.50"));
        assertThat(quote.isOpen()).isTrue();
        assertThat(quote.dueOn()).isNull();
        assertThat(quote.trail()).isEqualTo(BusinessDocument.Trail.NONE);
        assertThat(documents.find(quote.id())).contains(quote);
        assertThat(office.desk(office.lea, ZoneId.of("Pacific/Honolulu"))
                        .documents()
                        .add(DocumentDraft.quote("Q-8", office.acme))
                        .date())
                .as("where the actor is it is still the day before")
                .isEqualTo(day(-1));
    }

    @Test
    void f_a_draft_for_a_change_starts_from_the_document_and_a_missing_value_clears() {
        BusinessDocument order = documents.add(DocumentDraft.order("SO-1023", office.acme)
                .date(day(-30))
                .amount("5000")
                .currency("JPY")
                .chaseOn(day(5))
                .hostReference("host-1023"));
        assertThat(order.amount()).isEqualTo(Money.of("JPY", "5000"));
        assertThat(documents.change(order.id(), 1, DocumentDraft.from(order))).isEqualTo(order);
        BusinessDocument cleared = documents.change(order.id(), 1, DocumentDraft.order("SO-1024", office.borealis));
        assertThat(cleared.fields())
                .containsExactlyInAnyOrderEntriesOf(documents
                        .add(DocumentDraft.order("SO-1024", office.borealis))
                        .fields());
        assertThat(documents.findByReference("host-1023")).isEmpty();
        assertThat(due()).isEmpty();
    }

    @Test
    void f_ensuring_a_document_twice_adds_nothing_and_changes_nothing() {
        DocumentDraft draft = DocumentDraft.order("SO-1", office.acme).hostReference(" host-1 ");
        BusinessDocument order = documents.ensure(draft);
        assertThat(documents.ensure(draft)).isEqualTo(order);
        assertThat(documents.ensure(
                        DocumentDraft.quote("other", office.borealis).hostReference("host-1")))
                .isEqualTo(order);
        assertThat(documents.findByReference("host-1")).contains(order);
        assertThat(list(DocumentFilter.all())).containsExactly(order.id());
        assertRefused(() -> documents.ensure(DocumentDraft.order("SO-2", office.acme)), "hostReference required");
        assertRefused(
                () -> documents.add(DocumentDraft.order("SO-2", office.acme).hostReference("host-1")),
                "hostReference reference.taken");
    }

    @Test
    void f_a_list_is_ensured_whole_or_not_at_all() {
        BusinessDocument known =
                documents.ensure(DocumentDraft.order("SO-1", office.acme).hostReference("1"));
        assertRefused(
                () -> documents.ensureAll(List.of(
                        DocumentDraft.order("SO-1", office.acme).hostReference("1"),
                        DocumentDraft.order("SO-2", office.acme).hostReference("2"),
                        DocumentDraft.order(" ", office.acme),
                        DocumentDraft.order("SO-4", office.acme)
                                .hostReference("4")
                                .amount("x"))),
                "[2].hostReference required",
                "[2].number required",
                "[3].amount number.notPlain");
        assertThat(list(DocumentFilter.all())).containsExactly(known.id());
        List<BusinessDocument> ensured = documents.ensureAll(List.of(
                DocumentDraft.order("SO-1", office.acme).hostReference("1"),
                DocumentDraft.order("SO-2", office.acme).hostReference("2"),
                DocumentDraft.order("again", office.acme).hostReference("2")));
        assertThat(ensured).extracting(BusinessDocument::number).containsExactly("SO-1", "SO-2", "SO-2");
        assertThat(ensured.get(2)).isEqualTo(ensured.get(1));
        assertThat(list(DocumentFilter.all())).hasSize(2);
    }

    @Test
    void r5_a_closed_document_leaves_the_due_list_and_comes_back_when_it_is_reopened() {
        BusinessDocument order =
                documents.add(DocumentDraft.order("SO-1", office.acme).chaseOn(day(-1)));
        assertThat(due()).containsExactly(order.id());
        BusinessDocument closed = documents.close(order.id(), 1, null);
        assertThat(closed.closedOn()).isEqualTo(day(0));
        assertThat(closed.dueOn()).isNull();
        assertThat(due()).isEmpty();
        assertThat(list(DocumentFilter.all())).containsExactly(order.id());
        assertRefused(() -> documents.close(order.id(), 2, day(-1)), "closedOn document.closed");
        BusinessDocument open = documents.reopen(order.id(), 2);
        assertThat(open).isEqualTo(order.withVersion(3));
        assertThat(due()).containsExactly(order.id());
        assertRefused(() -> documents.reopen(order.id(), 3), "closedOn document.open");
        assertThat(documents.close(order.id(), 3, day(-3)).closedOn()).isEqualTo(day(-3));
        assertRefused(() -> documents.close(office.order("SO-2").id(), 1, day(1)), "closedOn date.future");
    }

    @Test
    void f_what_was_chased_keeps_its_relation_and_kind_and_may_have_another_number() {
        BusinessDocument order = office.order("SO-1");
        office.desk(office.lea).followUps().record(FollowUpDraft.about(order.id()));
        BusinessDocument present = documents.find(order.id()).orElseThrow();
        assertThat(present.version()).isEqualTo(2);
        DocumentDraft elsewhere = DocumentDraft.invoice("SO-1", office.borealis);
        assertRefused(
                () -> documents.change(order.id(), 2, elsewhere), "relation document.chased", "kind document.chased");
        BusinessDocument renamed =
                documents.change(order.id(), 2, DocumentDraft.from(present).number("SO-1-bis"));
        assertThat(renamed.number()).isEqualTo("SO-1-bis");
        assertThat(renamed.trail()).isEqualTo(present.trail());
        BusinessDocument unchased = office.order("SO-2");
        assertThat(documents.change(unchased.id(), 1, elsewhere).kind()).isEqualTo(DocumentKind.INVOICE);
    }

    @Test
    void f_documents_are_listed_by_date_the_newest_first_and_narrow_by_what_they_are() {
        BusinessDocument old =
                documents.add(DocumentDraft.quote("A", office.acme).date(day(-9)));
        BusinessDocument first = documents.add(DocumentDraft.order("B", office.acme));
        BusinessDocument second = documents.add(DocumentDraft.invoice("C", office.borealis));
        BusinessDocument ahead =
                documents.add(DocumentDraft.order("B", office.borealis).date(day(9)));
        documents.close(first.id(), 1, null);
        assertThat(list(DocumentFilter.all())).containsExactly(ahead.id(), first.id(), second.id(), old.id());
        assertThat(list(DocumentFilter.all().relation(office.acme))).containsExactly(first.id(), old.id());
        assertThat(list(DocumentFilter.all().kind(DocumentKind.INVOICE))).containsExactly(second.id());
        assertThat(list(DocumentFilter.all().number("B"))).containsExactly(ahead.id(), first.id());
        assertThat(list(DocumentFilter.all().number("B").relation(office.acme))).containsExactly(first.id());
        assertThat(list(DocumentFilter.all().number("b"))).isEmpty();
        assertThat(list(DocumentFilter.all().open(true))).containsExactly(ahead.id(), second.id(), old.id());
        assertThat(list(DocumentFilter.all().open(false))).containsExactly(first.id());
        assertThat(documents
                        .list(DocumentFilter.all(), Office.PAGE)
                        .rows()
                        .get(0)
                        .relationName())
                .isEqualTo("Borealis");
    }

    @Test
    void a_stale_version_tells_the_fields_that_others_changed() {
        BusinessDocument order = office.order("SO-1");
        office.desk(office.tom)
                .followUps()
                .record(FollowUpDraft.about(order.id()).nextOn(day(7)));
        documents.close(order.id(), 2, null);
        assertThatThrownBy(() -> documents.change(order.id(), 1, DocumentDraft.from(order)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        e -> assertThat(e.fields())
                                .containsExactly(
                                        "chasedBy", "chasedOn", "closedOn", "lastOrdinal", "latestFollowUp", "nextOn"));
        assertThatThrownBy(() -> documents.reopen(order.id(), 2)).isInstanceOf(ConflictException.class);
    }

    private List<DocumentId> list(DocumentFilter filter) {
        return all(page -> documents.list(filter, page)).stream()
                .map(DocumentRow::id)
                .toList();
    }

    private List<DocumentId> due() {
        return all(page -> office.desk(office.lea).followUps().due(DueFilter.all(), page)).stream()
                .map(DocumentRow::id)
                .toList();
    }
}
