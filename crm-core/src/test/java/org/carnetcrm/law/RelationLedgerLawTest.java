package org.carnetcrm.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carnetcrm.testkit.Workbench.FIRST_DAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.carnetcrm.Desk;
import org.carnetcrm.action.Action;
import org.carnetcrm.action.ActionDraft;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.Aspect;
import org.carnetcrm.relation.Conversion;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationChange;
import org.carnetcrm.relation.RelationDraft;
import org.carnetcrm.relation.RelationHistory;
import org.carnetcrm.testkit.Workbench;

/**
 * Whatever is done, undone, backdated and corrected, the history of a relation answers as a plain list of the facts that
 * still count would: a take-back is the absence of a fact.
 */
class RelationLedgerLawTest {

    private static final int EARLIEST = -6;

    /** What is done, as often as it is listed: most undoings find nothing to undo. */
    private static final List<What> LIKELY = List.of(
            What.RECORD,
            What.RECORD,
            What.RECORD,
            What.CHANGE,
            What.CORRECT,
            What.UNDO,
            What.UNDO,
            What.UNDO,
            What.REDO,
            What.SUPPLEMENT);

    /** What a person does: to which status, on which day counted from today, and to which of the rows or actions. */
    private record Step(What what, String status, int day, int target) {}

    private enum What {
        RECORD,
        CHANGE,
        CORRECT,
        UNDO,
        REDO,
        SUPPLEMENT
    }

    /** A row of the history that counts. */
    private record Fact(int number, String status, LocalDate on) {}

    private static final class World {

        private final Workbench bench = Workbench.inMemory();
        private final Desk desk = bench.desk();
        private final Relation acme;
        private final List<ActionId> actions = new ArrayList<>();
        private final Map<Integer, Fact> facts = new HashMap<>();
        private int read;

        private World() {
            bench.system().choices().add(ActionType.of("VISIT", "Visit"));
            acme = desk.relations().add(RelationDraft.company("Acme").effectiveOn(FIRST_DAY.plusDays(EARLIEST)));
            learn();
        }

        private List<RelationChange> rows() {
            return desk.relations().history(acme.id()).rows();
        }

        /** Keeps the facts by what each new row says of itself; what a take-back restates is left aside. */
        private void learn() {
            List<RelationChange> rows = rows();
            for (RelationChange row : rows.subList(read, rows.size())) {
                facts.remove(row.replaces());
                if (row.kind() != RelationChange.Kind.TAKE_BACK) {
                    facts.put(row.number(), new Fact(row.number(), row.to(), row.effectiveOn()));
                }
            }
            read = rows.size();
        }

        private Optional<String> inForce(LocalDate date) {
            return inOrder().stream()
                    .filter(fact -> !fact.on().isAfter(date))
                    .reduce((earlier, later) -> later)
                    .map(Fact::status);
        }

        private List<Fact> inOrder() {
            return facts.values().stream()
                    .sorted(Comparator.comparing(Fact::on).thenComparing(Fact::number))
                    .toList();
        }

        private List<Integer> conversions() {
            List<Integer> found = new ArrayList<>();
            boolean prospect = false;
            for (Fact fact : inOrder()) {
                if (prospect && fact.status().equals("CUSTOMER")) {
                    found.add(fact.number());
                }
                prospect = fact.status().equals("PROSPECT")
                        || (prospect && !fact.status().equals("CUSTOMER"));
            }
            return found;
        }

        private void take(Step step) {
            LocalDate day = FIRST_DAY.plusDays(step.day());
            Relation present = desk.relations().find(acme.id()).orElseThrow();
            ActionDraft draft =
                    ActionDraft.with(acme.id()).newStatus(step.status()).doneOn(day);
            switch (step.what()) {
                case RECORD -> actions.add(desk.actions().record(draft).id());
                case CHANGE ->
                    desk.relations()
                            .change(
                                    acme.id(),
                                    present.version(),
                                    RelationDraft.from(present)
                                            .status(step.status())
                                            .effectiveOn(day));
                case CORRECT ->
                    desk.relations()
                            .correct(
                                    acme.id(),
                                    present.version(),
                                    1 + step.target() % rows().size(),
                                    step.status(),
                                    day);
                default ->
                    actions.stream()
                            .skip(actions.isEmpty() ? 0 : step.target() % actions.size())
                            .findFirst()
                            .flatMap(desk.actions()::find)
                            .ifPresent(action -> take(step.what(), action, draft));
            }
        }

        private void take(What what, Action action, ActionDraft draft) {
            boolean done = action.progress() == Progress.DONE;
            if (what == What.UNDO && done) {
                desk.actions().undo(action.id(), action.version());
            } else if (what == What.REDO && !done) {
                desk.actions().complete(action.id(), action.version(), draft);
            } else if (what == What.SUPPLEMENT && done) {
                desk.actions().change(action.id(), action.version(), draft);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(LIKELY),
                        Arbitraries.of("PROSPECT", "CUSTOMER", "FORMER"),
                        Arbitraries.integers().between(EARLIEST - 1, 0),
                        Arbitraries.integers().between(0, 20))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    @Property(tries = 400)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void d11_x2_the_history_answers_as_the_facts_that_still_count_would(@ForAll("histories") List<Step> steps) {
        World world = new World();
        for (Step step : steps) {
            List<RelationChange> before = world.rows();
            boolean refused = false;
            try {
                world.take(step);
            } catch (InvalidException e) {
                refused = true;
                assertThat(world.rows()).as("a refused command writes nothing").isEqualTo(before);
            }
            assertThat(world.rows().subList(0, before.size()))
                    .as("only appended to")
                    .isEqualTo(before);
            world.learn();
            Statistics.label("refused").collect(refused);
            check(world);
        }
        boolean takenBack = world.rows().stream().anyMatch(row -> row.kind() == RelationChange.Kind.TAKE_BACK);
        Statistics.label("taken back").collect(takenBack);
        Statistics.label("taken back").coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
    }

    private static void check(World world) {
        RelationHistory history = world.desk.relations().history(world.acme.id());
        for (LocalDate day = FIRST_DAY.plusDays(EARLIEST - 2); !day.isAfter(FIRST_DAY); day = day.plusDays(1)) {
            assertThat(history.inForce(Aspect.STATUS, day).map(RelationChange::to))
                    .as("in force on %s of %s", day, history)
                    .isEqualTo(world.inForce(day));
        }
        Relation present = world.desk.relations().find(world.acme.id()).orElseThrow();
        assertThat(Optional.of(present.status())).isEqualTo(world.inForce(FIRST_DAY));
        assertThat(history.rows()).extracting(RelationChange::number).containsExactlyElementsOf(numbers(history));
        assertThat(world.desk.relations().conversions(FIRST_DAY.plusDays(EARLIEST - 2), FIRST_DAY, true))
                .extracting(Conversion::change)
                .extracting(RelationChange::number)
                .isEqualTo(world.conversions());
    }

    private static List<Integer> numbers(RelationHistory history) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= history.rows().size(); i++) {
            numbers.add(i);
        }
        return numbers;
    }
}
