package org.carnetcrm.benchmarks.jdbc;

/**
 * How large a CRM is. A larger one has more relations and representatives, each with somewhat more.
 *
 * @param count the actions, and as many deals
 * @param relations the relations
 * @param representatives the representatives, each of whom manages as many relations as the others
 */
record Scale(int count, int relations, int representatives) {

    static Scale of(int count) {
        return switch (count) {
            case 10_000 -> new Scale(count, 100, 10);
            case 100_000 -> new Scale(count, 500, 50);
            case 1_000_000 -> new Scale(count, 2_500, 250);
            default -> throw new IllegalArgumentException("no CRM of " + count + " deals is described");
        };
    }

    String schema() {
        return "carnet_bench_" + count;
    }
}
