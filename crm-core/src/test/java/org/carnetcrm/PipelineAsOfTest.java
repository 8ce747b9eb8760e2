package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.Office.all;
import static org.carnetcrm.Office.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.opportunity.OpportunitySummary;
import org.carnetcrm.opportunity.StageTime;
import org.carnetcrm.opportunity.StandingKind;
import org.junit.jupiter.api.Test;

/** The pipeline as of a date, as known at an instant (letter B4), and the time that deals spend in their stages. */
class PipelineAsOfTest {

    private final Office office = new Office();
    private final Desk lea = office.desk(office.lea);
    private final Opportunities deals = lea.opportunities();

    /**
     * A deal that starts on day −10 at 100, recorded on day 0; on day 2 its value becomes 200 as of day 1; on day 5 it is
     * lost; on day 6 it is reopened. Each line: the date, known at nine on the day, the value and the standing.
     */
    @Test
    void b4_a_deal_is_what_was_in_effect_on_a_date_as_it_was_known_at_an_instant() {
        Opportunity deal = open("Deal", -10, "100");
        office.bench.on(day(2));
        deals.change(deal.id(), 1, OpportunityDraft.from(deal).value("200").effectiveOn(day(1)));
        office.bench.on(day(5));
        deals.close(deal.id(), 2, ClosingDraft.lost("PRICE"));
        office.bench.on(day(6));
        deals.reopen(deal.id(), 3);

        assertAsOf(deal, -11, 9, null, null);
        assertAsOf(deal, -10, 9, "100", StandingKind.IN_PROGRESS);
        assertAsOf(deal, 0, 9, "100", StandingKind.IN_PROGRESS);
        assertAsOf(deal, 1, 9, "200", StandingKind.IN_PROGRESS);
        assertAsOf(deal, 4, 9, "200", StandingKind.IN_PROGRESS);
        assertAsOf(deal, 5, 9, "200", StandingKind.LOST);
        assertAsOf(deal, 6, 9, "200", StandingKind.IN_PROGRESS);
        assertAsOf(deal, 99, 9, "200", StandingKind.IN_PROGRESS);
        // What was not known yet is left out.
        assertAsOf(deal, -10, -1, null, null);
        assertAsOf(deal, 1, 1, "100", StandingKind.IN_PROGRESS);
        assertAsOf(deal, 1, 2, "200", StandingKind.IN_PROGRESS);
        assertAsOf(deal, 9, 4, "200", StandingKind.IN_PROGRESS);
        assertAsOf(deal, 9, 5, "200", StandingKind.LOST);
        assertAsOf(deal, 5, 9, "200", StandingKind.LOST);
    }

    /** Two deals known on day 0 (1 000 at 10 % and 500 at 10 %), a third (70 at 10 %) recorded on day 3. */
    @Test
    void b4_the_pipeline_as_of_a_date_is_not_changed_by_what_comes_later() {
        Opportunity one = open("One", -10, "1000");
        Opportunity two = open("Two", -5, "500");
        AsOf view = new AsOf(day(0), nine(0));
        List<Object> then = answers(view);
        assertThat(total(view, OpportunityFilter.open())).isEqualTo(Money.of("EUR", "150"));
        assertThat(total(new AsOf(day(-6), nine(0)), OpportunityFilter.open())).isEqualTo(Money.of("EUR", "100"));

        office.bench.on(day(3));
        open("Three", -7, "70");
        deals.close(one.id(), 1, ClosingDraft.won().on(day(-1)).signedTotal("900"));
        deals.change(
                two.id(),
                1,
                OpportunityDraft.from(two).value("9").stage("NEEDS").manager(office.tom));
        assertThat(answers(view)).isEqualTo(then);
        office.bench.on(day(4));
        deals.discard(two.id(), 2, null);
        assertThat(answers(view)).isEqualTo(then);

        AsOf hindsight = new AsOf(day(0), nine(3));
        assertThat(subjects(hindsight, OpportunityFilter.open()))
                .as("as known since, one was won before, and the third there already")
                .containsExactly("Two", "Three");
        assertThat(total(hindsight, OpportunityFilter.open())).isEqualTo(Money.of("EUR", "57"));
        assertThat(subjects(new AsOf(day(0), nine(4)), OpportunityFilter.open()))
                .as("and the second is known to be a mistake")
                .containsExactly("Three");
    }

