package org.carnetcrm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.problem.CrmException;

/**
 * Non-interference: notes for administrators only change no byte of any answer to an actor who may not see them.
 *
 * <p>The same history is played twice, the second time with commands on such notes between its steps, which have ids and
 * instants of their own.
 */
abstract class VisibilityContract extends PastContract {

    private static final long ASIDE = 99;

    /** What a history told: what came of its steps, and all answers in its middle and at its end. */
    private record Told(List<CrmPlayer.Outcome> outcomes, List<Object> answers, List<UUID> hidden) {}

    @Property(shrinking = ShrinkingMode.OFF)
    void b8_q4_notes_for_administrators_only_change_no_byte_of_any_answer_to_others(
            @ForAll("histories") CrmHistory history, @ForAll("histories") CrmHistory aside) {
        Told with = told(history, aside.steps(), List.of());
        Told without = told(history, List.of(), with.hidden());

        assertThat(with.outcomes()).isEqualTo(without.outcomes());
        assertThat(with.answers()).isEqualTo(without.answers());
    }

    private Told told(CrmHistory history, List<CrmHistory.Step> aside, List<UUID> hidden) {
        Workbench bench = bench();
        CrmPlayer player = new CrmPlayer(bench);
        Workbench beside = bench.beside(ASIDE);
        List<CrmPlayer.Outcome> outcomes = new ArrayList<>();
        List<Object> answers = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        List<CrmHistory.Step> steps = history.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (i < aside.size()) {
                command(beside, player, notes, aside.get(i));
            }
            outcomes.add(player.play(steps.get(i)));
            if (i == steps.size() / 2) {
                answers.addAll(answers(bench, player, List.of()));
            }
        }
        List<UUID> ids = aside.isEmpty() ? hidden : beside.ids();
        answers.addAll(answers(bench, player, ids));
        return new Told(outcomes, answers, ids);
    }

    private static List<Object> answers(Workbench bench, CrmPlayer player, List<UUID> hidden) {
        List<UUID> ids = new ArrayList<>(bench.ids());
        ids.addAll(hidden);
        List<Object> answers = new ArrayList<>();
        for (Actor actor : player.blindActors()) {
            answers.addAll(CrmAnswers.to(bench, actor, ids));
            answers.addAll(CrmAnswers.pagesTo(bench, actor, ids));
            answers.addAll(CrmAnswers.refusals(bench, actor, hidden));
        }
        return answers;
    }

    /** Does something with notes that only an administrator sees; what is refused is fine. */
    private static void command(Workbench beside, CrmPlayer player, List<Note> notes, CrmHistory.Step step) {
        beside.at(beside.today().plusDays(step.days()), step.hour());
        try {
            beside.unit(player.administrator(), desk -> {
                if (notes.isEmpty() || step.variant() % 3 == 0) {
                    notes.add(desk.notes().add(draft(player, step)));
                    return notes;
                }
                int place = step.target() % notes.size();
                Note note = notes.get(place);
                switch (step.variant() % 5) {
                    case 0 -> notes.set(place, desk.notes().complete(note.id(), note.version()));
                    case 1 -> notes.set(place, desk.notes().pin(note.id(), note.version()));
                    case 2 -> {
                        desk.notes().discard(note.id(), note.version());
                        notes.remove(place);
                    }
                    case 3 -> notes.set(place, desk.notes().reopen(note.id(), note.version()));
                    default ->
                        notes.set(
                                place,
                                desk.notes()
                                        .change(
                                                note.id(),
                                                note.version(),
                                                NoteDraft.from(note).text(step.text())));
                }
                return notes;
            });
        } catch (CrmException refused) {
            // A refusal to an administrator must not show either.
        }
    }

    /** About any relation or deal, on any day, and with references that notes which everybody sees have too. */
    private static NoteDraft draft(CrmPlayer player, CrmHistory.Step step) {
        NoteDraft draft = NoteDraft.about(Scene.pick(player.relations(), step.target()))
                .date(Workbench.FIRST_DAY.plusDays(step.target() % 60))
                .type(Scene.pick(Arrays.asList("GENERAL", "SALES", null), step.variant()))
                .text(step.text())
                .pinned(step.target() % 2 == 0)
                .done(step.target() % 3 == 0)
                .adminOnly(true)
                .hostReference(step.variant() % 2 == 0 ? "N-" + step.target() % Scene.REFERENCES : null);
        return player.deals().isEmpty() || step.variant() % 4 == 0
                ? draft
                : draft.opportunity(Scene.pick(player.deals(), step.target()));
    }
}
