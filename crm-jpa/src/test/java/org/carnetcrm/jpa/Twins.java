package org.carnetcrm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.carnetcrm.Desk;
import org.carnetcrm.Setup;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.Channel;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.NoteType;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.problem.CrmException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.store.InMemoryStore;
import org.carnetcrm.testkit.Units;
import org.carnetcrm.testkit.Workbench;

/**
 * The same CRM twice, in memory and in a database: whatever is asked of one is asked of the other, and both have to say the
 * same. What either refuses, it refuses with one of the CRM's own exceptions.
 */
final class Twins {

    private final Workbench memory;
    private final Workbench stored;

    private Twins(Units memory, Units stored, TenantId tenant) {
        this.memory = Workbench.within(memory, tenant);
        this.stored = Workbench.within(stored, tenant);
        this.memory.permit(this.memory.lea());
        this.stored.permit(this.stored.lea());
        // Each in a unit of its own, for what one refuses takes the rest of a unit with it in a database alone.
        for (Choice choice :
                List.of(ActionType.of("VISIT", "Visit"), NoteType.of("MEMO", "Memo"), Channel.of("FAX", "Fax"))) {
            both(Actor.system(tenant.name()), desk -> desk.choices().add(choice));
        }
    }

    /** An empty CRM on an empty database, with one tenant. */
    static Twins on(TestDatabase kind) {
        return all(kind, Workbench.TENANT.name()).get(0);
    }

    /** One for each tenant, in one store. */
    static List<Twins> all(TestDatabase kind, String... tenants) {
        JpaCrm crm = JpaCrm.of(Setup.of(Clock.system(ZoneOffset.UTC)));
        Database database = kind.crm();
        Units memory = Units.of(new InMemoryStore());
        Units stored = new Units() {
            @Override
            public <T> T inUnit(Function<CrmStore, T> work) {
                return JpaUnits.within(database.entityManagers(), em -> work.apply(crm.store(em)));
            }
        };
        return List.of(tenants).stream()
                .map(name -> new Twins(memory, stored, new TenantId(name)))
                .toList();
    }

    /** Gives what both say, be it a result or a refusal. */
    Object both(Function<Desk, ?> work) {
        return both(Actor.of(stored.tenant().name(), stored.lea()), work);
    }

    Object both(Actor actor, Function<Desk, ?> work) {
        Object expected = said(memory, actor, work);
        assertThat(said(stored, actor, work)).isEqualTo(expected);
        return expected;
    }

    /** What the stored one alone says, after both have said the same. */
    <T> T stored(Function<Desk, T> work) {
        both(work);
        return stored.unit(work);
    }

    /** A refusal as text: its kind, and what it tells; of a problem its path and key. */
    private static Object said(Workbench bench, Actor actor, Function<Desk, ?> work) {
        try {
            return bench.unit(actor, work::apply);
        } catch (InvalidException e) {
            return refusal(e.problems().stream()
                    .map(problem -> problem.path() + " " + problem.key())
                    .toList()
                    .toString());
        } catch (CrmException e) {
            return refusal(e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    static String refusal(String told) {
        return "refused: " + told;
    }
}
