package org.carnetcrm.benchmarks.jdbc;

import java.util.List;

/**
 * One of the two ways to do the jobs. Both sides answer a question alike, so what they answer can be compared: ids of
 * rows, or the figures of a report as text. Each turn of a command takes a thing of its own.
 */
interface Side {

    /** Rows of a page. */
    int PAGE = 20;

    /** Deals of one list of drafts. */
    int LIST = 1_000;

    /** Plans an action with three costs. */
    List<?> plan(int turn);

    /** Completes a planned action that gives its relation a status. */
    List<?> complete(int turn);

    /** Reads an action whole. */
    List<?> action(int turn);

    /** Changes the value of a deal. */
    List<?> change(int turn);

    /** Opens a list of deals. */
    List<?> open(int turn);

    /** A page of the timeline of a relation. */
    List<?> timeline(int turn, boolean far);

    /** A page of the deals of a representative. */
    List<?> mine(int turn, boolean far);

    /** A page of the documents to chase. */
    List<?> due(int turn, boolean far);

    /** The open deals by stage. */
    List<?> stages();

    /** The open deals by success level. */
    List<?> levels();

    /** The open deals by manager. */
    List<?> managers();

    /** The deals that were open on a date, by stage. */
    List<?> stagesAsOf();
}
