package org.carnetcrm.note;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.input.Day;
import org.carnetcrm.input.Given;
import org.carnetcrm.input.Line;
import org.carnetcrm.input.Prose;
import org.carnetcrm.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a note is added or changed with: the whole form, in which a missing value clears.
 *
 * @param relation the relation that it is about; required
 * @param opportunity the deal of that relation that it is about
 * @param assignee whose it is; the actor's when missing
 * @param date when it was or is to be done; today when missing
 * @param type the code of the type; the first in force when missing
 * @param text what it says
 * @param pinned whether it stands above the others
 * @param done whether it is history; else it is a reminder
 * @param adminOnly whether it exists only for those who may see such notes
 * @param hostReference how the host knows it
 */
public record NoteDraft(
        @Given @Nullable RelationId relation,
        @Nullable OpportunityId opportunity,
        @Nullable RepresentativeId assignee,
        @Day @Nullable LocalDate date,
        @Nullable String type,
        @Prose @Nullable String text,
        boolean pinned,
        boolean done,
        boolean adminOnly,
        @Line(max = Text.REFERENCE) @Nullable String hostReference) {

    /** Makes a draft of a note about a relation. */
    public static NoteDraft about(RelationId relation) {
        return new Copy().set(copy -> copy.relation = relation);
    }

    /** Makes a draft that changes nothing yet. */
    public static NoteDraft from(Note present) {
        return new Copy().set(copy -> {
            copy.relation = present.relation();
            copy.opportunity = present.opportunity();
            copy.assignee = present.assignee();
            copy.date = present.date();
            copy.type = present.type();
            copy.text = present.text();
            copy.pinned = present.isPinned();
            copy.done = present.isDone();
            copy.adminOnly = present.isAdminOnly();
            copy.hostReference = present.hostReference();
        });
    }

    /** Gives the draft about a deal of the relation. */
    public NoteDraft opportunity(@Nullable OpportunityId opportunity) {
        return new Copy(this).set(copy -> copy.opportunity = opportunity);
    }

    /** Gives the draft with whose it is. */
    public NoteDraft assignee(@Nullable RepresentativeId assignee) {
        return new Copy(this).set(copy -> copy.assignee = assignee);
    }

    /** Gives the draft on a date. */
    public NoteDraft date(@Nullable LocalDate date) {
        return new Copy(this).set(copy -> copy.date = date);
    }

    /** Gives the draft of a type. */
    public NoteDraft type(@Nullable String type) {
        return new Copy(this).set(copy -> copy.type = type);
    }

    /** Gives the draft with what it says. */
    public NoteDraft text(@Nullable String text) {
        return new Copy(this).set(copy -> copy.text = text);
    }

    /** Gives the draft standing above the others or not. */
    public NoteDraft pinned(boolean pinned) {
        return new Copy(this).set(copy -> copy.pinned = pinned);
    }

    /** Gives the draft as history, or as a reminder. */
    public NoteDraft done(boolean done) {
        return new Copy(this).set(copy -> copy.done = done);
    }

    /** Gives the draft for those alone who may see such notes, or for everybody. */
    public NoteDraft adminOnly(boolean adminOnly) {
        return new Copy(this).set(copy -> copy.adminOnly = adminOnly);
    }

    /** Gives the draft with the host's reference. */
    public NoteDraft hostReference(@Nullable String hostReference) {
        return new Copy(this).set(copy -> copy.hostReference = hostReference);
    }

    /** Names the draft; its text stays out. */
    @Override
    public String toString() {
        return "NoteDraft[" + relation + ", " + type + ", " + date + "]";
    }

    /** All values of a draft while one of them is replaced. */
    private static final class Copy {

        private @Nullable RelationId relation;
        private @Nullable OpportunityId opportunity;
        private @Nullable RepresentativeId assignee;
        private @Nullable LocalDate date;
        private @Nullable String type;
        private @Nullable String text;
        private boolean pinned;
        private boolean done;
        private boolean adminOnly;
        private @Nullable String hostReference;

        private Copy() {}

        private Copy(NoteDraft draft) {
            relation = draft.relation;
            opportunity = draft.opportunity;
            assignee = draft.assignee;
            date = draft.date;
            type = draft.type;
            text = draft.text;
            pinned = draft.pinned;
            done = draft.done;
            adminOnly = draft.adminOnly;
            hostReference = draft.hostReference;
        }

        private NoteDraft set(Consumer<Copy> change) {
            change.accept(this);
            return new NoteDraft(
                    relation, opportunity, assignee, date, type, text, pinned, done, adminOnly, hostReference);
        }
    }
}
