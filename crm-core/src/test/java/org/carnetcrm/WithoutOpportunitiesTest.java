package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.day;

import java.util.UUID;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.followup.FollowUpDraft;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.problem.NotOfferedException;
import org.carnetcrm.timeline.CalendarEntry;
import org.carnetcrm.timeline.CalendarKind;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineKind;
import org.junit.jupiter.api.Test;

/** Letter Q5: a host that leaves the prospecting part out has all the rest. */
class WithoutOpportunitiesTest {

    private static final OpportunityId NO_DEAL =
            new OpportunityId(UUID.fromString("01890000-0000-7000-8000-00000000dead"));

    private final Office office = new Office(Setup::withoutOpportunities);
    private final Desk lea = office.desk(office.lea);

    @Test
    void q5_actions_notes_documents_and_follow_ups_do_without_deals() {
        lea.actions().plan(ActionDraft.with(office.acme).on(day(1)));
        lea.notes().add(NoteDraft.about(office.acme).date(day(1)));
        BusinessDocument order =
                lea.documents().add(DocumentDraft.order("SO-1", office.acme).date(day(1)));
        lea.followUps().record(FollowUpDraft.about(order.id()).nextOn(day(1)));
        assertThat(all(page -> lea.timeline().of(office.acme, page)))
                .extracting(TimelineEntry::kind)
                .containsExactly(
                        TimelineKind.ACTION,
                        TimelineKind.NOTE,
                        TimelineKind.DOCUMENT,
                        TimelineKind.FOLLOW_UP,
                        TimelineKind.STATUS);
        assertThat(all(page -> lea.calendar().mine(day(0), day(9), page)))
                .extracting(CalendarEntry::kind)
                .containsExactly(CalendarKind.ACTION, CalendarKind.NOTE, CalendarKind.FOLLOW_UP);
        assertThat(lea.notes()
                        .list(NoteFilter.all().opportunity(NO_DEAL), NoteOrder.EARLIEST, Office.PAGE)
                        .rows())
                .isEmpty();
        assertThat(lea.timeline().of(NO_DEAL, Office.PAGE).rows()).isEmpty();
        assertThat(lea.lists().of(ChoiceKind.STAGE)).isEmpty();
    }

    @Test
    void q5_nothing_is_about_a_deal_there() {
        assertThatThrownBy(lea::opportunities).isInstanceOf(NotOfferedException.class);
        assertThatThrownBy(() -> lea.notes().add(NoteDraft.about(office.acme).opportunity(NO_DEAL)))
                .isInstanceOf(NotOfferedException.class);
        assertThatThrownBy(
                        () -> lea.actions().plan(ActionDraft.with(office.acme).opportunity(NO_DEAL)))
                .isInstanceOf(NotOfferedException.class);
        assertThat(all(page -> lea.timeline().of(office.acme, page))).hasSize(1);
    }
}
