package org.carnetcrm.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.Fields;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Dates;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * A dated remark about a relation. Its text may hold secrets: it is never part of {@link #toString}.
 *
 * @param id the id
 * @param version 1 when added, and one more with each change
 * @param relation the relation that it is about
 * @param opportunity the deal of that relation that it is about; may be missing
 * @param assignee whose it is
 * @param date when it was or is to be done
 * @param type the code of the type
 * @param text what it says; may be missing
 * @param marks pinned, done, for administrators only
 * @param hostReference how the host knows it; unique among the tenant's notes of the same visibility
 * @param recordedAt when it was first recorded
 */
public record Note(
        NoteId id,
        int version,
        RelationId relation,
        @Nullable OpportunityId opportunity,
        RepresentativeId assignee,
        LocalDate date,
        String type,
        @Nullable String text,
        Marks marks,
        @Nullable String hostReference,
        Instant recordedAt)
        implements Aggregate<Note>, HostReferenced {

    /** Refuses missing parts, a malformed code and flawed texts. */
    public Note {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(assignee, "assignee");
        Dates.require("date", date);
        Objects.requireNonNull(marks, "marks");
        Objects.requireNonNull(recordedAt, "recordedAt");
        if (!ChoiceId.isCode(type)) {
            throw new IllegalArgumentException("'" + type + "' is not the code of a choice");
        }
        Text.requireProseOrNone("text", text, Text.PROSE);
        Text.requireLineOrNone("hostReference", hostReference, Text.REFERENCE);
    }

    /**
     * What is ticked on a note.
     *
     * @param pinned whether it stands above the others
     * @param done whether it is history; else it is a reminder
     * @param adminOnly whether it exists only for those who may see such notes
     */
    public record Marks(boolean pinned, boolean done, boolean adminOnly) {

        /** Nothing is ticked. */
        public static final Marks NONE = new Marks(false, false, false);
    }

    /** Tells whether it stands above the others. */
    public boolean isPinned() {
        return marks.pinned();
    }

    /** Tells whether it is history; else it is a reminder. */
    public boolean isDone() {
        return marks.done();
    }

    /** Tells whether it exists only for those who may see such notes. */
    public boolean isAdminOnly() {
        return marks.adminOnly();
    }

    /** Gives the note pinned or not. */
    public Note withPinned(boolean pinned) {
        return with(assignee, new Marks(pinned, marks.done(), marks.adminOnly()));
    }

    /** Gives the note done, or a reminder again. */
    public Note withDone(boolean done) {
        return with(assignee, new Marks(marks.pinned(), done, marks.adminOnly()));
    }

    /** Gives the note assigned to another representative. */
    public Note assignedTo(RepresentativeId other) {
        return with(other, marks);
    }

    @Override
    public String referenceSpace() {
        return isAdminOnly() ? ADMIN_ONLY_SPACE : "";
    }

    @Override
    public Note withVersion(int version) {
        return new Note(
                id, version, relation, opportunity, assignee, date, type, text, marks, hostReference, recordedAt);
    }

    @Override
    public Map<String, String> fields() {
        return new Fields()
                .put("relation", relation)
                .put("opportunity", opportunity)
                .put("assignee", assignee)
                .put("date", date)
                .put("type", type)
                .put("text", text)
                .putIf("pinned", marks.pinned())
                .putIf("done", marks.done())
                .putIf("adminOnly", marks.adminOnly())
                .put("hostReference", hostReference)
                .toMap();
    }

    /** Names the note; its text stays out. */
    @Override
    public String toString() {
        return "Note[" + id + " v" + version + " " + type + " " + date + " " + marks + "]";
    }

    private Note with(RepresentativeId someone, Marks ticked) {
        return new Note(
                id, version, relation, opportunity, someone, date, type, text, ticked, hostReference, recordedAt);
    }
}
