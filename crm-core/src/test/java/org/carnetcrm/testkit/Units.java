package org.carnetcrm.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;
import java.util.function.Function;
import org.carnetcrm.store.CrmStore;

/** How a test reaches a store: a unit of work at a time, thrown away when it fails. */
public interface Units {

    /** Does work in a unit of its own and gives its result; what the work throws comes out as it is. */
    <T> T inUnit(Function<CrmStore, T> work);

    /** Reaches a store that outlives every unit, such as the one in memory. */
    static Units of(CrmStore store) {
        return new Units() {
            @Override
            public <T> T inUnit(Function<CrmStore, T> work) {
                return work.apply(store);
            }
        };
    }

    /**
     * Gives a store that outlives every unit, for tests that are written for one: each question, and each set of changes,
     * is a unit of its own. Commands stay whole, for a command writes once.
     */
    default CrmStore lasting() {
        return (CrmStore) Proxy.newProxyInstance(
                CrmStore.class.getClassLoader(), new Class<?>[] {CrmStore.class}, (proxy, method, arguments) -> {
                    try {
                        // An Optional, for a unit gives something and setting changes gives nothing.
                        return inUnit(store -> Optional.ofNullable(call(store, method, arguments)))
                                .orElse(null);
                    } catch (UndeclaredThrowableException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Object call(CrmStore store, Method method, Object[] arguments) {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new UndeclaredThrowableException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
