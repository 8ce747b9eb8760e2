package org.carnetcrm.sample.store;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.ChoiceLists;

/**
 * The CRM of one data set, in a tenant of its own, and what was told of how it came about.
 *
 * <p>A book is whole once everything was brought in and played. From then on it is read only, also by later runs.
 */
public abstract class Book {

    private final String tenant;

    Book(String tenant) {
        this.tenant = tenant;
    }

    /** Gives the name of the tenant. */
    public final String tenant() {
        return tenant;
    }

    /** Tells whether everything was brought in and played. */
    public abstract boolean isWhole();

    /**
     * Does work in a unit of its own, with the CRM of that unit: in a database, one transaction, which is rolled back when
     * the work fails.
     */
    public abstract <T> T unit(Function<Crm, T> work);

    /** Tells that everything was brought in and played, and keeps what was told meanwhile, line by line. */
    public abstract void finish(Map<String, List<String>> told);

    /** Gives the lines that were kept under a name; none for an unknown one. */
    public abstract List<String> told(String name);

    /** Opens the tenant and does the first work in it, as the system, in one unit. */
    public final void begin(String currency, ChoiceLists lists, Consumer<Desk> work) {
        unit(crm -> {
            Desk desk = crm.openTenant(TenantDraft.of(tenant, currency).choices(lists));
            work.accept(desk);
            return desk;
        });
    }

    /** Does work as the system, in one unit. */
    public final void run(Consumer<Desk> work) {
        unit(crm -> {
            Desk desk = crm.actingAs(Actor.system(tenant));
            work.accept(desk);
            return desk;
        });
    }
}
