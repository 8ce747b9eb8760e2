package org.carnetcrm.jpa.spring;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** Adds the mapping files of the CRM to one persistence unit of the host's. */
final class CarnetMappings implements BeanPostProcessor {

    private static final String BASE = "META-INF/carnet-orm.xml";
    private static final String PROSPECTING = "META-INF/carnet-prospecting-orm.xml";

    private final ConfigurableListableBeanFactory beans;
    private final ObjectProvider<CarnetJpaProperties> properties;

    CarnetMappings(ConfigurableListableBeanFactory beans, ObjectProvider<CarnetJpaProperties> properties) {
        this.beans = beans;
        this.properties = properties;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof LocalContainerEntityManagerFactoryBean factory) {
            CarnetJpaProperties chosen = properties.getObject();
            if (name.equals(unit(chosen.entityManagerFactory()))) {
                List<String> files = chosen.prospecting() ? List.of(BASE, PROSPECTING) : List.of(BASE);
                factory.setPersistenceProvider(MappingFiles.added(files, provider(factory, name)));
            }
        }
        return bean;
    }

    /** Gives the name of the bean that is chosen or, when none is, the one that Spring itself would inject. */
    private String unit(@Nullable String chosen) {
        List<String> known = List.of(beans.getBeanNamesForType(EntityManagerFactory.class, true, false));
        List<String> candidates = chosen != null
                ? known.stream().filter(chosen::equals).toList()
                : known.size() == 1
                        ? known
                        : known.stream().filter(this::isPrimary).toList();
        if (candidates.size() != 1) {
            throw new IllegalStateException("carnet.jpa.entity-manager-factory is to name the one of " + known
                    + " whose unit gets the rows of the CRM, but is " + chosen
                    + "; carnet.jpa.enabled=false adds them to none");
        }
        return candidates.get(0);
    }

    private boolean isPrimary(String name) {
        return beans.containsBeanDefinition(name)
                && beans.getMergedBeanDefinition(name).isPrimary();
    }

    private static PersistenceProvider provider(LocalContainerEntityManagerFactoryBean factory, String name) {
        PersistenceProvider own = factory.getPersistenceProvider();
        if (own != null) {
            return own;
        }
        JpaVendorAdapter adapter = factory.getJpaVendorAdapter();
        if (adapter == null) {
            throw new IllegalStateException("The bean " + name + " has neither a JpaVendorAdapter nor a"
                    + " PersistenceProvider: give it one, or name " + BASE
                    + " among its mapping files and set carnet.jpa.enabled=false");
        }
        return adapter.getPersistenceProvider();
    }
}
