package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.junit.jupiter.api.Test;

/** How many actions there are; counted by hand from {@link ActivityCrm#withActions}. */
class ActivityCountsTest {

    private static final ActionFilter ALL = ActionFilter.all();

    private final ActivityCrm crm = ActivityCrm.withActions();

    @Test
    void d6_planned_done_and_cancelled_are_counted_apart() {
        assertThat(text(ActionDimension.TYPE, Locale.ENGLISH)).isEqualTo("""
                Actions by type

                Type   Planned  Done  Cancelled
                -----  -------  ----  ---------
                Call         0     2          0
                Visit        1     1          1
                -----  -------  ----  ---------
                Total        1     3          1

                """);
        assertThat(text(ActionDimension.MONTH, Locale.FRENCH)).isEqualTo("""
                Actions par mois

                Mois        Planifiées  Réalisées  Annulées
                ----------  ----------  ---------  --------
                janv. 2026           0          2         0
                févr. 2026           0          1         0
                avr. 2026            1          0         1
                ----------  ----------  ---------  --------
                Total                1          3         1

                """);
        assertThat(text(ActionDimension.STATUS, ActivityCrm.DUTCH)).isEqualTo("""
                Acties per status

                Status       Gepland  Uitgevoerd  Geannuleerd
                -----------  -------  ----------  -----------
                Uitgevoerd         0           3            0
                Gepland            1           0            0
                Geannuleerd        0           0            1
                -----------  -------  ----------  -----------
                Totaal             1           3            1

                """);
    }

    @Test
    void d4_an_action_counts_once_for_who_carries_it_out_and_not_for_who_goes_along() {
        assertThat(ActivityCounts.by(crm.desk, ALL, ActionDimension.REPRESENTATIVE)
                        .rows())
                .extracting(ActivityCounts.Row::label, ActivityCounts.Row::counts)
                .containsExactly(
                        tuple("Lea", new ActivityCounts.Counts(1, 2, 1)),
                        tuple("Bob", new ActivityCounts.Counts(0, 1, 0)));
    }

    @Test
    void deals_are_called_by_their_subjects_and_a_discarded_one_has_no_name() {
        Opportunity site = deal("Web site");
        Opportunity mistake = deal("Mistake");
        crm.plan(crm.action(crm.acme, crm.lea, "CALL", "2026-05-01").opportunity(site.id()));
        crm.record(crm.action(crm.acme, crm.lea, "CALL", "2026-03-01").opportunity(mistake.id()));
        crm.desk.opportunities().discard(mistake.id(), mistake.version(), null);

        ActivityCounts counts = ActivityCounts.by(crm.desk, ALL, ActionDimension.OPPORTUNITY);

        assertThat(counts.rows())
                .extracting(ActivityCounts.Row::label, row -> row.counts().all())
                .containsExactly(tuple("(none)", 5L), tuple("(discarded)", 1L), tuple("Web site", 1L));
        assertThat(counts.table(Locale.FRENCH).rows().get(1).get(0)).isEqualTo("(supprimée)");
    }

    @Test
    void the_rows_by_progress_are_called_in_the_language_of_who_reads() {
        assertThat(ActivityCounts.by(crm.desk, ALL, ActionDimension.PROGRESS)
                        .table(Locale.FRENCH)
                        .rows())
                .containsExactly(
                        List.of("Réalisée", 0L, 3L, 0L),
                        List.of("Planifiée", 1L, 0L, 0L),
                        List.of("Annulée", 0L, 0L, 1L));
    }

    @Test
    void products_and_currencies_are_of_cost_lines_and_count_no_actions() {
        assertThatThrownBy(() -> ActivityCounts.by(crm.desk, ALL, ActionDimension.PRODUCT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cost lines");
    }

    @Test
    void no_action_gives_no_row_and_a_total_of_zeros() {
        ActivityCounts none = ActivityCounts.by(new ActivityCrm().desk, ALL, ActionDimension.TYPE);

        assertThat(none.rows()).isEmpty();
        assertThat(none.total()).isEqualTo(ActivityCounts.Counts.NONE);
        assertThat(ActivityCrm.text(none.table(Locale.FRENCH), Locale.FRENCH)).contains("\n(rien à afficher)\n");
    }

    private Opportunity deal(String subject) {
        return crm.desk
                .opportunities()
                .open(OpportunityDraft.about(crm.acme.id()).subject(subject));
    }

    private String text(ActionDimension dimension, Locale locale) {
        return ActivityCrm.text(ActivityCounts.by(crm.desk, ALL, dimension).table(locale), locale);
    }
}
