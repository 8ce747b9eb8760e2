package host;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A customer of the shop: the CRM knows the same one as a relation, by the customer's reference. */
@Entity
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    protected Customer() {}

    public Customer(String name) {
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    /** What the CRM knows the customer by. */
    public String getReference() {
        return "customer-" + id;
    }

    public String getName() {
        return name;
    }
}
