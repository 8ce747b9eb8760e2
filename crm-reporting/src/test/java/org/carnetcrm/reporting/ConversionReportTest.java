package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.junit.jupiter.api.Test;

/**
 * Two prospects of 12 March 2026 become customers in April: Acme on the 1st by Lea's visit, completed on the 2nd, and Béta
 * on the 3rd by the system, directly. Acme is a prospect again from the 10th, and a customer from the 12th by Bob's call.
 */
class ConversionReportTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);

    private final ActivityCrm crm = new ActivityCrm();

    ConversionReportTest() {
        Action visit = crm.plan(crm.action(crm.acme, crm.lea, "VISIT", "2026-04-01")
                .subject("First visit")
                .newStatus("CUSTOMER"));
        crm.bench.on(LocalDate.of(2026, 4, 2));
        crm.desk
                .actions()
                .complete(visit.id(), visit.version(), ActionDraft.from(visit).doneOn(FIRST));
        crm.bench.on(LocalDate.of(2026, 4, 3));
        change(crm.bench.system(), crm.beta, "CUSTOMER");
        crm.bench.on(LocalDate.of(2026, 4, 10));
        change(crm.desk, crm.acme, "PROSPECT");
        crm.bench.on(LocalDate.of(2026, 4, 12));
        crm.bobs()
                .actions()
                .record(crm.action(crm.acme, crm.bob, "CALL", "2026-04-12").newStatus("CUSTOMER"));
    }

    @Test
    void d11_each_prospect_that_became_a_customer_stands_once_with_the_action_behind_it() {
        assertThat(text(false, Locale.ENGLISH)).isEqualTo("""
                Prospects that became customers
                From 1 Apr 2026 to 30 Apr 2026: conversions: 2; relations: 2.

                Effective on  Relation  From      To        By        Type of action  Subject      Repeated  Recorded at
                ------------  --------  --------  --------  --------  --------------  -----------  --------  --------------------
                1 Apr 2026    Acme      Prospect  Customer  Lea       Visit           First visit            2 Apr 2026 09:00 UTC
                3 Apr 2026    Béta      Prospect  Customer  (system)                                         3 Apr 2026 09:00 UTC

                """);
    }

    @Test
    void d11_repeated_conversions_stand_too_when_asked_for_and_are_marked() {
        assertThat(text(true, Locale.FRENCH)).isEqualTo("""
                Prospects devenus clients
                Du 01/04/2026 au 30/04/2026 : conversions : 3 ; relations : 2.

                Prise d’effet  Relation  De        À       Par        Type d’action  Objet        Répétée  Enregistré le
                -------------  --------  --------  ------  ---------  -------------  -----------  -------  --------------------
                01/04/2026     Acme      Prospect  Client  Lea        Visite         First visit           02/04/2026 09:00 UTC
                03/04/2026     Béta      Prospect  Client  (système)                                       03/04/2026 09:00 UTC
                12/04/2026     Acme      Prospect  Client  Bob        Appel                       oui      12/04/2026 09:00 UTC

                """);
    }

    @Test
    void both_days_of_the_period_are_included_and_a_repeated_conversion_alone_is_none() {
        assertThat(ConversionReport.between(crm.desk, FIRST, FIRST, false).rows())
                .extracting(row -> row.conversion().relationName(), ConversionReport.Row::subject)
                .containsExactly(tuple("Acme", "First visit"));
        assertThat(ConversionReport.between(crm.desk, FIRST.plusDays(3), LAST, false)
                        .rows())
                .isEmpty();
        assertThat(ConversionReport.between(crm.desk, LAST, LAST, true)
                        .table(ActivityCrm.DUTCH)
                        .notes())
                .containsExactly("Van 30-04-2026 tot en met 30-04-2026: conversies: 0; relaties: 0.");
    }

    @Test
    void an_action_that_was_discarded_takes_its_conversion_with_it() {
        Relation gamma = crm.bench.relation("Gamma");
        Action call =
                crm.record(crm.action(gamma, crm.lea, "CALL", "2026-04-12").newStatus("CUSTOMER"));
        assertThat(rows()).contains("Gamma");
        crm.desk.actions().discard(call.id(), call.version());
        assertThat(rows()).doesNotContain("Gamma");
    }

    @Test
    void a_csv_file_has_plain_dates_instants_and_marks() {
        assertThat(ActivityCrm.csv(ConversionReport.between(crm.desk, FIRST.plusDays(5), LAST, true)
                        .table(Locale.ENGLISH)))
                .isEqualTo("effectiveOn,relation,fromStatus,toStatus,by,actionType,subject,repeated,recordedAt\r\n"
                        + "2026-04-12,Acme,Prospect,Customer,Bob,Call,,true,2026-04-12T09:00:00Z\r\n");
    }

    private List<String> rows() {
        return ConversionReport.between(crm.desk, FIRST, LAST, false).rows().stream()
                .map(row -> row.conversion().relationName())
                .toList();
    }

    private String text(boolean repeated, Locale locale) {
        return ActivityCrm.text(
                ConversionReport.between(crm.desk, FIRST, LAST, repeated).table(locale), locale);
    }

    private static void change(Desk desk, Relation relation, String status) {
        Relation present = desk.relations().find(relation.id()).orElseThrow();
        desk.relations()
                .change(
                        present.id(),
                        present.version(),
                        RelationDraft.from(present).status(status));
    }
}
