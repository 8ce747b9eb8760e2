package org.carnetcrm.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.Aggregate;
import org.carnetcrm.id.ContactPersonId;
import org.carnetcrm.id.Fields;
import org.carnetcrm.id.HostReferenced;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.input.Dates;
import org.carnetcrm.input.Text;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Something planned or done with a relation. Its note may hold secrets: it is never part of {@link #toString}.
 *
 * @param id the id
 * @param version 1 when planned, and one more with each change
 * @param concern whom it is with, and what about
 * @param crew who goes
 * @param matter what it is
 * @param state where it stands
 * @param schedule when it takes place
 * @param effect what it gives the relation once it is done
 * @param costs the cost lines, in their order
 * @param hostReference how the host knows it; unique within the tenant
 * @param recordedAt when it was first recorded
 */
public record Action(
        ActionId id,
        int version,
        Concern concern,
        Crew crew,
        Matter matter,
        State state,
        Schedule schedule,
        Effect effect,
        List<Cost> costs,
        @Nullable String hostReference,
        Instant recordedAt)
        implements Aggregate<Action>, HostReferenced {

    /** Refuses missing parts, and more than {@link Cost#MOST_LINES} cost lines. */
    public Action {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(concern, "concern");
        Objects.requireNonNull(crew, "crew");
        Objects.requireNonNull(matter, "matter");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Text.requireLineOrNone("hostReference", hostReference, Text.REFERENCE);
        costs = List.copyOf(costs);
        if (costs.size() > Cost.MOST_LINES) {
            throw new IllegalArgumentException("an action has at most " + Cost.MOST_LINES + " cost lines");
        }
    }

    /**
     * Whom an action is with, and what about.
     *
     * @param relation the relation
     * @param contact the person there; may be missing
     * @param opportunity the deal of that relation that it is about; may be missing
     */
    public record Concern(
            RelationId relation,
            @Nullable ContactPersonId contact,
            @Nullable OpportunityId opportunity) {

        /** Refuses a missing relation. */
        public Concern {
            Objects.requireNonNull(relation, "relation");
        }
    }

    /**
     * Who goes.
     *
     * @param representative who carries it out, to whom its costs are attributed
     * @param chosen whether a person chose the representative; else they were filled in from the relation
     * @param participants the others, by id, each once
     */
    public record Crew(RepresentativeId representative, boolean chosen, List<RepresentativeId> participants) {

        /** The most participants. */
        public static final int MOST_PARTICIPANTS = 100;

        /** Orders the participants; who carries it out is none of them. */
        public Crew {
            Objects.requireNonNull(representative, "representative");
            RepresentativeId carrier = representative;
            participants = participants.stream()
                    .filter(other -> !other.equals(carrier))
                    .distinct()
                    .sorted(UuidId.ORDER)
                    .toList();
            if (participants.size() > MOST_PARTICIPANTS) {
                throw new IllegalArgumentException("an action has at most " + MOST_PARTICIPANTS + " participants");
            }
        }

        /** Gives everybody in whose calendar the action stands: who carries it out, then the participants. */
        public List<RepresentativeId> everybody() {
            List<RepresentativeId> all = new ArrayList<>(List.of(representative));
            all.addAll(participants);
            return all;
        }
    }

    /**
     * What an action is.
     *
     * @param type the code of the type
     * @param subject the subject; may be missing
     * @param note what is planned and what was said; may be missing
     */
    public record Matter(
            String type, @Nullable String subject, @Nullable String note) {

        /** Refuses a malformed code and flawed texts. */
        public Matter {
            requireCode(type);
            Text.requireLineOrNone("subject", subject, Text.LINE);
            Text.requireProseOrNone("note", note, Text.PROSE);
        }

        /** Names what it is; the note stays out. */
        @Override
        public String toString() {
            return "Matter[" + type + ", " + subject + "]";
        }
    }

    /**
     * Where an action stands.
     *
     * @param status the code of the status
     * @param progress what that status counts as
     * @param doneOn the date on which it was done; only for a done one
     */
    public record State(
            String status, Progress progress, @Nullable LocalDate doneOn) {

        /** Refuses a malformed code, a done action without date, and a date of one that is not done. */
        public State {
            requireCode(status);
            Dates.requireOrNone("doneOn", doneOn);
            if ((progress == Progress.DONE) != (doneOn != null)) {
                throw new IllegalArgumentException("an action that is " + progress + " on " + doneOn);
            }
        }
    }

    /**
     * What an action gives the relation once it is done.
     *
     * @param newStatus the code of the new status; may be missing
     * @param newPriority the code of the new priority; may be missing
     */
    public record Effect(
            @Nullable String newStatus, @Nullable String newPriority) {

        /** Changes nothing. */
        public static final Effect NONE = new Effect(null, null);

        /** Refuses malformed codes. */
        public Effect {
            if (newStatus != null) {
                requireCode(newStatus);
            }
            if (newPriority != null) {
                requireCode(newPriority);
            }
        }
    }

    /** Gives the relation that it is with. */
    public RelationId relation() {
        return concern.relation();
    }

    /** Gives the deal that it is about, or nothing. */
    public @Nullable OpportunityId opportunity() {
        return concern.opportunity();
    }

    /** Gives who carries it out. */
    public RepresentativeId representative() {
        return crew.representative();
    }

    /** Gives whether it is planned, done or cancelled. */
    public Progress progress() {
        return state.progress();
    }

    /** Gives the action in another state; refuses one that may not follow, as a problem of {@code status}. */
    public Action become(State next) {
        if (!progress().next().contains(next.progress())) {
            throw InvalidException.of(
                    Problem.of("status", next.progress(), "action.transition").with("from", progress()));
        }
        return new Action(id, version, concern, crew, matter, next, schedule, effect, costs, hostReference, recordedAt);
    }

    /** Gives the action carried out by another representative, chosen by a person. */
    public Action carriedOutBy(RepresentativeId other) {
        Crew changed = new Crew(other, true, crew.participants());
        return new Action(
                id, version, concern, changed, matter, state, schedule, effect, costs, hostReference, recordedAt);
    }

    /** Gives the action with other cost lines. */
    public Action withCosts(List<Cost> lines) {
        return new Action(
                id, version, concern, crew, matter, state, schedule, effect, lines, hostReference, recordedAt);
    }

    @Override
    public Action withVersion(int version) {
        return new Action(
                id, version, concern, crew, matter, state, schedule, effect, costs, hostReference, recordedAt);
    }

    @Override
    public Map<String, String> fields() {
        Fields fields = new Fields()
                .put("relation", concern.relation())
                .put("contact", concern.contact())
                .put("opportunity", concern.opportunity())
                .put("representative", crew.representative())
                .put("representativeChosen", crew.chosen());
        if (!crew.participants().isEmpty()) {
            fields.put(
                    "participants",
                    crew.participants().stream().map(UuidId::text).collect(Collectors.joining(", ")));
        }
        fields.put("type", matter.type())
                .put("subject", matter.subject())
                .put("note", matter.note())
                .put("status", state.status())
                .put("doneOn", state.doneOn())
                .put("schedule", schedule)
                .put("newStatus", effect.newStatus())
                .put("newPriority", effect.newPriority());
        for (int i = 0; i < costs.size(); i++) {
            fields.put("costs[" + i + "]", costs.get(i));
        }
        return fields.put("hostReference", hostReference).toMap();
    }

    /** Names the action; its note stays out. */
    @Override
    public String toString() {
        return "Action[" + id + " v" + version + " " + matter.type() + " " + progress() + " " + schedule + "]";
    }

    private static void requireCode(String code) {
        if (!ChoiceId.isCode(code)) {
            throw new IllegalArgumentException("'" + code + "' is not the code of a choice");
        }
    }
}
