package org.carnetcrm.benchmarks;

import java.util.List;

/** The questions that are measured; {@code turn} tells about which relation or representative, another one each time. */
interface Questions {

    /** How many rows a page has. */
    int PAGE = 20;

    List<?> actionsOfRelation(int turn);

    List<?> notesOfRelation(int turn);

    List<?> timeline(int turn);

    /** The timeline after three quarters of its entries. */
    List<?> farTimeline(int turn);

    List<?> week(int turn);

    List<?> dueList(int turn);

    List<?> box(int turn);

    List<?> overdueActions(int turn);

    List<?> openDealsOfManager(int turn);
}
