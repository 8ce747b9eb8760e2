package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.assertRefused;
import static org.carnetcrm.Office.day;

import java.time.ZoneId;
import java.util.List;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotFoundException;
import org.carnetcrm.timeline.TimelineKind;
import org.junit.jupiter.api.Test;

/** Recording, changing and listing follow-ups, letters R1 to R4. */
class FollowUpTest {

    private final Office office = new Office();
    private final FollowUps followUps = office.desk(office.lea).followUps();
    private final Documents documents = office.desk(office.lea).documents();

    @Test
    void r1_a_chase_is_recorded_about_a_quote_or_an_order_and_read_by_number_and_ordinal() {
        BusinessDocument order = office.order("SO-1023");
        BusinessDocument quote = documents.add(DocumentDraft.quote("Q-7", office.acme));
        for (int ordinal = 1; ordinal <= 3; ordinal++) {
            FollowUp recorded = followUps.record(FollowUpDraft.about(order.id()).channel("PHONE"));
            assertThat(recorded.ordinal()).isEqualTo(ordinal);
            assertThat(recorded.relation()).isEqualTo(office.acme);
            assertThat(recorded.channel()).isEqualTo("PHONE");
            assertThat(followUps.find(recorded.id())).contains(recorded);
        }
        assertThat(followUps.record(FollowUpDraft.about(quote.id())).channel())
                .as("the channel is optional and never filled in")
                .isNull();
        assertThat(rows(FollowUpFilter.all().document(order.id())))
                .extracting(FollowUpRow::reference)
                .containsExactly("SO-1023/3", "SO-1023/2", "SO-1023/1");
        assertThat(rows(FollowUpFilter.all().document(quote.id())))
                .extracting(FollowUpRow::reference)
                .containsExactly("Q-7/1");
    }

    @Test
    void r1_a_document_is_chased_in_any_state_but_an_invoice_never() {
        BusinessDocument order = office.order("SO-1");
        documents.close(order.id(), 1, null);
        assertThat(followUps
                        .record(FollowUpDraft.about(order.id()).nextOn(day(9)))
                        .ordinal())
                .isEqualTo(1);
        assertThat(documents.find(order.id()).orElseThrow().dueOn())
                .as("it is closed")
                .isNull();
        BusinessDocument invoice = documents.add(DocumentDraft.invoice("I-1", office.acme));
        assertRefused(() -> followUps.record(FollowUpDraft.about(invoice.id())), "document followUp.notChased");
        office.desk(office.lea).relations().archive(office.acme, 1);
        assertThat(followUps.record(FollowUpDraft.about(order.id())).ordinal())
                .as("of an archived relation too")
                .isEqualTo(2);
    }

    @Test
    void r2_a_form_is_opened_in_general_about_a_document_or_from_a_relation() {
        BusinessDocument order = office.order("SO-1");
        assertRefused(() -> followUps.record(FollowUpDraft.general()), "document required");
        assertRefused(() -> followUps.record(FollowUpDraft.with(office.acme)), "document required");
        followUps.record(FollowUpDraft.general().document(order.id()));
        followUps.record(FollowUpDraft.about(order.id()));
        followUps.record(FollowUpDraft.with(office.acme).document(order.id()));
        assertThat(rows(FollowUpFilter.all()))
                .extracting(FollowUpRow::relation, FollowUpRow::number)
                .containsOnly(tuple(office.acme, "SO-1"))
                .hasSize(3);
        assertThatThrownBy(() ->
                        followUps.record(FollowUpDraft.with(office.borealis).document(order.id())))
                .isInstanceOf(InvalidException.class)
                .hasMessage("document: the document SO-1 is for another relation");
    }

    @Test
    void r3_who_and_when_are_filled_in_and_a_chase_may_be_recorded_late() {
        BusinessDocument order = office.order("SO-1");
        FollowUp mine = followUps.record(FollowUpDraft.about(order.id()));
        assertThat(mine.by()).isEqualTo(office.lea);
        assertThat(mine.date()).isEqualTo(day(0));
        assertThat(mine.nextOn()).isNull();
        FollowUp toms = followUps.record(FollowUpDraft.about(order.id())
                .by(office.tom)
                .date(day(-400))
                .nextOn(day(-400))
                .note(" he will call "));
        assertThat(toms.by()).isEqualTo(office.tom);
        assertThat(toms.date()).isEqualTo(day(-400));
        assertThat(toms.note()).isEqualTo("he will call");
        assertThat(office.desk(office.tom, ZoneId.of("Pacific/Honolulu"))
                        .followUps()
                        .record(FollowUpDraft.about(order.id()))
                        .date())
                .isEqualTo(day(-1));
        assertRefused(() -> office.bench.system().followUps().record(FollowUpDraft.about(order.id())), "by required");
    }

