package org.carnetcrm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;

/**
 * Changes the configured lists, which needs the permission {@link Permission#CONFIGURE_LISTS}. Reading them is
 * {@link Desk#lists()}. The lists of the prospecting part are refused by a CRM that is opened without it.
 */
public final class Choices {

    private final Desk desk;

    Choices(Desk desk) {
        this.desk = desk;
    }

    /** Adds a choice at the end of its list; a code that the list has already is refused. */
    public Choice add(Choice choice) {
        return configure(Objects.requireNonNull(choice, "choice").list(), work -> {
            ChoiceLists lists = work.choices();
            if (lists.find(choice.list(), choice.code()).isPresent()) {
                throw InvalidException.of(
                        Problem.of("code", choice.code(), "choice.taken").with("list", choice.list()));
            }
            return work.add(
                    lists.with(choice).find(choice.list(), choice.code()).orElseThrow());
        });
    }

    /** Gives a choice other names. */
    public Choice rename(ChoiceId id, int version, Labels labels) {
        return change(id, version, choice -> choice.withEntry(choice.entry().withLabels(labels)));
    }

    /** Retires a choice: it is no longer offered, and what was recorded with it keeps it. */
    public Choice retire(ChoiceId id, int version) {
        return change(id, version, choice -> choice.withEntry(choice.entry().withRetired(true)));
    }

    /** Offers a retired choice again. */
    public Choice restore(ChoiceId id, int version) {
        return change(id, version, choice -> choice.withEntry(choice.entry().withRetired(false)));
    }

    /** Orders a list: the codes must be those of the whole list, retired ones included, each once. */
    public List<Choice> reorder(ChoiceKind list, List<String> codes) {
        return configure(list, work -> {
            List<Choice> present = work.choices().of(list);
            List<String> known = present.stream().map(Choice::code).toList();
            if (codes.size() != known.size() || !new HashSet<>(codes).equals(new HashSet<>(known))) {
                throw InvalidException.of(Problem.of("codes", String.join(", ", codes), "choice.order")
                        .with("present", String.join(", ", known)));
            }
            List<Choice> ordered = new ArrayList<>();
            for (String code : codes) {
                Choice choice = work.choices().find(list, code).orElseThrow();
                Choice placed = choice.withEntry(choice.entry().withPosition(ordered.size() + 1));
                ordered.add(work.<Choice>change(choice, placed, false));
            }
            return List.copyOf(ordered);
        });
    }

    private Choice change(ChoiceId id, int version, java.util.function.UnaryOperator<Choice> next) {
        return configure(id.list(), work -> {
            Choice present = work.get(Choice.class, id, version);
            return work.<Choice>change(present, next.apply(present), true);
        });
    }

    private <T> T configure(ChoiceKind list, Function<Work, T> command) {
        return desk.command(work -> {
            if (list.isProspecting()) {
                desk.requireOpportunities();
            }
            desk.require(Permission.CONFIGURE_LISTS);
            return command.apply(work);
        });
    }
}
