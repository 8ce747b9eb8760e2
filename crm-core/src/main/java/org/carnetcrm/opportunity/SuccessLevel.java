package org.carnetcrm.opportunity;

import org.carnetcrm.money.Probability;

/** The five levels of success; each probability is in exactly one. */
public enum SuccessLevel {
    /** From 0 to below 20 percent. */
    FROM_0(0),
    /** From 20 to below 40 percent. */
    FROM_20(20),
    /** From 40 to below 60 percent. */
    FROM_40(40),
    /** From 60 to below 80 percent. */
    FROM_60(60),
    /** From 80 to 100 percent, both included. */
    FROM_80(80);

    private static final int WIDTH = 20;

    private final int from;

    SuccessLevel(int from) {
        this.from = from;
    }

    /** Gives the level of a probability. */
    public static SuccessLevel of(Probability probability) {
        int level = probability.percent().intValue() / WIDTH;
        return values()[Math.min(level, values().length - 1)];
    }

    /** Gives the lowest percent of the level. */
    public int from() {
        return from;
    }

    /** Gives the percent where the next level begins, and 100 for the last. */
    public int to() {
        return from + WIDTH;
    }
}