    @Test
    void r3_the_next_date_is_not_before_the_date_and_the_date_not_in_the_future() {
        BusinessDocument order = office.order("SO-1");
        FollowUpDraft draft = FollowUpDraft.about(order.id());
        assertRefused(() -> followUps.record(draft.nextOn(day(-1))), "nextOn followUp.nextBeforeDate");
        assertRefused(() -> followUps.record(draft.date(day(-3)).nextOn(day(-4))), "nextOn followUp.nextBeforeDate");
        assertRefused(() -> followUps.record(draft.date(day(1))), "date date.future");
        assertRefused(
                () -> followUps.record(draft.date(day(1)).nextOn(day(0)).channel("SMOKE")),
                "date date.future",
                "nextOn followUp.nextBeforeDate",
                "channel choice.unknown");
        assertThat(followUps.record(draft.nextOn(day(0))).nextOn()).isEqualTo(day(0));
        assertThat(documents.find(order.id()).orElseThrow().trail().lastOrdinal())
                .as("a refused one takes no ordinal")
                .isEqualTo(1);
    }

    @Test
    void r3_a_draft_for_a_change_starts_from_the_follow_up_and_its_document_stays() {
        BusinessDocument order = office.order("SO-1");
        FollowUp recorded = followUps.record(FollowUpDraft.about(order.id())
                .by(office.tom)
                .channel("MAIL")
                .note("sent")
                .nextOn(day(7)));
        assertThat(followUps.change(recorded.id(), 1, FollowUpDraft.from(recorded)))
                .isEqualTo(recorded);
        assertThat(documents.find(order.id()).orElseThrow().version()).isEqualTo(2);
        FollowUp cleared = followUps.change(recorded.id(), 1, FollowUpDraft.about(order.id()));
        assertThat(cleared.by()).isEqualTo(office.lea);
        assertThat(cleared.channel()).isNull();
        assertThat(cleared.note()).isNull();
        assertThat(cleared.nextOn()).isNull();
        assertThat(cleared.ordinal()).isEqualTo(1);
        assertThat(cleared.recordedAt()).isEqualTo(recorded.recordedAt());
        BusinessDocument other = office.order("SO-2");
        assertRefused(
                () -> followUps.change(recorded.id(), 2, FollowUpDraft.about(other.id())),
                "document followUp.documentFixed");
        assertRefused(() -> followUps.change(recorded.id(), 2, FollowUpDraft.general()), "document required");
    }

    @Test
    void r4_a_row_has_relation_document_note_user_and_both_dates() {
        BusinessDocument order = office.order("SO-1");
        FollowUp recorded = followUps.record(
                FollowUpDraft.about(order.id()).channel("LETTER").note("sent").nextOn(day(7)));
        assertThat(rows(FollowUpFilter.all()))
                .containsExactly(new FollowUpRow(
                        recorded.id(),
                        1,
                        office.acme,
                        "Acme",
                        order.id(),
                        DocumentKind.ORDER,
                        "SO-1",
                        1,
                        "LETTER",
                        "sent",
                        office.lea,
                        "Lea",
                        day(0),
                        day(7)));
        documents.change(order.id(), 2, DocumentDraft.from(order).number("SO-1-bis"));
        assertThat(rows(FollowUpFilter.all()))
                .extracting(FollowUpRow::reference)
                .containsExactly("SO-1-bis/1");
    }