    @Test
    void b4_every_condition_and_order_looks_at_deals_as_they_were() {
        Opportunity moved = deals.open(OpportunityDraft.about(office.acme)
                .subject("Moved")
                .start(day(-9))
                .expectedClosing(day(20)));
        open("Other", -8, "5");
        AsOf view = new AsOf(day(0), nine(0));
        office.bench.on(day(1));
        deals.change(
                moved.id(),
                1,
                OpportunityDraft.from(moved)
                        .stage("NEGOTIATION")
                        .manager(office.tom)
                        .subject("Renamed")
                        .expectedClosing(null));
        assertThat(subjects(view, OpportunityFilter.all().stage("QUALIFICATION")))
                .containsExactly("Other", "Moved");
        assertThat(subjects(view, OpportunityFilter.all().stage("NEGOTIATION"))).isEmpty();
        assertThat(subjects(view, OpportunityFilter.all().managedBy(office.lea)))
                .containsExactly("Other", "Moved");
        assertThat(subjects(view, OpportunityFilter.all().managedBy(office.tom)))
                .isEmpty();
        assertThat(subjects(view, OpportunityFilter.all().startedBefore(day(-8))))
                .containsExactly("Moved");
        assertThat(subjects(view, OpportunityFilter.all().overdue(day(21)))).containsExactly("Moved");
        assertThat(all(page -> deals.list(OpportunityFilter.all().asOf(view), OpportunityOrder.EXPECTED_CLOSING, page)))
                .extracting(OpportunityRow::subject)
                .containsExactly("Moved");
        AsOf now = new AsOf(day(1), nine(1));
        assertThat(deals.summarise(OpportunityFilter.all().asOf(now), OpportunityDimension.STAGE))
                .as("as of now is what is now")
                .isEqualTo(deals.summarise(OpportunityFilter.all(), OpportunityDimension.STAGE));
    }

    /** Opened on day −10 in QUALIFICATION, moved on day −4, back on day −1; lost on day 2, reopened on day 5. */
    @Test
    void p_a_stay_ends_when_a_deal_moves_on_or_is_closed_and_begins_anew_when_it_is_reopened() {
        Opportunity deal = open("Deal", -10, "100");
        move(deal, 1, "NEEDS", -4);
        move(deal, 2, "QUALIFICATION", -1);
        assertThat(deals.stageTimes(deal.id()))
                .containsExactly(new StageTime("NEEDS", 1, 3, 0, 0), new StageTime("QUALIFICATION", 1, 6, 1, 1));
        office.bench.on(day(2));
        deals.close(deal.id(), 3, ClosingDraft.lost("PRICE"));
        office.bench.on(day(5));
        assertThat(deals.stageTimes(deal.id()))
                .as("a closed deal is in no stage")
                .containsExactly(new StageTime("NEEDS", 1, 3, 0, 0), new StageTime("QUALIFICATION", 2, 6 + 3, 0, 0));
        deals.reopen(deal.id(), 4);
        office.bench.on(day(9));
        deals.change(deal.id(), 5, OpportunityDraft.from(find(deal)).value("5"));
        assertThat(deals.stageTimes(deal.id()))
                .as("the days while it was closed are none of a stage")
                .containsExactly(new StageTime("NEEDS", 1, 3, 0, 0), new StageTime("QUALIFICATION", 2, 9, 1, 4));
        assertThat(office.desk(office.lea, ZoneId.of("Pacific/Honolulu"))
                        .opportunities()
                        .stageTimes(deal.id()))
                .as("up to the reader's own day")
                .contains(new StageTime("QUALIFICATION", 2, 9, 1, 3));
    }

