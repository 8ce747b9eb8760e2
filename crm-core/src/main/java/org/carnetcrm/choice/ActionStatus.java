package org.carnetcrm.choice;

import java.util.Objects;

/**
 * Where an action stands.
 *
 * @param entry its code, names and place
 * @param progress whether it counts as planned, done or cancelled
 */
public record ActionStatus(Entry entry, Progress progress) implements Choice {

    /** Refuses missing parts. */
    public ActionStatus {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(progress, "progress");
    }

    /** Makes one from its code and a name for any language. */
    public static ActionStatus of(String code, String label, Progress progress) {
        return of(code, Labels.of(label), progress);
    }

    /** Makes one from its code and names. */
    public static ActionStatus of(String code, Labels labels, Progress progress) {
        return new ActionStatus(Entry.of(code, labels), progress);
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.ACTION_STATUS;
    }

    @Override
    public ActionStatus withEntry(Entry entry) {
        return new ActionStatus(entry, progress);
    }

    @Override
    public String nature() {
        return progress.name();
    }
}
