package org.carnetcrm.jpa;

/** The sizes of columns that the domain does not name itself. */
final class Lengths {

    /** The name of an enum's constant. */
    static final int CONSTANT = 40;

    /** The code of a currency. */
    static final int CURRENCY = 3;

    /** The digits of an amount in all, of which {@link org.carnetcrm.money.Money#FRACTION_DIGITS} are decimals. */
    static final int AMOUNT = 19;

    /** The digits of a price of one unit in all. */
    static final int UNIT_PRICE = 21;

    /** The digits of a quantity in all. */
    static final int QUANTITY = 15;

    /** The digits of a probability in all. */
    static final int PROBABILITY = 5;

    /** The name of a zone. */
    static final int ZONE = 60;

    /** An id as text: a UUID, the name of a tenant, or the list and the code of a choice. */
    static final int ID = 81;

    /** The code of a language. */
    static final int LANGUAGE = 8;

    /** The changed fields of one change of one thing. */
    static final int CHANGES = 1_000_000;

    private Lengths() {}
}
