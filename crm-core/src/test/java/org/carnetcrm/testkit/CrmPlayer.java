package org.carnetcrm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.OpportunityOrder;
import org.carnetcrm.opportunity.OpportunityRow;
import org.carnetcrm.page.Page;
import org.carnetcrm.page.PageRequest;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.relation.RelationFilter;
import org.carnetcrm.relation.RelationRow;

/**
 * Plays the steps of a {@link CrmHistory} at a {@link Workbench}, each in a unit of work of its own and by its own actor.
 * What the CRM refuses is an outcome like any other; an exception that is not a {@link CrmException} comes out, for it is
 * a defect.
 */
public final class CrmPlayer {

    private final Scene scene;
    private final RelationDeeds onRelations;
    private final DealDeeds onDeals;
    private final ActivityDeeds onActivities;
    private final ChaseDeeds onChases;

    /** Makes a player that starts with one relation, four representatives of whom two may do all, and no empty list. */
    public CrmPlayer(Workbench bench) {
        this.scene = new Scene(bench);
        this.onRelations = new RelationDeeds(scene);
        this.onDeals = new DealDeeds(scene);
        this.onActivities = new ActivityDeeds(scene);
        this.onChases = new ChaseDeeds(scene);
    }

    /**
     * What came of a step.
     *
     * @param step the step
     * @param result what the command gave; nothing when it was refused
     * @param refusal why it was refused, by the keys of the problems
     * @param message what the actor was told, in the actor's language; empty when it was not refused
     */
    public record Outcome(CrmHistory.Step step, Optional<Object> result, List<String> refusal, String message) {

        /** Tells whether the command was refused. */
        public boolean isRefused() {
            return result.isEmpty();
        }
    }

    /** Plays a whole history. */
    public List<Outcome> play(CrmHistory history) {
        return history.steps().stream().map(this::play).toList();
    }

    /** Plays one step. */
    public Outcome play(CrmHistory.Step step) {
        Workbench bench = scene.bench();
        bench.at(bench.today().plusDays(step.days()), step.hour());
        Actor actor = scene.actor(step);
        try {
            Object result = bench.unit(actor, desk -> command(desk, step));
            scene.remember(result);
            return new Outcome(step, Optional.of(result), List.of(), "");
        } catch (InvalidException e) {
            List<String> refusal = e.problems().stream()
                    .map(problem -> problem.path() + " " + problem.key())
                    .toList();
            return new Outcome(step, Optional.empty(), refusal, e.getMessage());
        } catch (CrmException e) {
            return new Outcome(step, Optional.empty(), List.of(e.key()), e.messageIn(actor.locale()));
        }
    }

    /** Gives the actors of histories who may not see what is for administrators only. */
    public List<Actor> blindActors() {
        return List.of(scene.lea(), scene.max());
    }

    /** Gives an actor with every permission whom no history moves. */
    public Actor administrator() {
        return scene.bo();
    }

    /** Gives the relations that there are, in the order in which they were added. */
    public List<RelationId> relations() {
        return List.copyOf(scene.relations());
    }

    /** Gives the deals that there are, in the order in which they were opened. */
    public List<OpportunityId> deals() {
        return List.copyOf(scene.deals());
    }

    /** Gives the actions that there are, in the order in which they were planned or recorded. */
    public List<ActionId> actions() {
        return List.copyOf(scene.actions());
    }

    /** Gives the notes that there are, those for administrators only too, in the order in which they were added. */
    public List<NoteId> notes() {
        return List.copyOf(scene.notes());
    }

    /** Gives the documents that there are, in the order in which they were registered. */
    public List<DocumentId> documents() {
        return List.copyOf(scene.documents());
    }

    /** Gives the follow-ups that there are, in the order in which they were recorded. */
    public List<FollowUpId> followUps() {
        return List.copyOf(scene.followUps());
    }

    /** Gives the present state of every deal. */
    public List<Opportunity> present() {
        return scene.bench()
                .unit(desk -> scene.deals().stream()
                        .map(id -> desk.opportunities().find(id).orElseThrow())
                        .toList());
    }

