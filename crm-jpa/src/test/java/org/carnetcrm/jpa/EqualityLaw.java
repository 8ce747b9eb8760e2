package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.testkit.CrmAnswers;
import org.carnetcrm.testkit.CrmArbitraries;
import org.carnetcrm.testkit.CrmHistory;
import org.carnetcrm.testkit.CrmPlayer;
import org.carnetcrm.testkit.Workbench;

/** Whatever is done, a CRM in a database and one in memory answer the same. */
abstract class EqualityLaw {

    private final TestDatabase kind;

    EqualityLaw(TestDatabase kind) {
        this.kind = kind;
    }

    @Provide
    Arbitrary<CrmHistory> histories() {
        return CrmArbitraries.histories(120);
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void what_a_history_gives_and_leaves_is_the_same_as_in_memory(@ForAll("histories") CrmHistory history) {
        Workbench memory = Workbench.inMemory();
        Workbench database = Workbench.within(new JpaUnits(kind.crm().entityManagers()));
        CrmPlayer expected = new CrmPlayer(memory);
        CrmPlayer actual = new CrmPlayer(database);
        for (CrmHistory.Step step : history.steps()) {
            assertThat(actual.play(step)).isEqualTo(expected.play(step));
        }
        assertThat(database.ids()).isEqualTo(memory.ids());
        same("what there is", actual.answers(), expected.answers());
        for (Actor actor : actors(memory, expected)) {
            same("what is told " + actor, told(database, actor), told(memory, actor));
            same("reports for " + actor, reports(database, actor), reports(memory, actor));
        }
    }

    private static List<Actor> actors(Workbench memory, CrmPlayer player) {
        List<Actor> actors = new ArrayList<>(player.blindActors());
        actors.add(player.administrator());
        actors.add(Actor.system(memory.tenant().name()));
        // Who may not see everything reads Dutch here, so that refusals are compared in all languages.
        return actors.stream()
                .map(actor -> actor.reading(actors.indexOf(actor) == 0 ? new Locale("nl") : actor.locale()))
                .toList();
    }

    private static List<Object> told(Workbench bench, Actor actor) {
        List<Object> answers = new ArrayList<>(CrmAnswers.to(bench, actor, bench.ids()));
        answers.addAll(CrmAnswers.pagesTo(bench, actor, bench.ids()));
        answers.addAll(CrmAnswers.refusals(bench, actor, bench.ids()));
        return answers;
    }

    private static List<String> reports(Workbench bench, Actor actor) {
        Instant before = bench.now();
        bench.on(Workbench.FIRST_DAY.plusDays(40));
        List<String> reports = bench.unit(actor, Reports::of);
        bench.at(before);
        return reports;
    }

    /** Compares one by one, so that a difference is shown alone. */
    private static void same(String what, List<?> actual, List<?> expected) {
        IntStream.range(0, Math.min(actual.size(), expected.size()))
                .forEach(i -> assertThat((Object) actual.get(i))
                        .as("%s, at %s", what, i)
                        .isEqualTo(expected.get(i)));
        assertThat(actual).as(what).hasSameSizeAs(expected);
    }
}
