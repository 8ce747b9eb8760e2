package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

/**
 * Four deals up to 12 March 2026; the days were counted by hand. The first is qualified from 1 to 11 January (10 days) and
 * proposed until it is lost on 5 February (25); the second is qualified from 1 to 16 January (15) and proposed since (55);
 * the third is qualified since 2 March (10); the fourth is qualified for one day and analysed since 2 January (69).
 */
class TimeInStageTest {

    private static final OpportunityFilter ALL = OpportunityFilter.all();

    private final Workbench bench = Workbench.inMemory();

    TimeInStageTest() {
        Opportunity first = moved(open("2026-01-01"), "PROPOSAL", "2026-01-11");
        bench.desk()
                .opportunities()
                .close(first.id(), first.version(), ClosingDraft.lost("PRICE").on(LocalDate.of(2026, 2, 5)));
        moved(open("2026-01-01"), "PROPOSAL", "2026-01-16");
        open("2026-03-02");
        moved(open("2026-01-01"), "NEEDS", "2026-01-02");
    }

    @Test
    void stays_are_added_up_by_stage_in_the_order_of_the_list() {
        // (10 + 15 + 1) ÷ 3 = 8.666…; 51 ÷ 4 = 12.75
        assertThat(text(ALL, Locale.ENGLISH)).isEqualTo("""
                Time in stage

                Stage           Stays ended  Days  Mean days  Stays running  Days so far
                --------------  -----------  ----  ---------  -------------  -----------
                Qualification             3    26       8.67              1           10
                Needs analysis            0     0        n/a              1           69
                Proposal                  1    25      25.00              1           55
                Negotiation               0     0        n/a              0            0
                --------------  -----------  ----  ---------  -------------  -----------
                Total                     4    51      12.75              3          134

                """);
    }

    @Test
    void the_past_counts_up_to_its_date_and_says_so() {
        // On 20 January: proposed for 9 and 4 days, analysed for 18; the third deal had not begun.
        OpportunityFilter january =
                ALL.asOf(new AsOf(LocalDate.of(2026, 1, 20), Instant.parse("2026-03-12T09:00:00Z")));

        assertThat(text(january, Locale.FRENCH)).isEqualTo("""
                Temps passé par étape
                Au 20/01/2026, selon ce qui était connu le 12/03/2026 09:00 UTC.

                Étape                Passages terminés  Jours  Jours en moyenne  Passages en cours  Jours à ce jour
                -------------------  -----------------  -----  ----------------  -----------------  ---------------
                Qualification                        3     26              8,67                  0                0
                Analyse des besoins                  0      0              n.d.                  1               18
                Proposition                          0      0              n.d.                  2               13
                Négociation                          0      0              n.d.                  0                0
                -------------------  -----------------  -----  ----------------  -----------------  ---------------
                Total                                3     26              8,67                  3               31

                """);
    }

    @Test
    void a_mean_is_rounded_half_up() {
        assertThat(new TimeInStage.Stays(8, 1, 0, 0).meanDays()).isEqualTo(new BigDecimal("0.13"));
        assertThat(new TimeInStage.Stays(3, 0, 0, 0).meanDays()).isEqualTo(new BigDecimal("0.00"));
        assertThat(TimeInStage.Stays.NONE.meanDays()).isNull();
    }

    @Test
    void a_retired_stage_is_there_with_stays_and_left_out_without() {
        for (String code : List.of("PROPOSAL", "NEGOTIATION")) {
            Choice stage = bench.system().lists().find(ChoiceKind.STAGE, code).orElseThrow();
            bench.system().choices().retire(stage.id(), stage.version());
        }

        assertThat(TimeInStage.of(bench.desk(), ALL).rows())
                .extracting(TimeInStage.Row::stage, row -> row.stays().ended())
                .containsExactly(tuple("QUALIFICATION", 3L), tuple("NEEDS", 0L), tuple("PROPOSAL", 1L));
    }

    @Test
    void a_crm_without_deals_has_every_stage_with_zeros() {
        TimeInStage none = TimeInStage.of(Workbench.inMemory().desk(), ALL);

        assertThat(none.rows()).hasSize(4).extracting(TimeInStage.Row::stays).containsOnly(TimeInStage.Stays.NONE);
        assertThat(none.total()).isEqualTo(TimeInStage.Stays.NONE);
    }

    private String text(OpportunityFilter filter, Locale locale) {
        return ActivityCrm.text(TimeInStage.of(bench.desk(), filter).table(locale), locale);
    }

    private Opportunity open(String start) {
        return bench.desk()
                .opportunities()
                .open(bench.draft().stage("QUALIFICATION").start(LocalDate.parse(start)));
    }

    private Opportunity moved(Opportunity deal, String stage, String effectiveOn) {
        return bench.desk()
                .opportunities()
                .change(
                        deal.id(),
                        deal.version(),
                        OpportunityDraft.from(deal).stage(stage).effectiveOn(LocalDate.parse(effectiveOn)));
    }
}
