package org.carnetcrm;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.carnetcrm.store.CrmStore;
import org.carnetcrm.testkit.Workbench;

/** A CRM over the store of a workbench that notes what each look-up by id asks for. */
final class WatchedStore {

    private final List<Class<?>> found = new ArrayList<>();
    private final Crm crm;

    WatchedStore(Workbench bench) {
        CrmStore store = bench.store();
        CrmStore watched = (CrmStore) Proxy.newProxyInstance(
                CrmStore.class.getClassLoader(), new Class<?>[] {CrmStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        found.add((Class<?>) arguments[1]);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        crm = Crm.over(
                Setup.of(Clock.fixed(bench.today().atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC)), watched);
    }

    Crm crm() {
        return crm;
    }

    /** The types that were asked for, look-up by look-up, while a command ran. */
    List<Class<?>> during(Runnable command) {
        found.clear();
        command.run();
        return List.copyOf(found);
    }
}
