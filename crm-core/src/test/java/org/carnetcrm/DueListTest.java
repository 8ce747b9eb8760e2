package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.day;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.followup.DocumentRow;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUp;
import org.carnetcrm.followup.FollowUpBox;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.followup.FollowUpRow;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.RelationDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is to be chased, letters R5 and R6, and how a document remembers its latest follow-up. */
class DueListTest {

    private final Office office = new Office();
    private final FollowUps followUps = office.desk(office.lea).followUps();
    private final Documents documents = office.desk(office.lea).documents();

    /** Days from today, by the rule of R5: the latest follow-up's next date, or the chase date of one never chased. */
    @ParameterizedTest
    @CsvSource({
        // kind, chase date, follow-up made, its next date, closed, the day due, in which list
        "ORDER,  -1,    ,    , false, -1, overdue",
        "QUOTE,   0,    ,    , false,  0, today",
        "ORDER,   1,    ,    , false,  1, later",
        "QUOTE,    ,    ,    , false,   , none",
        "ORDER,  -9,  -5,  -1, false, -1, overdue",
        "QUOTE,  -9,  -5,   0, false,  0, today",
        "ORDER,  -9,   0,   0, false,  0, today",
        "ORDER,  -9,  -5,   1, false,  1, later",
        "ORDER,  -9,  -5,    , false,   , none",
        "QUOTE,   9,  -5,    , false,   , none",
        "ORDER,  -1,    ,    , true,    , none",
        "ORDER,    ,  -5,  -1, true,    , none",
        "INVOICE,-1,    ,    , false,   , none"
    })
    void r5_a_document_is_due_by_its_latest_follow_up_or_by_its_own_chase_date(
            DocumentKind kind,
            Integer chaseOn,
            Integer made,
            Integer next,
            boolean closed,
            Integer dueOn,
            String list) {
        BusinessDocument document =
                documents.add(new DocumentDraft(kind, "D-1", office.acme, day(-30), null, null, date(chaseOn), null));
        if (made != null) {
            followUps.record(FollowUpDraft.about(document.id()).date(date(made)).nextOn(date(next)));
        }
        if (closed) {
            documents.close(document.id(), made == null ? 1 : 2, null);
        }
        assertThat(documents.find(document.id()).orElseThrow().dueOn()).isEqualTo(date(dueOn));
        FollowUpBox box = followUps.box(3);
        assertThat(box.today()).isEqualTo(day(0));
        assertThat(box.overdue().rows().size()).isEqualTo(list.equals("overdue") ? 1 : 0);
        assertThat(box.dueToday().rows().size()).isEqualTo(list.equals("today") ? 1 : 0);
        assertThat(box.next().rows().size()).isEqualTo(list.equals("later") ? 1 : 0);
        boolean due = list.equals("overdue") || list.equals("today");
        assertThat(due(followUps.due())).hasSize(due ? 1 : 0);
        List<DocumentRow> rows = all(page -> followUps.due(DueFilter.all(), page));
        assertThat(rows).hasSize(list.equals("none") ? 0 : 1);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.dueOn()).isEqualTo(date(dueOn));
            assertThat(row.isOverdue(day(0))).isEqualTo(list.equals("overdue"));
            assertThat(row.chasedOn()).isEqualTo(date(made));
            assertThat(row.chasedBy()).isEqualTo(made == null ? null : office.lea);
        });
    }

    @Test
    void r5_what_is_due_is_told_by_the_readers_own_day() {
        BusinessDocument today =
                documents.add(DocumentDraft.order("SO-1", office.acme).chaseOn(day(0)));
        BusinessDocument yesterday =
                documents.add(DocumentDraft.order("SO-2", office.acme).chaseOn(day(-1)));
        assertThat(due(followUps.due())).containsExactly(yesterday.id(), today.id());
        FollowUps honolulu =
                office.desk(office.lea, ZoneId.of("Pacific/Honolulu")).followUps();
        assertThat(due(honolulu.due())).containsExactly(yesterday.id());
        assertThat(honolulu.box(9).overdue().rows()).isEmpty();
        assertThat(ids(honolulu.box(9).dueToday().rows())).containsExactly(yesterday.id());
        assertThat(ids(honolulu.box(9).next().rows())).containsExactly(today.id());
        FollowUpBox furthestEast =
                office.desk(office.lea, ZoneOffset.ofHours(14)).followUps().box(9);
        assertThat(ids(furthestEast.overdue().rows())).containsExactly(yesterday.id());
        assertThat(ids(furthestEast.dueToday().rows())).containsExactly(today.id());
    }

    @Test
    void r5_the_due_list_goes_by_date_then_id_and_narrows_to_relation_days_and_chaser() {
        DocumentId second = documents
                .add(DocumentDraft.order("B", office.acme).chaseOn(day(2)))
                .id();
        DocumentId third = documents
                .add(DocumentDraft.quote("A", office.borealis).chaseOn(day(2)))
                .id();
        DocumentId first = documents
                .add(DocumentDraft.order("C", office.acme).chaseOn(day(-2)))
                .id();
        DocumentId toms = office.order("D").id();
        office.desk(office.tom).followUps().record(FollowUpDraft.about(toms).nextOn(day(5)));
        assertThat(due(DueFilter.all())).containsExactly(first, second, third, toms);
        assertThat(due(DueFilter.all().relation(office.borealis))).containsExactly(third);
        assertThat(due(DueFilter.all().between(day(-1), day(2)))).containsExactly(second, third);
        assertThat(due(DueFilter.all().dueOn(day(2)).after(day(-2)))).containsExactly(second, third);
        assertThat(due(DueFilter.all().chaser(office.tom))).containsExactly(toms);
        assertThat(due(DueFilter.all().chaser(office.lea))).containsExactly(first, second, third);
        office.desk(office.lea)
                .relations()
                .change(office.borealis, 1, RelationDraft.company("Borealis").accountManager(office.tom));
        assertThat(due(DueFilter.all().chaser(office.tom))).containsExactly(third, toms);
    }

    @Test
    void r6_the_box_has_the_first_of_what_is_overdue_due_today_and_next_and_the_last_that_were_made() {
        List<DocumentId> orders = new ArrayList<>();
        for (int day = -3; day <= 3; day++) {
            orders.add(documents
                    .add(DocumentDraft.order("SO" + day, office.acme).chaseOn(day(day)))
                    .id());
        }
        DocumentId chased = office.order("SO-9").id();
        followUps.recordAll(List.of(
                FollowUpDraft.about(chased).date(day(-2)),
                FollowUpDraft.about(chased).date(day(-1)),
                FollowUpDraft.about(chased).date(day(-3))));
        FollowUpBox box = followUps.box(2);
        assertThat(ids(box.overdue().rows())).containsExactly(orders.get(0), orders.get(1));
        assertThat(ids(box.dueToday().rows())).containsExactly(orders.get(3));
        assertThat(ids(box.next().rows())).containsExactly(orders.get(4), orders.get(5));
        assertThat(box.last().rows()).extracting(FollowUpRow::ordinal).containsExactly(2, 1);
        assertThat(box.overdue().cursor()).as("there is more").isNotNull();
        assertThat(box.dueToday().cursor()).isNull();
        assertThat(ids(followUps
                        .due(
                                DueFilter.all().overdueOn(day(0)),
                                PageRequest.first(2).after(box.overdue().cursor()))
                        .rows()))
                .as("the list goes on where the box ends")
                .containsExactly(orders.get(2));
    }

    @Test
    void z_the_latest_follow_up_goes_by_date_then_when_it_was_recorded_then_id() {
        DocumentId order = office.order("SO-1").id();
        FollowUp one = record(order, -2, 20);
        assertDue(order, one);
        record(order, -3, 30);
        assertDue(order, one);
        FollowUp sameDay = record(order, -2, 10);
        assertDue(order, sameDay);
        office.bench.on(day(1));
        FollowUp recordedLater = record(order, -2, 5);
        assertDue(order, recordedLater);
        office.bench.on(day(-2));
        record(order, -2, 99);
        assertDue(order, recordedLater);
    }

    @Test
    void z_of_one_day_the_one_recorded_last_is_the_latest_whatever_the_ids_say() {
        AtomicInteger left = new AtomicInteger(10_000);
        Office backwards = new Office(setup ->
                setup.withIds(() -> UUID.fromString("01890000-0000-7000-8000-00000000" + left.decrementAndGet())));
        FollowUps here = backwards.desk(backwards.lea).followUps();
        DocumentId order = backwards.order("SO-1").id();
        FollowUp one = here.record(FollowUpDraft.about(order));
        FollowUp two = here.record(FollowUpDraft.about(order));
        assertThat(UuidId.ORDER.compare(one.id(), two.id())).isPositive();
        assertThat(latest(backwards, order)).isEqualTo(BusinessDocument.Latest.of(one));
        backwards.bench.on(day(1));
        FollowUp three = here.record(FollowUpDraft.about(order).date(day(0)));
        assertThat(latest(backwards, order)).isEqualTo(BusinessDocument.Latest.of(three));
        assertThat(all(page -> here.list(FollowUpFilter.all(), page)))
                .extracting(FollowUpRow::ordinal)
                .containsExactly(3, 1, 2);
    }

    @Test
    void r5_a_change_or_a_discard_of_a_follow_up_settles_anew_which_is_the_latest() {
        DocumentId order = documents
                .add(DocumentDraft.order("SO-1", office.acme).chaseOn(day(77)))
                .id();
        FollowUp first = record(order, -9, 10);
        FollowUp second = record(order, -5, 20);
        FollowUp third = record(order, -1, 30);
        assertDue(order, third);
        FollowUp moved = followUps.change(
                third.id(), 1, FollowUpDraft.from(third).date(day(-6)).nextOn(day(31)));
        assertDue(order, second);
        followUps.discard(second.id(), 1);
        assertDue(order, moved);
        FollowUp up = followUps.change(
                first.id(), 1, FollowUpDraft.from(first).date(day(-6)).nextOn(day(11)));
        assertDue(order, moved);
        FollowUp upmost = followUps.change(first.id(), 2, FollowUpDraft.from(up).date(day(-5)));
        assertDue(order, upmost);
        FollowUp toms = followUps.change(
                first.id(), 3, FollowUpDraft.from(upmost).by(office.tom).nextOn(null));
        assertDue(order, toms);
        assertThat(due(DueFilter.all())).isEmpty();
        followUps.discard(first.id(), 4);
        assertDue(order, moved);
        followUps.discard(third.id(), 2);
        BusinessDocument present = documents.find(order).orElseThrow();
        assertThat(present.trail()).isEqualTo(new BusinessDocument.Trail(3, null));
        assertThat(present.dueOn()).as("its own chase date counts again").isEqualTo(day(77));
        assertThat(followUps.record(FollowUpDraft.about(order)).ordinal())
                .as("no ordinal is given twice")
                .isEqualTo(4);
    }

    @Test
    void r5_two_who_touch_follow_ups_of_one_document_at_once_leave_the_latest_that_stands() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Office busy = new Office(setup ->
                setup.withListener(changes -> meanwhile.getAndSet(() -> {}).run()));
        FollowUps here = busy.desk(busy.lea).followUps();
        FollowUps there = busy.desk(busy.tom).followUps();
        DocumentId order = busy.order("SO-1").id();
        List<FollowUp> recorded = here.recordAll(List.of(
                FollowUpDraft.about(order).date(day(-9)).nextOn(day(10)),
                FollowUpDraft.about(order).date(day(-8)).nextOn(day(20)),
                FollowUpDraft.about(order).date(day(-7)).nextOn(day(30)),
                FollowUpDraft.about(order).date(day(-6)).nextOn(day(40))));
        meanwhile.set(() -> there.discard(recorded.get(3).id(), 1));
        FollowUp changed = here.change(
                recorded.get(2).id(), 1, FollowUpDraft.from(recorded.get(2)).nextOn(day(31)));
        assertThat(latest(busy, order)).isEqualTo(BusinessDocument.Latest.of(changed));
        meanwhile.set(() -> there.discard(recorded.get(1).id(), 1));
        here.discard(changed.id(), 2);
        assertThat(latest(busy, order)).isEqualTo(BusinessDocument.Latest.of(recorded.get(0)));
        meanwhile.set(() -> there.record(FollowUpDraft.about(order).nextOn(day(50))));
        assertThat(here.record(FollowUpDraft.about(order).date(day(-1))).ordinal())
                .isEqualTo(6);
        assertThat(latest(busy, order).nextOn()).isEqualTo(day(50));
    }

    private static BusinessDocument.Latest latest(Office where, DocumentId document) {
        return where.bench
                .desk()
                .documents()
                .find(document)
                .orElseThrow()
                .trail()
                .latest();
    }

    private FollowUp record(DocumentId document, int made, int next) {
        return followUps.record(FollowUpDraft.about(document).date(day(made)).nextOn(day(next)));
    }

    private void assertDue(DocumentId document, FollowUp latest) {
        BusinessDocument present = documents.find(document).orElseThrow();
        assertThat(present.trail().latest()).isEqualTo(BusinessDocument.Latest.of(latest));
        assertThat(present.dueOn()).isEqualTo(latest.nextOn());
    }

    private List<DocumentId> due(DueFilter filter) {
        return ids(all(page -> followUps.due(filter, page)));
    }

    private static List<DocumentId> ids(List<DocumentRow> rows) {
        return rows.stream().map(DocumentRow::id).toList();
    }

    private static LocalDate date(Integer days) {
        return days == null ? null : day(days);
    }
}
