package host;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.carnetcrm.Setup;
import org.carnetcrm.jpa.JpaCrm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** What a host may choose, and that what it has of its own is kept in any case. */
class SettingsTest {

    private static final String UNIT = "entityManagerFactory";
    private static final String ARCHIVE = "archive";
    private static final String[] OWN = {"Customer", "Machine"};
    private static final String BASE = "CrmRelation";
    private static final String PROSPECTING = "CrmOpportunity";

    /** Hosts with the properties of the shop, and its entities. */
    private final ApplicationContextRunner host = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues("spring.datasource.generate-unique-name=true");

    private final ApplicationContextRunner oneUnit = host.withUserConfiguration(OneUnit.class);
    private final ApplicationContextRunner twoUnits = host.withUserConfiguration(TwoUnits.class);

    @Test
    void the_rows_stand_beside_the_hosts_entities_and_its_orm_xml() {
        oneUnit.run(context -> assertThat(entities(context, UNIT)).contains(OWN).contains(BASE, PROSPECTING));
    }

    @Test
    void mapping_files_that_the_host_names_are_kept_and_none_is_read_twice() {
        oneUnit.withPropertyValues("spring.jpa.mapping-resources=META-INF/orm.xml,META-INF/carnet-orm.xml")
                .run(context ->
                        assertThat(entities(context, UNIT)).contains(OWN).contains(BASE, PROSPECTING));
    }

    @Test
    void a_host_may_turn_it_off() {
        oneUnit.withPropertyValues("carnet.jpa.enabled=false")
                .withBean(Setup.class, SettingsTest::setup)
                .run(context -> {
                    assertThat(entities(context, UNIT)).containsExactlyInAnyOrder(OWN);
                    assertThat(context).doesNotHaveBean(JpaCrm.class);
                });
    }

    @Test
    void a_crm_is_made_of_the_hosts_setup_and_of_nothing_else() {
        oneUnit.run(context -> assertThat(context).doesNotHaveBean(JpaCrm.class));
        oneUnit.withBean(Setup.class, SettingsTest::setup)
                .run(context -> assertThat(context).hasSingleBean(JpaCrm.class));
    }

    @Test
    void a_crm_of_the_hosts_own_is_kept() {
        JpaCrm own = JpaCrm.of(setup());

        oneUnit.withBean(Setup.class, SettingsTest::setup)
                .withBean("own", JpaCrm.class, () -> own)
                .run(context -> assertThat(context.getBean(JpaCrm.class)).isSameAs(own));
    }

    @Test
    void a_host_without_prospecting_needs_neither_its_rows_nor_its_tables() {
        oneUnit.withPropertyValues(
                        "carnet.jpa.prospecting=false",
                        "spring.sql.init.schema-locations=classpath:schema.sql,classpath:META-INF/carnet/db/h2/V1__base.sql")
                .withBean(Setup.class, () -> setup().withoutOpportunities())
                .run(context -> {
                    assertThat(entities(context, UNIT))
                            .contains(OWN)
                            .contains(BASE)
                            .doesNotContain(PROSPECTING);
                    assertThat(context).hasSingleBean(JpaCrm.class);
                });
    }

    @Test
    void a_setup_with_opportunities_does_not_start_without_their_rows() {
        oneUnit.withPropertyValues("carnet.jpa.prospecting=false")
                .withBean(Setup.class, SettingsTest::setup)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("carnet.jpa.prospecting is false")
                        .hasMessageContaining("withoutOpportunities()"));
    }

    @Test
    void of_several_units_the_one_that_is_named_gets_the_rows() {
        twoUnits.withPropertyValues("carnet.jpa.entity-manager-factory=" + ARCHIVE)
                .run(context -> {
                    assertThat(entities(context, UNIT)).containsExactlyInAnyOrder(OWN);
                    assertThat(entities(context, ARCHIVE)).contains(OWN).contains(BASE, PROSPECTING);
                });
    }

    @Test
    void of_several_units_the_primary_one_gets_the_rows_when_none_is_named() {
        host.withUserConfiguration(PrimaryAndOther.class).run(context -> {
            assertThat(entities(context, UNIT)).contains(OWN).contains(BASE, PROSPECTING);
            assertThat(entities(context, ARCHIVE)).containsExactlyInAnyOrder(OWN);
        });
    }

    @Test
    void several_units_of_which_none_is_chosen_do_not_start() {
        twoUnits.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("carnet.jpa.entity-manager-factory")
                .hasMessageContaining("[entityManagerFactory, archive]"));
    }

    @Test
    void a_unit_that_is_not_there_does_not_start() {
        oneUnit.withPropertyValues("carnet.jpa.entity-manager-factory=elsewhere")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("[entityManagerFactory]")
                        .hasMessageContaining("elsewhere"));
    }

    private static Setup setup() {
        return Setup.of(Clock.systemUTC());
    }

    private static Set<String> entities(AssertableApplicationContext context, String unit) {
        return context.getBean(unit, EntityManagerFactory.class).getMetamodel().getEntities().stream()
                .map(entity -> entity.getName())
                .collect(Collectors.toSet());
    }

    /** A host that leaves its unit to Spring Boot. */
    @EnableAutoConfiguration
    static class OneUnit {}

    /** A host that makes two units itself, with a post-processor of its own. */
    @EnableAutoConfiguration
    static class TwoUnits {

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource database) {
            return unit(database);
        }

        @Bean
        LocalContainerEntityManagerFactoryBean archive(DataSource database) {
            return unit(database);
        }

        @Bean
        JpaTransactionManager transactionManager(@Qualifier(UNIT) EntityManagerFactory unit) {
            return new JpaTransactionManager(unit);
        }

        private static LocalContainerEntityManagerFactoryBean unit(DataSource database) {
            LocalContainerEntityManagerFactoryBean unit = new LocalContainerEntityManagerFactoryBean();
            unit.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            unit.setDataSource(database);
            unit.setMappingResources("META-INF/orm.xml");
            unit.setPersistenceUnitPostProcessors(info -> info.addManagedClassName(Customer.class.getName()));
            return unit;
        }
    }

    /** The same, saying which of its units is meant when none is named. */
    @EnableAutoConfiguration
    static class PrimaryAndOther extends TwoUnits {

        @Bean
        @Primary
        @Override
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource database) {
            return super.entityManagerFactory(database);
        }
    }
}
