package org.carnetcrm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.note.NoteOrder;
import org.carnetcrm.note.NoteRow;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.relation.Relation;

/**
 * Adds, changes, pins, completes and lists notes; one that is not done is a reminder.
 *
 * <p>For an actor without the permission {@link org.carnetcrm.actor.Permission#SEE_ADMIN_ONLY} a note for administrators
 * only does not exist, and such an actor cannot make one.
 */
public final class Notes {

    private final Desk desk;

    Notes(Desk desk) {
        this.desk = desk;
    }

    /**
     * Adds a note. Filled in when missing: whose it is (the actor's), date (today, where the actor is), type (the first
     * in force).
     */
    public Note add(NoteDraft draft) {
        return addAll(List.of(Objects.requireNonNull(draft, "draft")), false).get(0);
    }

    /** Adds notes, all or none; a problem's path begins with the place of its draft, such as {@code [3]}. */
    public List<Note> addAll(List<NoteDraft> drafts) {
        return addAll(drafts, true);
    }

    /** Changes a note: the whole form replaces. */
    public Note change(NoteId id, int version, NoteDraft draft) {
        return desk.command(work -> {
            Note present = work.get(Note.class, id, version);
            Note after = new NoteForm(work).read(draft, present);
            work.refuseProblems();
            return work.change(present, Work.known(after), true);
        });
    }

    /** Turns a reminder into history. */
    public Note complete(NoteId id, int version) {
        return change(id, version, note -> note.withDone(true));
    }

    /** Makes history a reminder again. */
    public Note reopen(NoteId id, int version) {
        return change(id, version, note -> note.withDone(false));
    }

    /** Lets a note stand above the others. */
    public Note pin(NoteId id, int version) {
        return change(id, version, note -> note.withPinned(true));
    }

    /** Lets a note stand among the others again. */
    public Note unpin(NoteId id, int version) {
        return change(id, version, note -> note.withPinned(false));
    }

    /** Takes out a note that was entered by mistake; it stays on record. */
    public void discard(NoteId id, int version) {
        desk.command(work -> {
            work.remove(work.get(Note.class, id, version));
            return id;
        });
    }

    /** Finds a note. */
    public Optional<Note> find(NoteId id) {
        return desk.read(work -> work.find(Note.class, id));
    }

    /** Finds a note by the host's reference. */
    public Optional<Note> findByReference(String hostReference) {
        return desk.read(work -> work.references().find(Note.class, hostReference));
    }

    /** Lists notes in an order; equal places go by id. */
    public Page<NoteRow> list(NoteFilter filter, NoteOrder order, PageRequest request) {
        return desk.read(work ->
                work.store().notes(desk.actor().tenant(), filter.withAdminOnly(work.seesAdminOnly()), order, request));
    }

    /** Gives the filter of the actor's own notes; a problem for the system, which has none. */
    public NoteFilter mine() {
        return NoteFilter.all().assignee(desk.me());
    }

    /** Gives the filter of the reminders whose date has come, where the actor is. */
    public NoteFilter due() {
        return desk.read(work -> NoteFilter.all().reminders().until(work.today()));
    }

    private List<Note> addAll(List<NoteDraft> drafts, boolean listed) {
        return desk.command(work -> {
            work.prefetch(
                    Relation.class, drafts.stream().map(NoteDraft::relation).toList());
            List<RepresentativeId> assignees = new ArrayList<>();
            drafts.forEach(draft -> Optional.ofNullable(draft.assignee()).ifPresent(assignees::add));
            Optional.ofNullable(work.actor().who().representative()).ifPresent(assignees::add);
            work.prefetch(org.carnetcrm.representative.Representative.class, assignees);
            work.references()
                    .prefetch(
                            Note.class,
                            drafts.stream().map(NoteDraft::hostReference).toList());
            NoteForm form = new NoteForm(work);
            List<Note> added = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                work.at(listed ? "[" + i + "]" : "");
                Note note = form.read(drafts.get(i), null);
                if (note != null) {
                    added.add(work.add(note));
                }
            }
            work.refuseProblems();
            return List.copyOf(added);
        });
    }

    private Note change(NoteId id, int version, UnaryOperator<Note> next) {
        return desk.command(work -> {
            Note present = work.get(Note.class, id, version);
            return work.change(present, next.apply(present), true);
        });
    }
}
