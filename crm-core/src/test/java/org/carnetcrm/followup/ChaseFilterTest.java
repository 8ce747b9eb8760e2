package org.carnetcrm.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

class ChaseFilterTest {

    private static final LocalDate FIRST = Workbench.FIRST_DAY;

    @Test
    void narrowing_follow_ups_twice_by_dates_keeps_the_days_of_both() {
        FollowUpFilter wide = FollowUpFilter.all().between(FIRST, FIRST.plusDays(9));
        FollowUpFilter within = FollowUpFilter.all().between(FIRST.plusDays(2), FIRST.plusDays(4));

        assertThat(wide.between(FIRST.plusDays(2), FIRST.plusDays(4))).isEqualTo(within);
        assertThat(within.between(FIRST, FIRST.plusDays(9))).isEqualTo(within);
    }

    @Test
    void narrowing_what_is_due_twice_by_dates_keeps_the_days_of_both() {
        DueFilter within = DueFilter.all().between(FIRST.plusDays(2), FIRST.plusDays(4));

        assertThat(within.between(FIRST, FIRST.plusDays(9))).isEqualTo(within);
        assertThat(DueFilter.all().between(FIRST, FIRST.plusDays(9)).between(FIRST.plusDays(2), FIRST.plusDays(4)))
                .isEqualTo(within);
    }
}
