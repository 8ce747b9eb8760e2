package org.carnetcrm.benchmarks;

import java.util.List;

/** A question by name, so that a benchmark can be told which one to ask. */
public enum Question {
    /** The latest actions of a relation. */
    ACTIONS("a page of a relation's actions", Questions::actionsOfRelation),
    /** The notes of a relation, pinned ones first. */
    NOTES("a page of a relation's notes, pinned first", Questions::notesOfRelation),
    /** The timeline of a relation. */
    TIMELINE("the timeline of a relation, first page", Questions::timeline),
    /** The timeline of a relation by a cursor. */
    FAR_TIMELINE("the timeline of a relation, a far page", Questions::farTimeline),
    /** A week of a representative. */
    WEEK("a calendar week of a representative", Questions::week),
    /** What is due today. */
    DUE("the due list, first page", Questions::dueList),
    /** The dashboard box. */
    BOX("the box", Questions::box),
    /** What a representative should have done. */
    OVERDUE("a page of a representative's overdue actions", Questions::overdueActions),
    /** What a manager has in the pipe. */
    DEALS("a page of a manager's open deals", Questions::openDealsOfManager);

    /** How a question is put to whoever answers. */
    @FunctionalInterface
    private interface Asking {

        List<?> ask(Questions questions, int turn);
    }

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final Asking asking;

    Question(String title, Asking asking) {
        this.title = title;
        this.asking = asking;
    }

    /** Says it in words. */
    public String title() {
        return title;
    }

    List<?> ask(Questions questions, int turn) {
        return asking.ask(questions, turn);
    }
}
