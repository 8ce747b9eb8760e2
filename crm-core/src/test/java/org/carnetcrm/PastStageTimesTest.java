package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StageTime;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

/** A deal is qualified on 1 March, moved on on the 11th, and looked at on the 21st; the days were counted by hand. */
class PastStageTimesTest {

    private final Workbench bench = Workbench.inMemory();

    private Opportunity deal;

    PastStageTimesTest() {
        bench.on(LocalDate.of(2026, 3, 1));
        deal = bench.unit(desk -> desk.opportunities().open(bench.draft().stage("QUALIFICATION")));
        bench.on(LocalDate.of(2026, 3, 11));
        deal = bench.unit(desk -> desk.opportunities().moveTo(deal.id(), deal.version(), "PROPOSAL"));
        bench.on(LocalDate.of(2026, 3, 21));
    }

    @Test
    void the_present_counts_up_to_today() {
        assertThat(bench.desk().opportunities().stageTimes(OpportunityFilter.all()))
                .containsExactly(new StageTime("PROPOSAL", 0, 0, 1, 10), new StageTime("QUALIFICATION", 1, 10, 0, 0));
    }

    @Test
    void a_view_of_the_past_counts_up_to_its_date() {
        assertThat(times("2026-03-06", "2026-03-21T09:00:00Z"))
                .containsExactly(new StageTime("QUALIFICATION", 0, 0, 1, 5));
        assertThat(times("2026-03-15", "2026-03-21T09:00:00Z"))
                .containsExactly(new StageTime("PROPOSAL", 0, 0, 1, 4), new StageTime("QUALIFICATION", 1, 10, 0, 0));
    }

    @Test
    void what_was_not_known_yet_is_left_out() {
        assertThat(times("2026-03-15", "2026-03-11T08:59:59Z"))
                .containsExactly(new StageTime("QUALIFICATION", 0, 0, 1, 14));
    }

    @Test
    void a_view_of_a_day_to_come_counts_up_to_today() {
        assertThat(times("2026-12-31", "2026-12-31T00:00:00Z"))
                .isEqualTo(bench.desk().opportunities().stageTimes(OpportunityFilter.all()));
    }

    @Test
    void a_deal_that_was_discarded_later_counts_as_long_as_that_is_not_known() {
        bench.desk().opportunities().discard(deal.id(), deal.version(), "entered twice");

        assertThat(times("2026-03-15", "2026-03-20T00:00:00Z")).hasSize(2);
        assertThat(times("2026-03-15", "2026-03-21T09:00:00Z")).isEmpty();
    }

    private List<StageTime> times(String date, String knownAt) {
        AsOf view = new AsOf(LocalDate.parse(date), Instant.parse(knownAt));
        return bench.desk().opportunities().stageTimes(OpportunityFilter.all().asOf(view));
    }
}
