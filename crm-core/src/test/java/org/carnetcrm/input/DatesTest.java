package org.carnetcrm.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.followup.DocumentDraft;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.testkit.Workbench;
import org.junit.jupiter.api.Test;

class DatesTest {

    private static final LocalDate TOO_EARLY = LocalDate.of(0, 12, 31);
    private static final LocalDate TOO_LATE = LocalDate.of(10_000, 1, 1);

    @Test
    void a_date_lies_between_the_years_1_and_9999() {
        assertThat(Dates.flaw(null)).isNull();
        assertThat(Dates.flaw(Dates.EARLIEST)).isNull();
        assertThat(Dates.flaw(Dates.LATEST)).isNull();
        assertThat(Dates.flaw(TOO_EARLY)).isEqualTo("date.range");
        assertThat(Dates.flaw(TOO_LATE)).isEqualTo("date.range");
        assertThat(Dates.requireOrNone("date", null)).isNull();
        assertThat(Dates.require("date", Dates.LATEST)).isEqualTo(Dates.LATEST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dates.require("date", LocalDate.MAX))
                .withMessageContaining("date of +999999999-12-31");
    }

    @Test
    void a_date_that_no_database_holds_is_a_problem_of_its_field() {
        Workbench bench = Workbench.inMemory();
        bench.system().choices().add(ActionType.of("VISIT", "Visit"));
        RelationId acme = bench.relation("Acme").id();

        refused("date", () -> bench.desk().notes().add(NoteDraft.about(acme).date(LocalDate.MAX)));
        refused(
                "chaseOn",
                () -> bench.desk()
                        .documents()
                        .add(DocumentDraft.order("1", acme).chaseOn(TOO_LATE)));
        refused(
                "schedule.on",
                () -> bench.desk().actions().plan(ActionDraft.with(acme).on(LocalDate.MAX)));
        refused(
                "expectedClosing",
                () -> bench.desk()
                        .opportunities()
                        .open(OpportunityDraft.about(acme).subject("Far").expectedClosing(LocalDate.MAX)));
        refused(
                "effectiveOn",
                () -> bench.desk().relations().add(RelationDraft.company("Old").effectiveOn(LocalDate.MIN)));
        assertThat(bench.desk().relations().history(acme).rows()).hasSize(1);
    }

    @Test
    void a_date_beyond_the_range_is_not_told_to_lie_in_the_future_as_well() {
        Workbench bench = Workbench.inMemory();
        assertThatThrownBy(() -> bench.desk()
                        .relations()
                        .add(RelationDraft.company("Far").effectiveOn(TOO_LATE)))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path() + " " + problem.key())
                                .containsExactly("effectiveOn date.range"));
    }

    private static void refused(String field, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.problems()).anySatisfy(problem -> {
                            assertThat(problem.path()).isEqualTo(field);
                            assertThat(problem.key()).isEqualTo("date.range");
                        }));
    }
}
