package org.carnetcrm;

import java.util.Objects;
import java.util.Optional;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.actor.Who;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Text;
import org.carnetcrm.note.Note;
import org.carnetcrm.note.NoteDraft;
import org.carnetcrm.problem.ForbiddenException;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads drafts of notes: finds every problem, and builds the note when there is none. */
final class NoteForm {

    private final Work work;
    private final Mentions mentions;

    NoteForm(Work work) {
        this.work = work;
        this.mentions = new Mentions(work);
    }

    /** Builds the note that a draft describes, or gives nothing when the draft has problems. */
    @Nullable
    Note read(NoteDraft draft, @Nullable Note present) {
        if (Objects.requireNonNull(draft, "draft").adminOnly() && !work.seesAdminOnly()) {
            throw new ForbiddenException(
                    Permission.SEE_ADMIN_ONLY.name(), work.actor().who().toString());
        }
        work.check(draft);
        work.references()
                .requireFree(
                        Note.class,
                        draft.adminOnly() ? HostReferenced.ADMIN_ONLY_SPACE : "",
                        draft.hostReference(),
                        present == null ? null : present.id());
        RelationId before = present == null ? null : present.relation();
        mentions.relation(draft.relation(), before);
        mentions.opportunity(
                draft.opportunity(),
                draft.relation(),
                present != null && present.relation().equals(draft.relation()) ? present.opportunity() : null);
        Optional<RepresentativeId> assignee = assignee(draft, present == null ? null : present.assignee());
        String type = work.choice("type", ChoiceKind.NOTE_TYPE, draft.type(), present == null ? null : present.type());
        if (work.hasProblems()) {
            return null;
        }
        return new Note(
                present == null ? new NoteId(work.setup().ids().next()) : present.id(),
                present == null ? 1 : present.version(),
                Work.known(draft.relation()),
                draft.opportunity(),
                assignee.orElseThrow(),
                draft.date() == null ? work.today() : draft.date(),
                Work.known(type),
                Text.clean(draft.text()),
                new Note.Marks(draft.pinned(), draft.done(), draft.adminOnly()),
                Text.clean(draft.hostReference()),
                present == null ? work.now() : present.recordedAt());
    }

    private Optional<RepresentativeId> assignee(NoteDraft draft, @Nullable RepresentativeId before) {
        RepresentativeId named = draft.assignee();
        Optional<RepresentativeId> assignee = named == null
                ? mentions.me("assignee")
                : mentions.representative("assignee", named, named.equals(before));
        if (draft.adminOnly()) {
            assignee.filter(who -> !work.has(Who.of(who), Permission.SEE_ADMIN_ONLY))
                    .ifPresent(who -> work.problem(Problem.of("assignee", who, "note.assigneeBlind")));
        }
        return assignee;
    }
}
