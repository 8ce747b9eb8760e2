package host;

import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import org.carnetcrm.Crm;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.actor.TenantDraft;
import org.carnetcrm.choice.Presets;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.jpa.JpaCrm;
import org.carnetcrm.opportunity.ClosingDraft;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.OpportunityDraft;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shop's use cases. Each writes its own entities and the CRM's in one transaction: both or neither. */
@Service
@Transactional
public class Sales {

    private static final String TENANT = "shop";

    private final EntityManager entityManager;
    private final JpaCrm crm;

    Sales(EntityManager entityManager, JpaCrm crm) {
        this.entityManager = entityManager;
        this.crm = crm;
    }

    /** Opens the shop's tenant; one that is open stays as it is. */
    public void open() {
        Desk system =
                crm.over(entityManager).openTenant(TenantDraft.of(TENANT, "EUR").choices(Presets.standard()));
        system.representatives().ensure("lea", "Lea");
    }

    /** Takes in a new customer, who is a prospect. */
    public Customer welcome(String user, String name) {
        Customer customer = new Customer(name);
        entityManager.persist(customer);
        desk(user)
                .relations()
                .add(RelationDraft.company(name)
                        .hostReference(customer.getReference())
                        .status("PROSPECT"));
        return customer;
    }

    /** Offers a machine. */
    public Opportunity offer(String user, Customer customer, String subject, String value) {
        Desk desk = desk(user);
        Relation relation =
                desk.relations().findByReference(customer.getReference()).orElseThrow();
        return desk.opportunities()
                .open(OpportunityDraft.about(relation.id()).subject(subject).value(value));
    }

    /** Sells the machine that was offered. */
    public Machine sell(String user, Customer customer, OpportunityId offer, int version, String serial) {
        desk(user).opportunities().close(offer, version, ClosingDraft.won());
        Machine machine = new Machine(serial, customer.getReference());
        entityManager.persist(machine);
        return machine;
    }

    /** Shows an offer as it is now. */
    @Transactional(readOnly = true)
    public Opportunity show(String user, OpportunityId offer) {
        return desk(user).opportunities().find(offer).orElseThrow();
    }

    /** Gives the desk of whoever is signed in, good for the transaction that goes on. */
    private Desk desk(String user) {
        Crm here = crm.over(entityManager);
        RepresentativeId me = here.actingAs(Actor.system(TENANT))
                .representatives()
                .findByReference(user)
                .orElseThrow()
                .id();
        return here.actingAs(Actor.of(TENANT, me).in(ZoneId.of("Europe/Brussels")));
    }
}
