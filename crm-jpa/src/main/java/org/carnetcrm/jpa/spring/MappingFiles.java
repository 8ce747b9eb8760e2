package org.carnetcrm.jpa.spring;

import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.List;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;

/**
 * What a provider is told of a unit, with mapping files besides those that the host names.
 *
 * <p>Spring's own ways to name them replace what the host has given: mapping resources put an {@code orm.xml} out of
 * force, and post-processors of the unit those of the host. So the provider hears of the files from here. Proxies, for
 * the two interfaces differ from one version of Jakarta Persistence to the next.
 */
final class MappingFiles {

    private MappingFiles() {}

    /** Gives a provider that is told of the files too, whichever unit it makes. */
    static PersistenceProvider added(List<String> files, PersistenceProvider provider) {
        return intercepted(PersistenceProvider.class, provider, call -> {
            Object[] arguments = call.getArguments();
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i] instanceof PersistenceUnitInfo unit) {
                    arguments[i] = added(files, unit);
                }
            }
            return call.proceed();
        });
    }

    private static PersistenceUnitInfo added(List<String> files, PersistenceUnitInfo unit) {
        return intercepted(PersistenceUnitInfo.class, unit, call -> {
            if (!call.getMethod().getName().equals("getMappingFileNames")) {
                return call.proceed();
            }
            // A file that the host names itself is not read twice.
            return Stream.concat(unit.getMappingFileNames().stream(), files.stream())
                    .distinct()
                    .toList();
        });
    }

    private static <T> T intercepted(Class<T> type, T target, MethodInterceptor interceptor) {
        ProxyFactory proxies = new ProxyFactory(target);
        proxies.addAdvice(interceptor);
        return type.cast(proxies.getProxy(target.getClass().getClassLoader()));
    }
}
