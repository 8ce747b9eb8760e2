package org.carnetcrm.jpa.spring;

import org.carnetcrm.Setup;
import org.carnetcrm.jpa.JpaCrm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Adds the rows of the CRM to the host's persistence unit, and makes a {@link JpaCrm} where the host has a {@link Setup}
 * and no such bean of its own. It creates no table and begins no transaction.
 */
@AutoConfiguration
@ConditionalOnClass(LocalContainerEntityManagerFactoryBean.class)
@ConditionalOnProperty(prefix = "carnet.jpa", name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(CarnetJpaProperties.class)
public class CarnetJpaAutoConfiguration {

    /** Gives what adds the mapping files; static, so that it is there before any other bean is made. */
    @Bean
    static CarnetMappings carnetMappings(
            ConfigurableListableBeanFactory beans, ObjectProvider<CarnetJpaProperties> properties) {
        return new CarnetMappings(beans, properties);
    }

    /** Gives the CRM over the host's setup. */
    @Bean
    @ConditionalOnSingleCandidate(Setup.class)
    @ConditionalOnMissingBean
    JpaCrm jpaCrm(Setup setup, CarnetJpaProperties properties) {
        if (setup.hasOpportunities() && !properties.prospecting()) {
            throw new IllegalStateException("carnet.jpa.prospecting is false, but the Setup has the opportunities in:"
                    + " leave them out there too, with withoutOpportunities()");
        }
        return JpaCrm.of(setup);
    }
}
