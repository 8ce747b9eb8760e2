package org.carnetcrm;

import java.time.Clock;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.Tenant;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceLists;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.money.Money;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.Problem;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.store.InMemoryStore;

/** A CRM over a store. Safe for many threads when its store is; cheap to make from a {@link Setup}. */
public final class Crm {

    private final Setup setup;
    private final CrmStore store;

    private Crm(Setup setup, CrmStore store) {
        this.setup = Objects.requireNonNull(setup, "setup");
        this.store = Objects.requireNonNull(store, "store");
    }

    /** Makes an empty CRM in memory. */
    public static Crm inMemory(Clock clock) {
        return over(Setup.of(clock), new InMemoryStore());
    }

    /** Makes a CRM over a store. */
    public static Crm over(Setup setup, CrmStore store) {
        return new Crm(setup, store);
    }

    /**
     * Opens a tenant, on record as done by the system, and gives the system's desk there. A tenant that is there already
     * keeps what it has and gains the choices whose codes it lacks; another currency than it has is refused. Choices of
     * the prospecting part are left out when the host leaves out that part.
     */
    public Desk openTenant(TenantDraft draft) {
        Currency currency = Money.currencyOf(draft.currency());
        if (currency == null) {
            throw InvalidException.of(Problem.of("currency", draft.currency(), "currency.unknown"));
        }
        TenantId id = draft.id();
        Desk desk = actingAs(Actor.system(draft.name()));
        return desk.opening(work -> {
            Optional<Tenant> present = work.find(Tenant.class, id);
            if (present.isEmpty()) {
                work.add(new Tenant(id, 1, currency));
            } else if (!present.get().currency().equals(currency)) {
                throw InvalidException.of(Problem.of("currency", draft.currency(), "tenant.currency")
                        .with("present", present.get().currency()));
            }
            ChoiceLists lists = work.choices();
            for (Choice choice : draft.choices().all()) {
                boolean wanted = setup.hasOpportunities() || !choice.list().isProspecting();
                if (wanted && lists.find(choice.list(), choice.code()).isEmpty()) {
                    lists = lists.with(choice);
                    work.add(lists.find(choice.list(), choice.code()).orElseThrow());
                }
            }
            return desk;
        });
    }

    /** Gives the desk of an actor. The tenant must be open, and a representative must be one of its own, on first use. */
    public Desk actingAs(Actor actor) {
        return new Desk(setup, store, actor);
    }
}
