package org.carnetcrm.benchmarks.jdbc;

import java.time.LocalDate;
import java.util.UUID;

/** Which thing a turn is about. What is changed is changed once: each side has things of its own. */
final class Jobs {

    /** The pages before a far one. */
    static final int FAR = 8;

    /** The date of the view of the past: half of the deals had started by then. */
    static final LocalDate PAST = Filled.TODAY.minusDays(500);

    private final Filled filled;

    Jobs(Filled filled) {
        this.filled = filled;
    }

    UUID relation(int turn) {
        return filled.relations.get(turn % filled.relations.size());
    }

    UUID relationOfOpened(int turn) {
        return filled.relationsOfOpened.get(turn % filled.relationsOfOpened.size());
    }

    UUID representative(int turn) {
        return filled.representatives.get(turn % filled.representatives.size());
    }

    /** Gives how many turns of a side there are. */
    int turns() {
        return filled.scale.count() / 5;
    }

    /** Gives one of many actions that are done. */
    UUID action(int turn) {
        int relations = filled.scale.relations();
        int done = turn * 7 % (filled.scale.count() * 3 / 5);
        return Filled.id(
                1, (long) relations * (done / relations / 3 * 5 + 2 + done / relations % 3) + done % relations);
    }

    /** Gives an action that is planned until the turn of a side completes it. */
    UUID planned(int turn, int side) {
        int relations = filled.scale.relations();
        int number = 2 * turn + side;
        return Filled.id(
                1, (long) relations * (number / relations / 2 * 5 + number / relations % 2) + number % relations);
    }

    /** Gives an open deal of two revisions until the turn of a side changes it. */
    UUID deal(int turn, int side) {
        int relations = filled.scale.relations();
        int number = 2 * turn + side;
        return Filled.id(
                2, (long) relations * (number / relations / 6 * 10 + number / relations % 6) + number % relations);
    }
}
