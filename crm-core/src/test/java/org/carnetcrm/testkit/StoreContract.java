package org.carnetcrm.testkit;

/**
 * What every store does. A host extends this with its own store, in a class whose name ends in {@code Test}.
 *
 * <p>A store that outlives every unit of work needs {@link #newStore} alone. One that lives as long as a unit overrides
 * {@link #empty} and {@link #inUnit} instead.
 */
public abstract class StoreContract extends CursorContract {}