    /**
     * Gives every answer that the store has about the tenant, to compare before and after, or with another store's: the
     * lists, and whatever there is by any id that was ever handed out, by any reference and by any choice. What is not
     * there leaves no trace, so that an id that a failed command used up makes no difference.
     */
    public List<Object> answers() {
        return answers(scene.bench());
    }

    static List<Object> answers(Workbench bench) {
        List<Object> answers =
                new ArrayList<>(CrmAnswers.to(bench, Actor.system(bench.tenant().name()), bench.ids()));
        answers.addAll(bench.read(store -> CrmAnswers.of(store, bench.tenant(), bench.ids())));
        return answers;
    }

    /** Gives all rows of a list of relations, read in pages of a size. */
    public static List<RelationRow> relations(Desk desk, RelationFilter filter, int size) {
        return all(size, request -> desk.relations().list(filter, request));
    }

    /** Gives all rows of a list of deals, read in pages of a size. */
    public static List<OpportunityRow> deals(Desk desk, OpportunityFilter filter, OpportunityOrder order, int size) {
        return all(size, request -> desk.opportunities().list(filter, order, request));
    }

    /** Gives all rows of any list, read in pages of a size. */
    public static <R> List<R> all(int size, Function<PageRequest, Page<R>> list) {
        return pages(size, list).stream().flatMap(page -> page.rows().stream()).toList();
    }

    /** Gives all pages of any list, each with its cursor. */
    public static <R> List<Page<R>> pages(int size, Function<PageRequest, Page<R>> list) {
        List<Page<R>> pages = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(size));
        while (request.isPresent()) {
            Page<R> page = list.apply(request.get());
            pages.add(page);
            request = page.next(request.get());
        }
        return pages;
    }

    private Object command(Desk desk, CrmHistory.Step step) {
        return switch (step.deed()) {
            case ADD_RELATION, CHANGE_RELATION, ARCHIVE_RELATION, CORRECT_STATUS, ADD_CONTACT, REASSIGN ->
                onRelations.onRelation(desk, step);
            case CHANGE_CONTACT, CHANGE_REPRESENTATIVE -> onRelations.onPerson(desk, step);
            case CONFIGURE -> onRelations.configure(desk, step);
            case HAND_OVER -> onRelations.handOver(desk, step);
            case OPEN, OPEN_TWO -> onDeals.open(desk, step);
            case LINK, MARK_DONE, UNLINK -> onDeals.onLink(desk, step);
            case PLAN, PLAN_TWO, RECORD, CHANGE_ACTION, COMPLETE, CANCEL, UNDO, DISCARD_ACTION, DISCARD_COST ->
                onActivities.onAction(desk, step);
            case ADD_NOTE, CHANGE_NOTE, TICK_NOTE, DISCARD_NOTE -> onActivities.onNote(desk, step);
            case REGISTER, CHANGE_DOCUMENT, CLOSE_DOCUMENT -> onChases.onDocument(desk, step);
            case FOLLOW_UP, FOLLOW_UP_TWO, CHANGE_FOLLOW_UP, DISCARD_FOLLOW_UP -> onChases.onFollowUp(desk, step);
            case STALE -> stale(desk, step);
            case UNKNOWN -> unknown(desk, step);
            default -> onDeals.onDeal(desk, step);
        };
    }

    private Object stale(Desk desk, CrmHistory.Step step) {
        return switch (step.target() % 5) {
            case 0 -> onActivities.onAction(desk, step);
            case 1 -> onActivities.onNote(desk, step);
            case 2 -> onChases.onDocument(desk, step);
            case 3 -> onChases.onFollowUp(desk, step);
            default -> onDeals.onDeal(desk, step);
        };
    }

    private static Object unknown(Desk desk, CrmHistory.Step step) {
        UUID nothing = new UUID(step.target(), step.variant());
        return switch (step.target() % 4) {
            case 0 -> desk.actions().cancel(new ActionId(nothing), 1);
            case 1 -> desk.notes().pin(new NoteId(nothing), 1);
            case 2 -> desk.documents().reopen(new DocumentId(nothing), 1);
            default -> desk.opportunities().reopen(new OpportunityId(nothing), 1);
        };
    }
}
