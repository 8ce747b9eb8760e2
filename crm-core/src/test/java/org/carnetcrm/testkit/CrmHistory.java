package org.carnetcrm.testkit;

import java.util.List;

/**
 * A history of commands as plain data, good and bad ones mixed, which a {@link CrmPlayer} plays against a CRM. Played
 * twice with the same seeds it does the same.
 *
 * @param steps the commands, in order
 */
public record CrmHistory(List<Step> steps) {

    /** Keeps the steps unmodifiable. */
    public CrmHistory {
        steps = List.copyOf(steps);
    }

    /** What a step does. */
    public enum Deed {
        /** Adds a relation. */
        ADD_RELATION,
        /** Changes the status, the priority or the name of a relation. */
        CHANGE_RELATION,
        /** Hides a relation from choice, or offers it again. */
        ARCHIVE_RELATION,
        /** Corrects a row of a relation's history. */
        CORRECT_STATUS,
        /** Adds a person at a relation. */
        ADD_CONTACT,
        /** Changes a person, who may leave or come back. */
        CHANGE_CONTACT,
        /** Changes a representative, who may leave or come back. */
        CHANGE_REPRESENTATIVE,
        /** Opens a deal. */
        OPEN,
        /** Opens two deals at once, or none. */
        OPEN_TWO,
        /** Changes figures, texts, dates, people, lists or the currency of a deal. */
        CHANGE,
        /** Hands in a deal's own form again. */
        CHANGE_NOTHING,
        /** Moves a deal to a stage. */
        MOVE,
        /** Wins a deal. */
        WIN,
        /** Loses a deal. */
        LOSE,
        /** Gives a deal up. */
        ABANDON,
        /** Corrects the closing of a deal. */
        CORRECT,
        /** Reopens a deal. */
        REOPEN,
        /** Gives a relation and its open deals to another representative. */
        REASSIGN,
        /** Links a document or project to a deal. */
        LINK,
        /** Marks a link as done. */
        MARK_DONE,
        /** Removes a link. */
        UNLINK,
        /** Changes a deal of which the caller holds another version. */
        STALE,
        /** Changes a deal that is not there. */
        UNKNOWN
    }

    /**
     * One command.
     *
     * @param deed what it does
     * @param target which of the things that there are, counted round
     * @param variant which of the ways of doing it, counted round
     * @param days by how many days the clock moves before, perhaps back
     * @param text the text of it, perhaps a bad one
     * @param number the number of it, perhaps a bad one
     */
    public record Step(Deed deed, int target, int variant, int days, String text, String number) {}
}
