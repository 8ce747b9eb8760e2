package org.carnetcrm.jpa.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a Spring Boot host may choose.
 *
 * @param enabled Whether the rows of the CRM are added to a persistence unit, and a JpaCrm is made of the host's Setup.
 * @param prospecting Whether the rows of the prospecting part (opportunities) are added too.
 * @param entityManagerFactory Name of the bean whose persistence unit gets the rows: by default the only one, or of
 *     several the primary one.
 */
@ConfigurationProperties("carnet.jpa")
public record CarnetJpaProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean prospecting,
        @Nullable String entityManagerFactory) {}
