package org.carnetcrm.choice;

/**
 * What an action is: a visit, a call.
 *
 * @param entry its code, names and place
 */
public record ActionType(Entry entry) implements Choice {

    /** Makes one from its code and a name for any language. */
    public static ActionType of(String code, String label) {
        return of(code, Labels.of(label));
    }

    /** Makes one from its code and names. */
    public static ActionType of(String code, Labels labels) {
        return new ActionType(Entry.of(code, labels));
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.ACTION_TYPE;
    }

    @Override
    public ActionType withEntry(Entry entry) {
        return new ActionType(entry);
    }
}