    @Test
    void r4_follow_ups_are_listed_in_general_per_relation_and_per_document_the_latest_first() {
        BusinessDocument one = office.order("SO-1");
        BusinessDocument two = office.order("SO-2");
        BusinessDocument other = documents.add(DocumentDraft.quote("Q-1", office.borealis));
        followUps.record(FollowUpDraft.about(two.id()).date(day(-1)));
        followUps.record(FollowUpDraft.about(other.id()).date(day(-5)).by(office.tom));
        followUps.record(FollowUpDraft.about(one.id()).date(day(-9)));
        followUps.record(FollowUpDraft.about(one.id()).date(day(-1)));
        office.bench.on(day(1));
        followUps.record(FollowUpDraft.about(one.id()).date(day(-5)));
        assertThat(references(FollowUpFilter.all()))
                .as("by date, then the one recorded last")
                .containsExactly("SO-1/2", "SO-2/1", "SO-1/3", "Q-1/1", "SO-1/1");
        assertThat(references(FollowUpFilter.all().relation(office.acme)))
                .containsExactly("SO-1/2", "SO-2/1", "SO-1/3", "SO-1/1");
        assertThat(references(FollowUpFilter.all().document(one.id()))).containsExactly("SO-1/2", "SO-1/3", "SO-1/1");
        assertThat(references(FollowUpFilter.all().by(office.tom))).containsExactly("Q-1/1");
        assertThat(references(FollowUpFilter.all().by(office.tom).relation(office.acme)))
                .isEmpty();
        assertThat(references(FollowUpFilter.all().between(day(-5), day(-2)))).containsExactly("SO-1/3", "Q-1/1");
        assertThat(references(FollowUpFilter.all()
                        .between(day(-9), day(-1))
                        .between(day(-99), day(-5))
                        .document(one.id())))
                .containsExactly("SO-1/3", "SO-1/1");
        assertThat(references(FollowUpFilter.all().between(day(1), day(0)))).isEmpty();
    }

    @Test
    void several_follow_ups_of_one_document_in_one_list_have_ordinals_in_its_order() {
        BusinessDocument order = office.order("SO-1");
        BusinessDocument other = office.order("SO-2");
        List<FollowUp> recorded = followUps.recordAll(List.of(
                FollowUpDraft.about(order.id()).date(day(-1)).nextOn(day(3)),
                FollowUpDraft.about(other.id()),
                FollowUpDraft.about(order.id()).date(day(-2)).nextOn(day(4)),
                FollowUpDraft.about(order.id()).date(day(-3))));
        assertThat(recorded).extracting(FollowUp::ordinal).containsExactly(1, 1, 2, 3);
        BusinessDocument present = documents.find(order.id()).orElseThrow();
        assertThat(present.version()).as("one command, one change").isEqualTo(2);
        assertThat(present.trail())
                .isEqualTo(new BusinessDocument.Trail(3, BusinessDocument.Latest.of(recorded.get(0))));
        assertThat(office.bench.desk().audit(order.id())).hasSize(2);
        assertRefused(
                () -> followUps.recordAll(List.of(
                        FollowUpDraft.about(order.id()),
                        FollowUpDraft.general(),
                        FollowUpDraft.about(order.id()).nextOn(day(-1)))),
                "[1].document required",
                "[2].nextOn followUp.nextBeforeDate");
        assertThat(documents.find(order.id())).contains(present);
        assertThat(references(FollowUpFilter.all())).hasSize(4);
    }

    @Test
    void a_stale_version_tells_the_fields_that_others_changed() {
        FollowUp recorded =
                followUps.record(FollowUpDraft.about(office.order("SO-1").id()).note("secret"));
        followUps.change(
                recorded.id(), 1, FollowUpDraft.from(recorded).nextOn(day(3)).note("other"));
        assertThatThrownBy(() -> followUps.discard(recorded.id(), 1))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.fields()).containsExactly("nextOn", "note");
                    assertThat(e.getMessage()).doesNotContain("secret");
                });
        followUps.discard(recorded.id(), 2);
        assertThatThrownBy(() -> followUps.change(recorded.id(), 2, FollowUpDraft.from(recorded)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void z_what_was_said_is_told_by_no_error_and_no_name() {
        BusinessDocument order = office.order("SO-1");
        FollowUpDraft draft = FollowUpDraft.about(order.id()).note("the margin is 61 percent");
        FollowUp recorded = followUps.record(draft);
        var entry = office.desk(office.lea)
                .timeline()
                .of(office.acme, Office.PAGE, TimelineKind.FOLLOW_UP)
                .rows()
                .get(0);
        assertThat(entry.text()).isEqualTo(recorded.note());
        assertThat(List.of(
                        draft,
                        recorded,
                        rows(FollowUpFilter.all()),
                        entry,
                        office.bench.desk().audit(recorded.id())))
                .allSatisfy(thing -> assertThat(thing.toString()).doesNotContain("margin"));
        assertThatThrownBy(() -> followUps.record(draft.note("the margin ".repeat(1000))))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e + " " + e.problems())
                                .contains("10999")
                                .doesNotContain("margin"));
    }

    private List<FollowUpRow> rows(FollowUpFilter filter) {
        return all(page -> followUps.list(filter, page));
    }

    private List<String> references(FollowUpFilter filter) {
        return rows(filter).stream().map(FollowUpRow::reference).toList();
    }
}
