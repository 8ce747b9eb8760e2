package org.carnetcrm.choice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** All configured lists of a tenant: immutable, each list in the order of position, then code. */
public final class ChoiceLists {

    private static final Comparator<Choice> ORDER =
            Comparator.<Choice>comparingInt(choice -> choice.entry().position()).thenComparing(Choice::code);

    private final Map<ChoiceKind, List<Choice>> lists = new EnumMap<>(ChoiceKind.class);
    private final Map<ChoiceKind, List<Choice>> offered = new EnumMap<>(ChoiceKind.class);
    private final Map<ChoiceKind, Map<String, Choice>> byCode = new EnumMap<>(ChoiceKind.class);

    private ChoiceLists(Collection<? extends Choice> choices) {
        for (ChoiceKind kind : ChoiceKind.values()) {
            List<Choice> list = choices.stream()
                    .filter(choice -> choice.list() == kind)
                    .sorted(ORDER)
                    .collect(Collectors.toUnmodifiableList());
            lists.put(kind, list);
            offered.put(
                    kind, list.stream().filter(choice -> !choice.isRetired()).toList());
            byCode.put(kind, new HashMap<>());
        }
        for (Choice choice : choices) {
            ChoiceId id = choice.id();
            codes(id.list()).put(id.code(), choice);
        }
    }

    /** Gives lists without entries. */
    public static ChoiceLists empty() {
        return new ChoiceLists(List.of());
    }

    /** Makes the lists from stored choices, whose places stay as they are. */
    public static ChoiceLists from(Collection<? extends Choice> choices) {
        return new ChoiceLists(choices);
    }

    /** Gives the lists with one more choice at the end of its list; one with the same code is replaced in its place. */
    public ChoiceLists with(Choice choice) {
        List<Choice> all = new ArrayList<>(all());
        Choice present = codes(choice.list()).get(choice.id().code());
        all.remove(present);
        int position = present != null ? present.entry().position() : end(choice.list());
        all.add(choice.withEntry(choice.entry().withPosition(position)));
        return new ChoiceLists(all);
    }

    /** Gives the place after the last choice of a list. */
    public int end(ChoiceKind kind) {
        List<Choice> list = of(kind);
        return list.isEmpty() ? 1 : list.get(list.size() - 1).entry().position() + 1;
    }

    /** Gives a whole list, retired choices included. */
    public List<Choice> of(ChoiceKind kind) {
        return Objects.requireNonNull(lists.get(kind));
    }

    /** Gives the choices of a list that are offered. */
    public List<Choice> inForce(ChoiceKind kind) {
        return Objects.requireNonNull(offered.get(kind));
    }

    /** Gives the choice with a code, retired or not. */
    public Optional<Choice> find(ChoiceKind kind, String code) {
        return Optional.ofNullable(codes(kind).get(code));
    }

    /** Gives the choice of a kind with a code, retired or not. */
    public <C extends Choice> Optional<C> find(ChoiceKind kind, String code, Class<C> type) {
        return find(kind, code).filter(type::isInstance).map(type::cast);
    }

    /** Gives every choice, list by list. */
    public List<Choice> all() {
        return lists.values().stream().flatMap(List::stream).toList();
    }

    private Map<String, Choice> codes(ChoiceKind kind) {
        return Objects.requireNonNull(byCode.get(kind));
    }
}
