package org.carnetcrm.choice;

import java.util.Objects;

/**
 * What every choice has: its place in a list.
 *
 * @param code the code, which never changes
 * @param labels the names by language
 * @param position the place in the list, lowest first; equal places go by code
 * @param retired whether it is no longer offered; what was recorded with it keeps it
 * @param version 1 when it is made, and one more with each change
 */
public record Entry(String code, Labels labels, int position, boolean retired, int version) {

    /** Refuses missing parts. */
    public Entry {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(labels, "labels");
    }

    static Entry of(String code, Labels labels) {
        return new Entry(code, labels, 0, false, 1);
    }

    /** Gives the entry with other names. */
    public Entry withLabels(Labels labels) {
        return new Entry(code, labels, position, retired, version);
    }

    /** Gives the entry at another place. */
    public Entry withPosition(int position) {
        return new Entry(code, labels, position, retired, version);
    }

    /** Gives the entry retired, or back in force. */
    public Entry withRetired(boolean retired) {
        return new Entry(code, labels, position, retired, version);
    }

    Entry withVersion(int version) {
        return new Entry(code, labels, position, retired, version);
    }
}