    @Test
    void p_the_stays_of_many_deals_add_up_and_those_of_a_discarded_one_count_no_more() {
        Opportunity one = open("One", -10, "100");
        Opportunity two = open("Two", -7, "100");
        Opportunity mistake = open("Mistake", -7, "100");
        move(one, 1, "NEEDS", -4);
        move(two, 1, "NEEDS", -6);
        move(mistake, 1, "NEEDS", -6);
        deals.close(two.id(), 2, ClosingDraft.won().on(day(-2)));
        deals.discard(mistake.id(), 2, null);
        assertThat(deals.stageTimes(OpportunityFilter.all()))
                .containsExactly(new StageTime("NEEDS", 1, 4, 1, 4), new StageTime("QUALIFICATION", 2, 6 + 1, 0, 0));
        assertThat(deals.stageTimes(OpportunityFilter.open()))
                .containsExactly(new StageTime("NEEDS", 0, 0, 1, 4), new StageTime("QUALIFICATION", 1, 6, 0, 0));
        assertThat(deals.stageTimes(OpportunityFilter.all().relation(office.borealis)))
                .isEmpty();
        assertThat(deals.stageTimes(mistake.id())).isEmpty();
    }

    /** One deal as above, looked at as of day −3, when its second stay was one day old. */
    @Test
    void p_the_stays_as_of_a_date_know_nothing_of_what_came_later() {
        Opportunity deal = open("Deal", -10, "100");
        move(deal, 1, "NEEDS", -4);
        move(deal, 2, "PROPOSAL", -2);
        OpportunityFilter then = OpportunityFilter.all().asOf(new AsOf(day(-3), nine(0)));
        List<StageTime> stays = List.of(new StageTime("NEEDS", 0, 0, 1, 1), new StageTime("QUALIFICATION", 1, 6, 0, 0));
        assertThat(deals.stageTimes(then)).isEqualTo(stays);
        office.bench.on(day(1));
        deals.discard(deal.id(), 3, null);
        assertThat(deals.stageTimes(then)).isEqualTo(stays);
        assertThat(deals.stageTimes(OpportunityFilter.all().asOf(new AsOf(day(-3), nine(1)))))
                .isEmpty();
    }

    private Opportunity open(String subject, int start, String value) {
        return deals.open(OpportunityDraft.about(office.acme)
                .subject(subject)
                .start(day(start))
                .value(value));
    }

    private void move(Opportunity deal, int version, String stage, int on) {
        deals.change(
                deal.id(),
                version,
                OpportunityDraft.from(find(deal)).stage(stage).effectiveOn(day(on)));
    }

    private Opportunity find(Opportunity deal) {
        return deals.find(deal.id()).orElseThrow();
    }

    private void assertAsOf(Opportunity deal, int date, int knownAt, String value, StandingKind standing) {
        AsOf view = new AsOf(day(date), nine(knownAt));
        var then = deals.asOf(deal.id(), view);
        assertThat(then.map(Opportunity::value))
                .isEqualTo(Optional.ofNullable(value).map(v -> Money.of("EUR", v)));
        assertThat(then.map(found -> found.standing().kind())).isEqualTo(Optional.ofNullable(standing));
        assertThat(all(page -> deals.list(OpportunityFilter.all().asOf(view), OpportunityOrder.NEWEST, page)))
                .extracting(OpportunityRow::standing)
                .isEqualTo(standing == null ? List.of() : List.of(standing));
    }

    private List<Object> answers(AsOf view) {
        OpportunityFilter filter = OpportunityFilter.all().asOf(view);
        return List.of(
                deals.list(filter, OpportunityOrder.NEWEST, Office.PAGE),
                deals.summarise(filter, OpportunityDimension.STAGE, OpportunityDimension.MANAGER),
                deals.summarise(filter, OpportunityDimension.STANDING, OpportunityDimension.SUCCESS_LEVEL),
                deals.stageTimes(filter));
    }

    private List<String> subjects(AsOf view, OpportunityFilter filter) {
        return all(page -> deals.list(filter.asOf(view), OpportunityOrder.NEWEST, page)).stream()
                .map(OpportunityRow::subject)
                .toList();
    }

    private Money total(AsOf view, OpportunityFilter filter) {
        List<OpportunitySummary> sums = deals.summarise(filter.asOf(view));
        assertThat(sums).hasSize(1);
        return sums.get(0).measures().total();
    }

    private static Instant nine(int day) {
        LocalDate date = day(day);
        return date.atTime(9, 0).toInstant(ZoneOffset.UTC);
    }
}
