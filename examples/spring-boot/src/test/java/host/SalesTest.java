package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import org.carnetcrm.Desk;
import org.carnetcrm.actor.Actor;
import org.carnetcrm.jpa.JpaCrm;
import org.carnetcrm.opportunity.Opportunity;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.problem.ConflictException;
import org.carnetcrm.problem.InvalidException;
import org.carnetcrm.problem.StoreException;
import org.carnetcrm.relation.Relation;
import org.carnetcrm.relation.RelationDraft;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;

/** The shop at work, with its own entities and the CRM's in one transaction. */
@SpringBootTest
class SalesTest {

    private static final String LEA = "lea";

    @Autowired
    private Sales sales;

    @Autowired
    private JpaCrm crm;

    @Autowired
    private EntityManager entityManager;

    @Test
    void the_shop_runs_on_the_spring_boot_that_the_build_names() {
        assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("host.spring-boot"));
    }

    @Test
    void a_customer_is_a_relation_too() {
        Customer acme = sales.welcome(LEA, "Acme");

        assertThat(entityManager.find(Customer.class, acme.getId()).getName()).isEqualTo("Acme");
        assertThat(relation(acme).name()).isEqualTo("Acme");
        assertThat(relation(acme).status()).isEqualTo("PROSPECT");
    }

    @Test
    void a_sale_wins_the_deal() {
        Customer acme = sales.welcome(LEA, "Acme");
        Opportunity offer = sales.offer(LEA, acme, "Lathe", "12000");

        sales.sell(LEA, acme, offer.id(), offer.version(), "L-1");

        assertThat(sales.show(LEA, offer.id()).standing().kind()).isEqualTo(StandingKind.WON);
        assertThat(entityManager.find(Machine.class, "L-1").getCustomer()).isEqualTo(acme.getReference());
    }

    @Test
    void what_the_crm_refuses_leaves_no_customer_behind() {
        long before = customers();

        assertThatThrownBy(() -> sales.welcome(LEA, " ")).isInstanceOf(InvalidException.class);

        assertThat(customers()).isEqualTo(before);
    }

    @Test
    void what_the_shop_cannot_write_leaves_the_deal_open() {
        Customer acme = sales.welcome(LEA, "Acme");
        Opportunity first = sales.offer(LEA, acme, "Lathe", "12000");
        Opportunity second = sales.offer(LEA, acme, "Another lathe", "12000");
        sales.sell(LEA, acme, first.id(), first.version(), "L-2");

        assertThatThrownBy(() -> sales.sell(LEA, acme, second.id(), second.version(), "L-2"))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(sales.show(LEA, second.id())).isEqualTo(second);
    }

    @Test
    void who_saw_an_older_version_is_told_what_is_there_now() {
        Customer acme = sales.welcome(LEA, "Acme");
        Opportunity offer = sales.offer(LEA, acme, "Lathe", "12000");
        sales.sell(LEA, acme, offer.id(), offer.version(), "L-3");

        assertThatThrownBy(() -> sales.sell(LEA, acme, offer.id(), offer.version(), "L-4"))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.present()).contains(sales.show(LEA, offer.id())));

        assertThat(entityManager.find(Machine.class, "L-4")).isNull();
    }

    @Test
    void a_command_outside_of_a_transaction_is_refused() {
        Desk desk = crm.over(entityManager).actingAs(Actor.system("shop"));

        assertThatThrownBy(() -> desk.relations().add(RelationDraft.company("Acme")))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(StoreException.Reason.NO_TRANSACTION));
    }

    private Relation relation(Customer customer) {
        return crm.over(entityManager)
                .actingAs(Actor.system("shop"))
                .relations()
                .findByReference(customer.getReference())
                .orElseThrow();
    }

    private long customers() {
        return entityManager
                .createQuery("select count(c) from Customer c", Long.class)
                .getSingleResult();
    }
}
