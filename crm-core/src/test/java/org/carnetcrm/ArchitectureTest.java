package org.carnetcrm;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.carnetcrm.id.IdSource;
import org.junit.jupiter.api.Test;

/** What the design promises about the whole core, and no test of a single class could hold. */
class ArchitectureTest {
    /** The packages from the ground up: each may use those on the lines above its own, and nothing else of ours. */
    private static final List<Set<String>> LAYERS = List.of(
            Set.of("org.carnetcrm.id", "org.carnetcrm.language"),
            Set.of("org.carnetcrm.problem"),
            Set.of("org.carnetcrm.input", "org.carnetcrm.page"),
            Set.of("org.carnetcrm.money"),
            Set.of("org.carnetcrm.choice"),
            Set.of("org.carnetcrm.actor"),
            Set.of("org.carnetcrm.audit", "org.carnetcrm.relation", "org.carnetcrm.representative"),
            Set.of("org.carnetcrm.action", "org.carnetcrm.followup", "org.carnetcrm.note", "org.carnetcrm.opportunity"),
            Set.of("org.carnetcrm.timeline"),
            Set.of("org.carnetcrm.store"),
            Set.of("org.carnetcrm"));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("org.carnetcrm");

    @Test
    void every_package_has_its_layer() {
        Set<String> packages = CORE.stream().map(JavaClass::getPackageName).collect(toSet());

        assertThat(LAYERS.stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void packages_use_only_what_lies_below_them() {
        List<String> below = new ArrayList<>();
        for (Set<String> layer : LAYERS) {
            for (String own : layer) {
                noClasses()
                        .that()
                        .resideInAPackage(own)
                        .should()
                        .dependOnClassesThat(describe("are ours and not below " + own, used -> {
                            String name = used.getPackageName();
                            return name.startsWith("org.carnetcrm") && !name.equals(own) && !below.contains(name);
                        }))
                        .check(CORE);
            }
            below.addAll(layer);
        }
    }

    @Test
    void the_core_depends_on_four_small_libraries_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.carnetcrm..",
                        "java..",
                        "jakarta.validation..",
                        "org.jspecify..",
                        "org.slf4j",
                        "com.fasterxml.uuid..")
                .check(CORE);
    }

    @Test
    void no_figure_is_a_binary_floating_point_number() {
        noFields().should().haveRawType(binaryFloatingPoint()).check(CORE);
        assertThat(CORE.stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> Stream.concat(
                                        Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                                .anyMatch(binaryFloatingPoint())))
                .isEmpty();
        nothingUses(
                "a float or double",
                target -> Stream.concat(Stream.of(target.getRawReturnType()), target.getRawParameterTypes().stream())
                        .anyMatch(binaryFloatingPoint()));
    }

    @Test
    void the_domain_never_reads_an_ambient_clock() {
        nothingUses(
                "now() without a clock",
                target -> target.getOwner().getPackageName().startsWith("java.time")
                        && target.getName().equals("now")
                        && !takes(target, Clock.class));
        nothingUses(
                "a clock of the machine",
                target -> is(target, Clock.class, "system.*|tick(Millis|Seconds|Minutes)")
                        || is(target, System.class, "currentTimeMillis|nanoTime"));
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, Calendar.class)
                .check(CORE);
    }

    @Test
    void no_zone_or_locale_is_taken_from_the_machine() {
        nothingUses(
                "the machine's own zone or locale",
                target -> is(target, ZoneId.class, "systemDefault")
                        || is(target, TimeZone.class, "getDefault")
                        || is(target, Locale.class, "getDefault"));
    }

    @Test
    void what_could_fall_back_on_the_default_locale_is_told_one() {
        nothingUses(
                "formatting by the default locale",
                target -> !takes(target, Locale.class)
                        && (is(target, String.class, "format|formatted|toLowerCase|toUpperCase")
                                || is(target, DateTimeFormatter.class, "ofPattern")
                                || is(target, NumberFormat.class, "get.*Instance")
                                || is(target, DecimalFormat.class, "<init>")
                                || is(target, SimpleDateFormat.class, "<init>")
                                || is(target, Collator.class, "getInstance")
                                || is(target, ResourceBundle.class, "getBundle")));
    }

    @Test
    void bytes_and_text_are_turned_into_each_other_by_a_named_charset() {
        nothingUses(
                "the default charset",
                target -> (is(target, String.class, "getBytes")
                                && target.getRawParameterTypes().isEmpty())
                        || (is(target, String.class, "<init>")
                                && target.getRawParameterTypes().size() == 1
                                && takes(target, byte[].class)));
    }

    @Test
    void chance_comes_in_through_the_id_source_alone() {
        nothingUses("chance", target -> is(target, UUID.class, "randomUUID") || is(target, Math.class, "random"));
        noClasses()
                .that()
                .doNotBelongToAnyOf(IdSource.class, Setup.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .check(CORE);
    }

    @Test
    void nothing_is_read_from_or_printed_to_the_machine() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(CORE);
        nothingUses(
                "the environment",
                target -> is(target, System.class, "getenv|(get|set|clear)Propert(y|ies)|lineSeparator"));
    }

    @Test
    void the_core_does_without_reflection() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.lang.reflect.."))
                .check(CORE);
        nothingUses(
                "a look into a class",
                target -> is(target, Class.class, "forName|newInstance|getRecordComponents")
                        || is(target, Class.class, "get(Declared)?(Method|Field|Constructor)s?"));
    }

    @Test
    void no_state_is_shared_by_way_of_a_static_field() {
        fields().that().areStatic().should().beFinal().check(CORE);
    }

    /** No class of the core calls such a method or constructor, or refers to it by {@code ::}. */
    private static void nothingUses(String what, Predicate<CodeUnitAccessTarget> such) {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "it is " + what,
                        access -> access.getTarget() instanceof CodeUnitAccessTarget target && such.test(target)))
                .check(CORE);
    }

    private static boolean is(CodeUnitAccessTarget target, Class<?> owner, String names) {
        return target.getOwner().isEquivalentTo(owner) && target.getName().matches(names);
    }

    private static boolean takes(CodeUnitAccessTarget target, Class<?> type) {
        return target.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }

    private static DescribedPredicate<JavaClass> binaryFloatingPoint() {
        return describe(
                "float or double",
                type -> Stream.of(double.class, float.class, Double.class, Float.class)
                        .anyMatch(type.getBaseComponentType()::isEquivalentTo));
    }
}
