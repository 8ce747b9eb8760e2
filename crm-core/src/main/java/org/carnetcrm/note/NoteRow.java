package org.carnetcrm.note;

import java.time.LocalDate;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * A note as a list shows it. Its text may hold secrets: it is never part of {@link #toString}.
 *
 * @param id the id
 * @param version the version
 * @param relation the relation
 * @param relationName its name
 * @param opportunity the deal that it is about
 * @param assignee whose it is
 * @param assigneeName the name of that representative
 * @param date when it was or is to be done
 * @param type the code of the type
 * @param text what it says
 * @param marks pinned, done, for administrators only
 * @param hostReference how the host knows it
 */
public record NoteRow(
        NoteId id,
        int version,
        RelationId relation,
        String relationName,
        @Nullable OpportunityId opportunity,
        RepresentativeId assignee,
        String assigneeName,
        LocalDate date,
        String type,
        @Nullable String text,
        Note.Marks marks,
        @Nullable String hostReference) {

    /** Makes the row of a note. */
    public static NoteRow of(Note note, String relationName, String assigneeName) {
        return new NoteRow(
                note.id(),
                note.version(),
                note.relation(),
                relationName,
                note.opportunity(),
                note.assignee(),
                assigneeName,
                note.date(),
                note.type(),
                note.text(),
                note.marks(),
                note.hostReference());
    }

    /** Names the note; its text stays out. */
    @Override
    public String toString() {
        return "NoteRow[" + id + " v" + version + " " + type + " " + date + " " + marks + "]";
    }
}
