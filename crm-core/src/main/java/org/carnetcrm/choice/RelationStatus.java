package org.carnetcrm.choice;

import java.util.Objects;

/**
 * Where a relation stands with us.
 *
 * @param entry its code, names and place
 * @param phase the phase that it counts in
 */
public record RelationStatus(Entry entry, Phase phase) implements Choice {

    /** Refuses missing parts. */
    public RelationStatus {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(phase, "phase");
    }

    /** Makes one from its code and a name for any language. */
    public static RelationStatus of(String code, String label, Phase phase) {
        return of(code, Labels.of(label), phase);
    }

    /** Makes one from its code and names. */
    public static RelationStatus of(String code, Labels labels, Phase phase) {
        return new RelationStatus(Entry.of(code, labels), phase);
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.RELATION_STATUS;
    }

    @Override
    public RelationStatus withEntry(Entry entry) {
        return new RelationStatus(entry, phase);
    }

    @Override
    public String nature() {
        return phase.name();
    }
}
