package org.carnetcrm.action;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.carnetcrm.id.ContactPersonId;
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
 * What an action is planned, recorded, completed or changed with: the whole form, in which a missing value clears.
 *
 * @param relation the relation that it is with; required
 * @param contact the person there
 * @param opportunity the deal of that relation that it is about
 * @param representative who carries it out; filled in from the relation when missing
 * @param participants the other representatives who go
 * @param type the code of the type; the first in force when missing
 * @param status the code of the status; the first in force of the right kind when missing
 * @param schedule when it takes place; when it says nothing, today for a new action, else as before
 * @param subject the subject
 * @param note what is planned and what was said
 * @param newStatus the code of the status that the relation has once the action is done
 * @param newPriority the code of the priority that the relation has once the action is done
 * @param costs the cost lines
 * @param doneOn the date on which it was done, not in the future; today when missing, and of no effect on one that is
 *     not done
 * @param hostReference how the host knows it
 */
public record ActionDraft(
        @Given @Nullable RelationId relation,
        @Nullable ContactPersonId contact,
        @Nullable OpportunityId opportunity,
        @Nullable RepresentativeId representative,

        @Size(max = Action.Crew.MOST_PARTICIPANTS, message = "list.tooLong")
        List<RepresentativeId> participants,

        @Nullable String type,
        @Nullable String status,
        ScheduleDraft schedule,
        @Line @Nullable String subject,
        @Prose @Nullable String note,
        @Nullable String newStatus,
        @Nullable String newPriority,

        @Size(max = Cost.MOST_LINES, message = "list.tooLong")
        List<@Valid CostDraft> costs,

        @Day @Nullable LocalDate doneOn,
        @Line(max = Text.REFERENCE) @Nullable String hostReference) {

    /** Keeps the lists unmodifiable. */
    public ActionDraft {
        Objects.requireNonNull(schedule, "schedule");
        participants = List.copyOf(participants);
        costs = List.copyOf(costs);
    }

    /** Makes a draft of an action with a relation. */
    public static ActionDraft with(RelationId relation) {
        return new Copy().set(copy -> copy.relation = relation);
    }

    /** Makes a draft that changes nothing yet. A representative who was filled in stays out, to be filled in again. */
    public static ActionDraft from(Action present) {
        return new Copy().set(copy -> {
            copy.relation = present.relation();
            copy.contact = present.concern().contact();
            copy.opportunity = present.opportunity();
            copy.representative = present.crew().chosen() ? present.representative() : null;
            copy.participants = present.crew().participants();
            copy.type = present.matter().type();
            copy.status = present.state().status();
            copy.schedule = ScheduleDraft.from(present.schedule());
            copy.subject = present.matter().subject();
            copy.note = present.matter().note();
            copy.newStatus = present.effect().newStatus();
            copy.newPriority = present.effect().newPriority();
            copy.costs = present.costs().stream().map(CostDraft::from).toList();
            copy.doneOn = present.state().doneOn();
            copy.hostReference = present.hostReference();
        });
    }

    /** Gives the draft with another relation. */
    public ActionDraft relation(@Nullable RelationId relation) {
        return new Copy(this).set(copy -> copy.relation = relation);
    }

    /** Gives the draft with the person there. */
    public ActionDraft contact(@Nullable ContactPersonId contact) {
        return new Copy(this).set(copy -> copy.contact = contact);
    }

    /** Gives the draft about a deal. */
    public ActionDraft opportunity(@Nullable OpportunityId opportunity) {
        return new Copy(this).set(copy -> copy.opportunity = opportunity);
    }

    /** Gives the draft carried out by a representative. */
    public ActionDraft representative(@Nullable RepresentativeId representative) {
        return new Copy(this).set(copy -> copy.representative = representative);
    }

    /** Gives the draft with the others who go. */
    public ActionDraft participants(List<RepresentativeId> participants) {
        return new Copy(this).set(copy -> copy.participants = participants);
    }

    /** Gives the draft of a type. */
    public ActionDraft type(@Nullable String type) {
        return new Copy(this).set(copy -> copy.type = type);
    }

    /** Gives the draft with a status. */
    public ActionDraft status(@Nullable String status) {
        return new Copy(this).set(copy -> copy.status = status);
    }

    /** Gives the draft at a time. */
    public ActionDraft schedule(ScheduleDraft schedule) {
        return new Copy(this).set(copy -> copy.schedule = schedule);
    }

    /** Gives the draft on a whole day. */
    public ActionDraft on(LocalDate day) {
        return on(day, day);
    }

    /** Gives the draft on whole days, both included. */
    public ActionDraft on(LocalDate first, LocalDate last) {
        return schedule(new ScheduleDraft(first, last, null, null, null));
    }

    /** Gives the draft on a day from one time to another, in a zone. */
    public ActionDraft at(LocalDate day, LocalTime from, LocalTime to, ZoneId zone) {
        return schedule(new ScheduleDraft(day, day, from, to, zone));
    }

    /** Gives the draft with a subject. */
    public ActionDraft subject(@Nullable String subject) {
        return new Copy(this).set(copy -> copy.subject = subject);
    }

    /** Gives the draft with what is planned and what was said. */
    public ActionDraft note(@Nullable String note) {
        return new Copy(this).set(copy -> copy.note = note);
    }

    /** Gives the draft with the status that the relation has once it is done. */
    public ActionDraft newStatus(@Nullable String newStatus) {
        return new Copy(this).set(copy -> copy.newStatus = newStatus);
    }

    /** Gives the draft with the priority that the relation has once it is done. */
    public ActionDraft newPriority(@Nullable String newPriority) {
        return new Copy(this).set(copy -> copy.newPriority = newPriority);
    }

    /** Gives the draft with one more cost line. */
    public ActionDraft cost(CostDraft line) {
        List<CostDraft> more = new ArrayList<>(costs);
        more.add(line);
        return costs(more);
    }

    /** Gives the draft with other cost lines. */
    public ActionDraft costs(List<CostDraft> costs) {
        return new Copy(this).set(copy -> copy.costs = costs);
    }

    /** Gives the draft done on a date. */
    public ActionDraft doneOn(@Nullable LocalDate doneOn) {
        return new Copy(this).set(copy -> copy.doneOn = doneOn);
    }

    /** Gives the draft with the host's reference. */
    public ActionDraft hostReference(@Nullable String hostReference) {
        return new Copy(this).set(copy -> copy.hostReference = hostReference);
    }

    /** Names the draft; its note stays out. */
    @Override
    public String toString() {
        return "ActionDraft[" + relation + ", " + type + ", " + schedule + ", " + subject + "]";
    }

    /** All values of a draft while one of them is replaced. */
    private static final class Copy {

        private @Nullable RelationId relation;
        private @Nullable ContactPersonId contact;
        private @Nullable OpportunityId opportunity;
        private @Nullable RepresentativeId representative;
        private List<RepresentativeId> participants = List.of();
        private @Nullable String type;
        private @Nullable String status;
        private ScheduleDraft schedule = ScheduleDraft.TODAY;
        private @Nullable String subject;
        private @Nullable String note;
        private @Nullable String newStatus;
        private @Nullable String newPriority;
        private List<CostDraft> costs = List.of();
        private @Nullable LocalDate doneOn;
        private @Nullable String hostReference;

        private Copy() {}

        private Copy(ActionDraft draft) {
            relation = draft.relation;
            contact = draft.contact;
            opportunity = draft.opportunity;
            representative = draft.representative;
            participants = draft.participants;
            type = draft.type;
            status = draft.status;
            schedule = draft.schedule;
            subject = draft.subject;
            note = draft.note;
            newStatus = draft.newStatus;
            newPriority = draft.newPriority;
            costs = draft.costs;
            doneOn = draft.doneOn;
            hostReference = draft.hostReference;
        }

        private ActionDraft set(Consumer<Copy> change) {
            change.accept(this);
            return new ActionDraft(
                    relation,
                    contact,
                    opportunity,
                    representative,
                    participants,
                    type,
                    status,
                    schedule,
                    subject,
                    note,
                    newStatus,
                    newPriority,
                    costs,
                    doneOn,
                    hostReference);
        }
    }
}
