package org.carnetcrm.benchmarks.jdbc;

import java.util.List;

/** What both sides do, with what a store may cost beside hand-written JDBC. */
enum Job {
    PLAN("plan an action with 3 costs", Kind.COMMAND, Side::plan),
    COMPLETE("complete an action with a change of status", Kind.COMMAND, Side::complete),
    ACTION("read an action whole", Kind.COMMAND, Side::action),
    CHANGE("change one field of a deal", Kind.COMMAND, Side::change),
    TIMELINE("timeline of a relation, first page", Kind.PAGE, (side, turn) -> side.timeline(turn, false)),
    FAR_TIMELINE("timeline of a relation, a far page", Kind.PAGE, (side, turn) -> side.timeline(turn, true)),
    MINE("deals of a representative, first page", Kind.PAGE, (side, turn) -> side.mine(turn, false)),
    FAR_MINE("deals of a representative, a far page", Kind.PAGE, (side, turn) -> side.mine(turn, true)),
    DUE("due list, first page", Kind.PAGE, (side, turn) -> side.due(turn, false)),
    FAR_DUE("due list, a far page", Kind.PAGE, (side, turn) -> side.due(turn, true)),
    STAGES("pipeline by stage", Kind.REPORT, (side, turn) -> side.stages()),
    LEVELS("pipeline by success level", Kind.REPORT, (side, turn) -> side.levels()),
    MANAGERS("pipeline by representative", Kind.REPORT, (side, turn) -> side.managers()),
    PAST_STAGES("pipeline by stage as of a date", Kind.REPORT, (side, turn) -> side.stagesAsOf()),
    OPEN("open 1,000 deals by a list of drafts", Kind.BATCH, Side::open);

    /** Jobs that are measured alike. */
    enum Kind {
        COMMAND(1.5, 3_000, 100),
        PAGE(1.3, 3_000, 100),
        REPORT(1.1, 4, 6),
        BATCH(1 / 0.6, 20, 20);

        /** How many times as long as JDBC it may take; of a batch six tenths of its rows a second. */
        final double goal;

        /** Turns before anything is measured: so many that what the JVM compiles is compiled, as in a host that has run for a while. */
        private final int warmUp;

        /** Turns of a round. */
        final int turns;

        Kind(double goal, int warmUp, int turns) {
            this.goal = goal;
            this.warmUp = warmUp;
            this.turns = turns;
        }

        /** Gives the turns before anything is measured; a small CRM has not so many things to change. */
        int warmUp(Scale scale) {
            return Math.min(warmUp, scale.count() / 10);
        }
    }

    /** How a job is given to a side. */
    @FunctionalInterface
    interface Doing {
        List<?> by(Side side, int turn);
    }

    final String title;
    final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    final Doing doing;

    Job(String title, Kind kind, Doing doing) {
        this.title = title;
        this.kind = kind;
        this.doing = doing;
    }
}
