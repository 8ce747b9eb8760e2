package org.carnetcrm;

import java.util.List;
import java.util.function.Function;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.Permission;
import org.carnetcrm.actor.Tenant;
import org.carnetcrm.audit.AuditEntry;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.Id;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.ForbiddenException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.NotOfferedException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.store.CrmStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an actor works: every service of one tenant, as this actor may use it. Cheap; as safe for threads as its CRM. */
public final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Setup setup;
    private final CrmStore store;
    private final Actor actor;

    Desk(Setup setup, CrmStore store, Actor actor) {
        this.setup = setup;
        this.store = store;
        this.actor = actor;
    }

    /** Gives who acts. */
    public Actor actor() {
        return actor;
    }

    /** Gives the tenant. */
    public Tenant tenant() {
        return read(Work::tenant);
    }

    /** Gives the configured lists as they are now. */
    public ChoiceLists lists() {
        return read(Work::choices);
    }

    /** Gives the service that changes configured lists. */
    public Choices choices() {
        return new Choices(this);
    }

    /** Gives the service of representatives. */
    public Representatives representatives() {
        return new Representatives(this);
    }

    /** Gives the service of relations and the people there. */
    public Relations relations() {
        return new Relations(this);
    }

    /** Gives the service of opportunities; refused by a CRM that is opened without them. */
    public Opportunities opportunities() {
        requireOpportunities();
        return new Opportunities(this);
    }

    /** Gives the service of actions and their costs. */
    public Actions actions() {
        return new Actions(this);
    }

    /** Gives the service of notes and reminders. */
    public Notes notes() {
        return new Notes(this);
    }

    /** Gives the service of the host's quotes, orders and invoices. */
    public Documents documents() {
        return new Documents(this);
    }

    /** Gives the service of the chases that were made about documents, and of what is to be chased. */
    public FollowUps followUps() {
        return new FollowUps(this);
    }

    /** Gives what happened with a relation or a deal. */
    public Timeline timeline() {
        return new Timeline(this);
    }

    /** Gives what stands in the calendars of representatives. */
    public Calendar calendar() {
        return new Calendar(this);
    }

    /**
     * Gives every change of a thing, the first one first; nothing for an unknown thing, and nothing of a note that the
     * actor may not know of.
     */
    public List<AuditEntry> audit(Id item) {
        return read(work -> work.audit(item));
    }

    /** Runs a command of a tenant that is open: reads, decides, and writes all of it or nothing. */
    <T> T command(Function<Work, T> command) {
        return opening(work -> {
            work.tenant();
            return command.apply(work);
        });
    }

    /** Runs, like {@link #command}, one that may find no tenant yet. */
    <T> T opening(Function<Work, T> command) {
        try {
            return once(command);
        } catch (ConflictException conflict) {
            if (!conflict.retryable() || !store.standsAfterConflict()) {
                throw conflict;
            }
            LOG.debug("running a command again after a conflict on {}", conflict.id());
            return once(command);
        }
    }

    /** Answers a question. */
    <T> T read(Function<Work, T> question) {
        return localised(() -> question.apply(new Work(setup, store, actor)));
    }

    /** Gives the actor's own representative; a problem for the system, which has none. */
    RepresentativeId me() {
        RepresentativeId me = actor.who().representative();
        if (me == null) {
            throw new InvalidException(List.of(Problem.of("actor", actor.who(), "actor.system")), actor.locale());
        }
        return me;
    }

    void requireOpportunities() {
        if (!setup.hasOpportunities()) {
            throw new NotOfferedException("opportunities");
        }
    }

    void require(Permission permission) {
        if (!new Work(setup, store, actor).has(actor.who(), permission)) {
            throw new ForbiddenException(permission.name(), actor.who().toString());
        }
    }

    private <T> T once(Function<Work, T> command) {
        return localised(() -> {
            Work work = new Work(setup, store, actor);
            T result = command.apply(work);
            work.commit();
            return result;
        });
    }

    private <T> T localised(java.util.function.Supplier<T> body) {
        try {
            return body.get();
        } catch (InvalidException e) {
            throw new InvalidException(e.problems(), actor.locale());
        }
    }
}
