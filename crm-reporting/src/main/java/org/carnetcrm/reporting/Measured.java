package org.carnetcrm.reporting;

import java.util.Currency;
import org.carnetcrm.money.Money;
import org.carnetcrm.opportunity.Measures;
import org.carnetcrm.opportunity.OpportunityFilter;

/** A row of a report that tells what deals of one currency add up to. */
public interface Measured {

    /** Gives all that the deals add up to. */
    Measures measures();

    /** Gives the filter that lists the deals of the row. */
    OpportunityFilter filter();

    /** Gives the currency. */
    default Currency currency() {
        return measures().value().currency();
    }

    /** Gives how many deals there are. */
    default long count() {
        return measures().count();
    }

    /** Gives how many of the deals have no value. */
    default long withoutValue() {
        return measures().withoutValue();
    }

    /** Gives the sum of the values. */
    default Money value() {
        return measures().value();
    }

    /** Gives the purchase costs of the deals that have a value. */
    default Money purchaseCosts() {
        return measures().purchaseCosts();
    }

    /** Gives value − purchase costs. */
    default Money net() {
        return measures().net();
    }

    /** Gives the sum of the weighted totals, each rounded on its own; negative when costs outweigh. */
    default Money total() {
        return measures().total();
    }

    /** Gives the sum of the signed totals of the won deals. */
    default Money signedTotal() {
        return measures().signedTotal();
    }

    /** Gives how many won deals have no signed total. */
    default long withoutSignedTotal() {
        return measures().withoutSignedTotal();
    }
}
