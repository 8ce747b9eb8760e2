package org.carnetcrm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.input.Text;
import org.carnetcrm.note.Note;
import org.jspecify.annotations.Nullable;

/** A note. */
@Entity(name = "CrmNote")
@Table(name = "crm_note")
class StoredNote extends Row<Note> {

    @EmbeddedId
    Key key;

    @Column(name = "relation_id", nullable = false)
    UUID relation;

    @Column(name = "opportunity_id")
    @Nullable
    UUID opportunity;

    @Column(name = "assignee_id", nullable = false)
    UUID assignee;

    @Column(name = "note_date", nullable = false)
    LocalDate date;

    @Column(name = "type", length = ChoiceId.CODE_LENGTH, nullable = false)
    String type;

    @Column(name = "note", length = Text.PROSE)
    @Nullable
    String text;

    @Column(name = "pinned", nullable = false)
    boolean pinned;

    @Column(name = "done", nullable = false)
    boolean done;

    @Column(name = "admin_only", nullable = false)
    boolean adminOnly;

    @Column(name = "host_reference", length = Text.REFERENCE)
    @Nullable
    String hostReference;

    @Column(name = "recorded_at", nullable = false)
    Instant recordedAt;

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredNote() {}

    @SuppressWarnings("NullAway.Init") // set fills the rest
    StoredNote(TenantId tenant, Note value) {
        this.key = new Key(tenant, value.id());
    }

    @Override
    void set(Note value) {
        relation = value.relation().value();
        opportunity = Convert.uuid(value.opportunity());
        assignee = value.assignee().value();
        date = value.date();
        type = value.type();
        text = value.text();
        pinned = value.isPinned();
        done = value.isDone();
        adminOnly = value.isAdminOnly();
        hostReference = value.hostReference();
        recordedAt = value.recordedAt();
    }

    @Override
    Note value() {
        return new Note(
                new NoteId(key.id),
                version(),
                new RelationId(relation),
                Convert.id(opportunity, OpportunityId::new),
                new RepresentativeId(assignee),
                date,
                type,
                text,
                new Note.Marks(pinned, done, adminOnly),
                hostReference,
                recordedAt);
    }
}
