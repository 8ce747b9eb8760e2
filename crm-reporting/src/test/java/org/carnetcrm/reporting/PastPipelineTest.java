package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.opportunity.AsOf;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

/**
 * A deal of 1000 at 50 % is opened on 2 March 2026; on the 5th it is known to have been worth 2000 at 75 % since the 3rd,
 * in negotiation. The clock stands at nine.
 */
class PastPipelineTest {

    private final Workbench bench = Workbench.inMemory();

    PastPipelineTest() {
        bench.on(LocalDate.of(2026, 3, 2));
        Opportunity deal = bench.desk()
                .opportunities()
                .open(OpportunityDraft.about(bench.relation("Acme").id())
                        .subject("Web site")
                        .stage("PROPOSAL")
                        .value("1000"));
        bench.on(LocalDate.of(2026, 3, 5));
        bench.desk()
                .opportunities()
                .change(
                        deal.id(),
                        deal.version(),
                        OpportunityDraft.from(deal)
                                .stage("NEGOTIATION")
                                .value("2000")
                                .effectiveOn(LocalDate.of(2026, 3, 3)));
        bench.on(LocalDate.of(2026, 4, 1));
    }

    @Test
    void b4_the_pipeline_as_of_a_date_is_that_which_was_known_then() {
        assertThat(stages("2026-03-04", "2026-03-04T23:00:00Z")).containsExactly("PROPOSAL 1 500.00");
        assertThat(stages("2026-03-04", "2026-03-05T09:00:00Z")).containsExactly("NEGOTIATION 1 1500.00");
        assertThat(stages("2026-03-02", "2026-03-05T09:00:00Z")).containsExactly("PROPOSAL 1 500.00");
        assertThat(stages("2026-03-01", "2026-03-05T09:00:00Z")).isEmpty();
    }

    @Test
    void b4_the_table_of_a_past_pipeline_says_its_date_and_what_was_known_in_each_language() {
        OpportunityFilter past = past("2026-03-04", "2026-03-04T23:00:30.5Z");

        assertThat(pipeline(past, Locale.ENGLISH).notes())
                .containsExactly("As of 4 Mar 2026, as known at 4 Mar 2026 23:00:30.500 UTC.");
        assertThat(pipeline(past, Locale.FRENCH).notes())
                .containsExactly("Au 04/03/2026, selon ce qui était connu le 04/03/2026 23:00:30.500 UTC.");
        assertThat(pipeline(past, ActivityCrm.DUTCH).notes())
                .containsExactly("Op 04-03-2026, zoals bekend op 04-03-2026 23:00:30.500 UTC.");
        assertThat(pipeline(OpportunityFilter.all(), Locale.ENGLISH).notes()).isEmpty();
    }

    @Test
    void b4_every_report_on_deals_of_the_past_says_so() {
        OpportunityFilter past = past("2026-03-04", "2026-03-04T23:00:00Z");

        assertThat(List.of(
                        SuccessLevels.of(bench.desk(), past).table(Locale.ENGLISH),
                        PerRepresentative.of(bench.desk(), past).table(Locale.ENGLISH),
                        Outcomes.overall(bench.desk(), past).table(Locale.ENGLISH),
                        Outcomes.byQuarter(bench.desk(), past).table(Locale.ENGLISH),
                        Outcomes.byMonth(bench.desk(), past).table(Locale.ENGLISH)))
                .allSatisfy(table -> assertThat(table.notes())
                        .containsExactly("As of 4 Mar 2026, as known at 4 Mar 2026 23:00 UTC."));
    }

    @Test
    void b4_what_a_row_of_the_past_counts_is_listed_by_its_filter() {
        for (PipelineByStage.Row row : PipelineByStage.of(bench.desk(), past("2026-03-04", "2026-03-04T23:00:00Z"))
                .rows()) {
            assertThat(bench.desk().opportunities().summarise(row.filter()).stream()
                            .mapToLong(summary -> summary.measures().count())
                            .sum())
                    .isEqualTo(row.count());
        }
    }

    private Table pipeline(OpportunityFilter filter, Locale locale) {
        return PipelineByStage.of(bench.desk(), filter).table(locale);
    }

    private List<String> stages(String date, String knownAt) {
        return PipelineByStage.of(bench.desk(), past(date, knownAt)).rows().stream()
                .filter(row -> row.count() > 0)
                .map(row -> row.stage() + " " + row.count() + " " + row.total().amount())
                .toList();
    }

    private static OpportunityFilter past(String date, String knownAt) {
        return OpportunityFilter.all().asOf(new AsOf(LocalDate.parse(date), Instant.parse(knownAt)));
    }
}
