package org.carnetcrm.jpa;

import java.util.List;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/** Ends a property after a few tries: what takes a millisecond in memory takes seconds in a database. */
final class FewTries implements AroundTryHook {

    private static final int TRIES = 2;

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor executor, List<Object> parameters)
            throws Throwable {
        Store<Integer> tries = Store.getOrCreate("tries", Lifespan.PROPERTY, () -> 0);
        tries.update(tried -> tried + 1);
        TryExecutionResult result = executor.execute(parameters);
        boolean last = tries.get() >= TRIES;
        return result.isSatisfied() && last ? TryExecutionResult.satisfied(true) : result;
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
