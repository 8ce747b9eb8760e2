package org.carnetcrm.choice;

/**
 * What a note is about.
 *
 * @param entry its code, names and place
 */
public record NoteType(Entry entry) implements Choice {

    /** Makes one from its code and a name for any language. */
    public static NoteType of(String code, String label) {
        return of(code, Labels.of(label));
    }

    /** Makes one from its code and names. */
    public static NoteType of(String code, Labels labels) {
        return new NoteType(Entry.of(code, labels));
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.NOTE_TYPE;
    }

    @Override
    public NoteType withEntry(Entry entry) {
        return new NoteType(entry);
    }
}
