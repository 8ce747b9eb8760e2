package org.carnetcrm.benchmarks;

/**
 * How large a CRM is. A larger one has more relations and representatives, each of which has somewhat more entries over
 * a longer time: ten entries a week for each representative, at every size.
 *
 * @param entries the actions, notes, documents, follow-ups and deals together
 * @param perRelation those of one relation
 * @param perRepresentative those of one representative
 */
record Size(int entries, int perRelation, int perRepresentative) {

    private static final int A_WEEK = 10;

    static Size of(int entries) {
        return switch (entries) {
            case 1_000 -> new Size(entries, 100, 500);
            case 100_000 -> new Size(entries, 200, 2_000);
            case 1_000_000 -> new Size(entries, 400, 4_000);
            default -> throw new IllegalArgumentException("no CRM of " + entries + " entries is described");
        };
    }

    int relations() {
        return entries / perRelation;
    }

    int representatives() {
        return entries / perRepresentative;
    }

    /** Gives how long the entries take. */
    int days() {
        return perRepresentative / A_WEEK * 7;
    }
}
