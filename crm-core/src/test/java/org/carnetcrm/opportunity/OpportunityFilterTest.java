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
        assertThat(early.startedBefore()).isEqualTo(EARLY);
    }

    @Test
    void narrowing_twice_by_what_is_overdue_keeps_the_earlier_date() {
        OpportunityFilter early = OpportunityFilter.all().overdue(EARLY);
        assertThat(early.overdue(LATE)).isEqualTo(early);
        assertThat(OpportunityFilter.all().overdue(LATE).overdue(EARLY)).isEqualTo(early);
        assertThat(early.expectedBefore()).isEqualTo(EARLY);
    }

    @Test
    void each_narrowing_keeps_what_the_others_said() {
        OpportunityFilter filter =
                OpportunityFilter.open().startedBefore(LATE).overdue(EARLY).stage("NEEDS");
        assertThat(filter.startedBefore()).isEqualTo(LATE);
        assertThat(filter.expectedBefore()).isEqualTo(EARLY);
        assertThat(filter.among()).containsOnlyKeys(OpportunityDimension.STAGE, OpportunityDimension.STANDING);
        assertThat(filter.stage("PROPOSAL").among().get(OpportunityDimension.STAGE))
                .as("no deal is in both")
                .isEmpty();
    }
}
