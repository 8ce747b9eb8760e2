package org.carnetcrm.jpa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/** What the design promises about the whole module. */
class JpaArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("org.carnetcrm.jpa");

    @Test
    void the_store_uses_the_core_and_the_standard_api_alone() {
        classes()
                .that()
                .resideInAPackage("org.carnetcrm.jpa")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.carnetcrm..",
                        "jakarta.persistence..",
                        "java..",
                        "javax.sql..",
                        "org.jspecify..",
                        "org.flywaydb..")
                .check(MODULE);
    }

    @Test
    void one_class_knows_the_library_that_runs_scripts() {
        noClasses()
                .that()
                .haveNameNotMatching("org\\.carnetcrm\\.jpa\\.FlywayRun.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb..")
                .check(MODULE);
    }

    @Test
    void it_knows_nothing_of_reports() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.carnetcrm.reporting..")
                .check(MODULE);
    }

    @Test
    void rows_are_nobody_elses() {
        classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(MODULE);
    }

    @Test
    void nothing_here_ends_a_transaction_of_the_hosts() {
        noClasses().should().callMethod(EntityManager.class, "getTransaction").check(MODULE);
        noClasses().should().callMethod(EntityManager.class, "clear").check(MODULE);
        noClasses().should().callMethod(EntityManager.class, "close").check(MODULE);
        noClasses()
                .should()
                .callMethod(EntityManager.class, "merge", Object.class)
                .check(MODULE);
    }
}
