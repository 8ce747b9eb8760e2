package org.carnetcrm.reporting;

import java.util.Comparator;

/**
 * The place of a row: its currency and the text that what it counts shares.
 *
 * @param currency the code of the currency
 * @param key the text
 */
record Group(String currency, String key) implements Comparable<Group> {

    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::currency).thenComparing(Group::key);

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
