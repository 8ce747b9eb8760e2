package org.carnetcrm.testkit;

import net.jqwik.api.PropertyDefaults;

/**
 * What every store does. A host extends this with its own store, in a class whose name ends in {@code Test}.
 *
 * <p>A store that outlives every unit of work needs {@link #newStore} alone. One that lives as long as a unit overrides
 * {@link #empty} and {@link #inUnit} instead. A slow store asks for fewer tries with {@code @PropertyDefaults} of its own.
 */
@PropertyDefaults(tries = 30)
public abstract class StoreContract extends CursorContract {}
