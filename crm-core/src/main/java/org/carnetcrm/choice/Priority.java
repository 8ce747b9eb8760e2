package org.carnetcrm.choice;

/**
 * How much a relation matters.
 *
 * @param entry its code, names and place
 */
public record Priority(Entry entry) implements Choice {

    /** Makes one from its code and a name for any language. */
    public static Priority of(String code, String label) {
        return of(code, Labels.of(label));
    }

    /** Makes one from its code and names. */
    public static Priority of(String code, Labels labels) {
        return new Priority(Entry.of(code, labels));
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.PRIORITY;
    }

    @Override
    public Priority withEntry(Entry entry) {
        return new Priority(entry);
    }
}
