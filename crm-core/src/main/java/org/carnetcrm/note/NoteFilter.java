package org.carnetcrm.note;

import java.time.LocalDate;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * Which notes to list; every condition that is given must hold.
 *
 * @param relation the relation that they are about
 * @param opportunity the deal that they are about
 * @param assignee whose they are
 * @param type the code of their type
 * @param done whether they are history, or reminders
 * @param until the latest date
 * @param adminOnlyToo whether those for administrators only are listed too; the notes' service sets it for an actor who
 *     may see them, whatever a caller says
 */
public record NoteFilter(
        @Nullable RelationId relation,
        @Nullable OpportunityId opportunity,
        @Nullable RepresentativeId assignee,
        @Nullable String type,
        @Nullable Boolean done,
        @Nullable LocalDate until,
        boolean adminOnlyToo) {

    /** Gives all notes that everybody sees. */
    public static NoteFilter all() {
        return new NoteFilter(null, null, null, null, null, null, false);
    }

    /** Narrows to the notes about a relation. */
    public NoteFilter relation(RelationId relation) {
        return new NoteFilter(relation, opportunity, assignee, type, done, until, adminOnlyToo);
    }

    /** Narrows to the notes about a deal. */
    public NoteFilter opportunity(OpportunityId opportunity) {
        return new NoteFilter(relation, opportunity, assignee, type, done, until, adminOnlyToo);
    }

    /** Narrows to the notes of a representative. */
    public NoteFilter assignee(RepresentativeId assignee) {
        return new NoteFilter(relation, opportunity, assignee, type, done, until, adminOnlyToo);
    }

    /** Narrows to the notes of a type. */
    public NoteFilter type(String type) {
        return new NoteFilter(relation, opportunity, assignee, type, done, until, adminOnlyToo);
    }

    /** Narrows to the reminders: what is still to be done. */
    public NoteFilter reminders() {
        return new NoteFilter(relation, opportunity, assignee, type, false, until, adminOnlyToo);
    }

    /** Narrows to the history: what is done. */
    public NoteFilter history() {
        return new NoteFilter(relation, opportunity, assignee, type, true, until, adminOnlyToo);
    }

    /** Narrows to the notes on or before a date. */
    public NoteFilter until(LocalDate date) {
        LocalDate earlier = until == null || until.isAfter(date) ? date : until;
        return new NoteFilter(relation, opportunity, assignee, type, done, earlier, adminOnlyToo);
    }

    /** Lists those for administrators only too, or leaves them out. */
    public NoteFilter withAdminOnly(boolean too) {
        return new NoteFilter(relation, opportunity, assignee, type, done, until, too);
    }

    /** Tells whether a note is among them. */
    public boolean matches(Note note) {
        return (adminOnlyToo || !note.isAdminOnly())
                && (relation == null || relation.equals(note.relation()))
                && (opportunity == null || opportunity.equals(note.opportunity()))
                && (assignee == null || assignee.equals(note.assignee()))
                && (type == null || type.equals(note.type()))
                && (done == null || done == note.isDone())
                && (until == null || !note.date().isAfter(until));
    }
}
