package org.carnetcrm.choice;

/**
 * What kind of deal it is.
 *
 * @param entry its code, names and place
 */
public record Category(Entry entry) implements Choice {

    /** Makes one from its code and a name for any language. */
    public static Category of(String code, String label) {
        return of(code, Labels.of(label));
    }

    /** Makes one from its code and names. */
    public static Category of(String code, Labels labels) {
        return new Category(Entry.of(code, labels));
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.CATEGORY;
    }

    @Override
    public Category withEntry(Entry entry) {
        return new Category(entry);
    }
}
