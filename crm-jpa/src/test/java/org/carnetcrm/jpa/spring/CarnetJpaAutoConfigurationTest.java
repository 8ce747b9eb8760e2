package org.carnetcrm.jpa.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carnetcrm.jpa.JpaCrm;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** What the auto-configuration does to a unit; examples/spring-boot has it in whole hosts, on each Spring Boot. */
class CarnetJpaAutoConfigurationTest {

    @Test
    void spring_boot_finds_it() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(CarnetJpaAutoConfiguration.class.getName());
    }

    @Test
    void editors_know_the_properties() {
        assertThat(getClass().getResource("/META-INF/spring-configuration-metadata.json"))
                .content()
                .contains("carnet.jpa.enabled", "carnet.jpa.prospecting", "carnet.jpa.entity-manager-factory");
    }

    @Test
    void a_unit_gets_the_rows() {
        with(Map.of(), context -> assertThat(entities(context)).contains("CrmRelation", "CrmOpportunity"));
    }

    @Test
    void a_unit_gets_no_rows_of_a_part_that_is_left_out() {
        with(
                Map.of("carnet.jpa.prospecting", "false"),
                context -> assertThat(entities(context)).contains("CrmRelation").doesNotContain("CrmOpportunity"));
    }

    @Test
    void without_a_setup_there_is_no_crm() {
        with(
                Map.of(),
                context -> assertThat(context.getBeansOfType(JpaCrm.class)).isEmpty());
    }

    @Test
    void a_unit_that_nobody_would_provide_is_refused() {
        assertThatThrownBy(() -> with(LocalContainerEntityManagerFactoryBean::new, Map.of(), context -> {}))
                .rootCause()
                .hasMessageContaining("unit")
                .hasMessageContaining("META-INF/carnet-orm.xml");
    }

    private static void with(Map<String, Object> properties, Consumer<AnnotationConfigApplicationContext> test) {
        with(CarnetJpaAutoConfigurationTest::unit, properties, test);
    }

    private static void with(
            Supplier<LocalContainerEntityManagerFactoryBean> unit,
            Map<String, Object> properties,
            Consumer<AnnotationConfigApplicationContext> test) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
            context.registerBean("unit", LocalContainerEntityManagerFactoryBean.class, unit::get);
            context.register(CarnetJpaAutoConfiguration.class);
            context.refresh();
            test.accept(context);
        }
    }

    /** A unit of nothing, on a provider without Spring's adapter, which knows fewer versions of it than we do. */
    private static LocalContainerEntityManagerFactoryBean unit() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        LocalContainerEntityManagerFactoryBean unit = new LocalContainerEntityManagerFactoryBean();
        unit.setPersistenceProvider(new HibernatePersistenceProvider());
        unit.setDataSource(database);
        unit.setPackagesToScan("org.carnetcrm.nothing");
        unit.setJpaPropertyMap(Map.of("jakarta.persistence.validation.mode", "none"));
        return unit;
    }

    private static Stream<String> entities(AnnotationConfigApplicationContext context) {
        return context.getBean(EntityManagerFactory.class).getMetamodel().getEntities().stream()
                .map(EntityType::getName);
    }
}
