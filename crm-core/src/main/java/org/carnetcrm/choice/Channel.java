package org.carnetcrm.choice;

/**
 * How a follow-up is made: phone, mail, letter.
 *
 * @param entry its code, names and place
 */
public record Channel(Entry entry) implements Choice {

    /** Makes one from its code and a name for any language. */
    public static Channel of(String code, String label) {
        return of(code, Labels.of(label));
    }

    /** Makes one from its code and names. */
    public static Channel of(String code, Labels labels) {
        return new Channel(Entry.of(code, labels));
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.CHANNEL;
    }

    @Override
    public Channel withEntry(Entry entry) {
        return new Channel(entry);
    }
}
