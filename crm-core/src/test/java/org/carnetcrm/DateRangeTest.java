package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carnetcrm.followup.BusinessDocument;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

class DateRangeTest {

    private static final LocalDate TOO_LATE = LocalDate.of(10_000, 1, 1);

    private final Workbench bench = Workbench.inMemory();
    private final Desk desk = bench.desk();
    private final Relation acme = bench.relation("Acme");

    @Test
    void a_date_that_no_database_holds_is_refused_as_such_and_not_as_the_future() {
        BusinessDocument order = desk.documents().add(DocumentDraft.order("SO-1", acme.id()));

        refused("effectiveOn date.range", () -> desk.relations().correct(acme.id(), 1, 1, "CUSTOMER", TOO_LATE));
        refused("closedOn date.range", () -> desk.documents().close(order.id(), 1, TOO_LATE));
        refused(
                "closedOn date.future",
                () -> desk.documents().close(order.id(), 1, bench.today().plusDays(1)));
    }

    private static void refused(String problem, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(each -> each.path() + " " + each.key())
                                .containsExactly(problem));
    }
}
