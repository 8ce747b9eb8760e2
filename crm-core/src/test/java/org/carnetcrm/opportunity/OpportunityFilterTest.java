package org.carnetcrm.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OpportunityFilterTest {

    private static final LocalDate EARLY = LocalDate.of(2026, 3, 1);
    private static final LocalDate LATE = LocalDate.of(2026, 4, 1);

    @Test
    void narrowing_twice_by_the_start_keeps_the_earlier_date() {
        OpportunityFilter early = OpportunityFilter.all().startedBefore(EARLY);
        assertThat(early.startedBefore(LATE)).isEqualTo(early);
        assertThat(OpportunityFilter.all().startedBefore(LATE).startedBefore(EARLY))
                .isEqualTo(early);
        assertThat(early.dates().get(OpportunityDate.START).before()).isEqualTo(EARLY);
    }

    @Test
    void narrowing_twice_by_what_is_overdue_keeps_the_earlier_date() {
        OpportunityFilter early = OpportunityFilter.all().overdue(EARLY);
        assertThat(early.overdue(LATE)).isEqualTo(early);
        assertThat(OpportunityFilter.all().overdue(LATE).overdue(EARLY)).isEqualTo(early);
        assertThat(early.dates().get(OpportunityDate.EXPECTED_CLOSING).before()).isEqualTo(EARLY);
    }

    @Test
    void each_narrowing_keeps_what_the_others_said() {
        OpportunityFilter filter =
                OpportunityFilter.open().startedBefore(LATE).overdue(EARLY).stage("NEEDS");
        assertThat(filter.dates().get(OpportunityDate.START).before()).isEqualTo(LATE);
        assertThat(filter.dates().get(OpportunityDate.EXPECTED_CLOSING).before())
                .isEqualTo(EARLY);
        assertThat(filter.among()).containsOnlyKeys(OpportunityDimension.STAGE, OpportunityDimension.STANDING);
        assertThat(filter.stage("PROPOSAL").among().get(OpportunityDimension.STAGE))
                .as("no deal is in both")
                .isEmpty();
    }

    @Test
    void a_range_narrows_from_both_sides() {
        OpportunityFilter filter = OpportunityFilter.all()
                .closedBetween(EARLY, LATE)
                .closedBetween(EARLY.plusDays(1), LATE.plusDays(1))
                .inStageBefore(LATE);
        assertThat(filter.dates())
                .containsEntry(OpportunityDate.CLOSING, DateRange.between(EARLY.plusDays(1), LATE))
                .containsEntry(OpportunityDate.STAGE_SINCE, new DateRange(null, LATE));
    }

    @Test
    void a_range_has_its_first_and_its_last_day_and_no_missing_date() {
        DateRange march = DateRange.between(EARLY, LATE.minusDays(1));
        assertThat(march.has(EARLY)).isTrue();
        assertThat(march.has(EARLY.minusDays(1))).isFalse();
        assertThat(march.has(LATE.minusDays(1))).isTrue();
        assertThat(march.has(LATE)).isFalse();
        assertThat(march.has(null)).isFalse();
        assertThat(DateRange.between(EARLY, LocalDate.MAX)).isEqualTo(new DateRange(EARLY, null));
        assertThat(new DateRange(null, null).has(LocalDate.MAX)).isTrue();
    }
}
