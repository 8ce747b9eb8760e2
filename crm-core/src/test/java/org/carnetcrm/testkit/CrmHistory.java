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
        /** Takes a deal out that was entered by mistake. */
        DISCARD_DEAL,
        /** Plans an action. */
        PLAN,
        /** Plans two actions at once, or none. */
        PLAN_TWO,
        /** Records an action that is done already. */
        RECORD,
        /** Changes or supplements an action, in any state. */
        CHANGE_ACTION,
        /** Completes an action as it was planned, or with what was said and spent. */
        COMPLETE,
        /** Cancels an action. */
        CANCEL,
        /** Takes a completion or a cancellation back. */
        UNDO,
        /** Takes an action out that was entered by mistake. */
        DISCARD_ACTION,
        /** Takes a cost line out that was entered by mistake. */
        DISCARD_COST,
        /** Adds a note, perhaps for administrators only. */
        ADD_NOTE,
        /** Changes a note, perhaps who may know of it. */
        CHANGE_NOTE,
        /** Completes, reopens, pins or unpins a note. */
        TICK_NOTE,
        /** Takes a note out that was entered by mistake. */
        DISCARD_NOTE,
        /** Registers a document, perhaps one that is there already. */
        REGISTER,
        /** Changes a document. */
        CHANGE_DOCUMENT,
        /** Closes a document, or opens a closed one again. */
        CLOSE_DOCUMENT,
        /** Records a follow-up about a document. */
        FOLLOW_UP,
        /** Records two follow-ups at once, or none. */
        FOLLOW_UP_TWO,
        /** Changes a follow-up. */
        CHANGE_FOLLOW_UP,
        /** Takes a follow-up out that was entered by mistake. */
        DISCARD_FOLLOW_UP,
        /** Adds, renames, orders, retires or offers an entry of a configured list. */
        CONFIGURE,
        /** Hands the work of a representative over to another. */
        HAND_OVER,
        /** Changes something of which the caller holds another version. */
        STALE,
        /** Changes something that is not there. */
        UNKNOWN
    }

    /**
     * One command.
     *
     * @param deed what it does
     * @param actor who does it, counted round: Lea, Max or Ada, each in a zone of their own, or the system
     * @param target which of the things that there are, counted round
     * @param variant which of the ways of doing it, counted round
     * @param days by how many days the clock moves before, perhaps back
     * @param hour the hour of that day, which is another day for some of the actors
     * @param text the text of it, perhaps a bad one
     * @param number the number of it, perhaps a bad one
     */
    public record Step(Deed deed, int actor, int target, int variant, int days, int hour, String text, String number) {}
}
