package org.carnetcrm.choice;

import java.util.Objects;

/**
 * Why a deal was lost or abandoned.
 *
 * @param entry its code, names and place
 * @param responsibility who is responsible
 */
public record ClosingCode(Entry entry, Responsibility responsibility) implements Choice {

    /** Refuses missing parts. */
    public ClosingCode {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(responsibility, "responsibility");
    }

    /** Makes one from its code and a name for any language. */
    public static ClosingCode of(String code, String label, Responsibility responsibility) {
        return of(code, Labels.of(label), responsibility);
    }

    /** Makes one from its code and names. */
    public static ClosingCode of(String code, Labels labels, Responsibility responsibility) {
        return new ClosingCode(Entry.of(code, labels), responsibility);
    }

    @Override
    public ChoiceKind list() {
        return ChoiceKind.CLOSING_CODE;
    }

    @Override
    public ClosingCode withEntry(Entry entry) {
        return new ClosingCode(entry, responsibility);
    }

    @Override
    public String nature() {
        return responsibility.name();
    }
}
