package org.carnetcrm.jpa;

import org.carnetcrm.action.Cost;
import org.carnetcrm.choice.ChoiceId;
import org.carnetcrm.money.Money;
import org.carnetcrm.money.Probability;
import org.carnetcrm.money.UnitPrice;

/** The sizes of columns that the domain does not name itself. */
final class Lengths {

    /** The name of an enum's constant. */
    static final int CONSTANT = 40;

    /** The code of a currency. */
    static final int CURRENCY = 3;

    /** The digits of an amount in all. */
    static final int AMOUNT = Money.INTEGER_DIGITS + Money.FRACTION_DIGITS;

    /** The digits of a price of one unit in all. */
    static final int UNIT_PRICE = UnitPrice.INTEGER_DIGITS + UnitPrice.FRACTION_DIGITS;

    /** The digits of a quantity in all. */
    static final int QUANTITY = Cost.QUANTITY_INTEGER_DIGITS + Cost.QUANTITY_FRACTION_DIGITS;

    /** The digits of a probability in all. */
    static final int PROBABILITY = Probability.INTEGER_DIGITS + Probability.FRACTION_DIGITS;

    /** The name of a zone. */
    static final int ZONE = 60;

    /** An id as text: a UUID, the name of a tenant, or the list and the code of a choice. */
    static final int ID = CONSTANT + 1 + ChoiceId.CODE_LENGTH;

    /** The code of a language. */
    static final int LANGUAGE = 8;

    /** The changed fields of one change of one thing. */
    static final int CHANGES = 1_000_000;

    private Lengths() {}
}
