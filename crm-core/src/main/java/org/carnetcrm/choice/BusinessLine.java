package org.carnetcrm.choice;

/**
 * The part of the business that a deal is for.
 *
 * @param entry its code, names and place
 */
public record BusinessLine(Entry entry) implements Choice {

    /** Makes one from its code and a name for any language. */
    public static BusinessLine of(String code, String label) {
        return of(code, Labels.of(label));
    }

    /** Makes one from its code and names. */
    public static BusinessLine of(String code, Labels labels) {
        return new BusinessLine(Entry.of(code, labels));
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.BUSINESS_LINE;
    }

    @Override
    public BusinessLine withEntry(Entry entry) {
        return new BusinessLine(entry);
    }
}
