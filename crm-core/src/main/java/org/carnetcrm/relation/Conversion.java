package org.carnetcrm.relation;

/**
 * A prospect that became a customer.
 *
 * @param relationName the name of the relation, as it is now
 * @param change the row of its history by which it did, with the action behind it
 * @param first whether it is the first conversion of the relation, by effective date
 */
public record Conversion(String relationName, RelationChange change, boolean first) {}
