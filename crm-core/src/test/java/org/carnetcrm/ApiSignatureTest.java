package org.carnetcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Compares what callers can see of the core with the list that is checked in, so that no promise is made or broken
 * unnoticed. Canonical constructors of records are no promise and stand in no list.
 */
class ApiSignatureTest {
    private static final Path CHECKED_IN = Path.of(System.getProperty("basedir", ""), "api.txt");

    @Test
    void the_api_is_the_one_that_is_checked_in() throws Exception {
        List<String> present = publicTypes().flatMap(ApiSignatureTest::describe).toList();
        if (Boolean.getBoolean("api.update")) {
            Files.write(CHECKED_IN, present);
        }
        Set<String> before = members(Files.exists(CHECKED_IN) ? Files.readAllLines(CHECKED_IN) : List.of());
        Set<String> now = members(present);

        String changes = Stream.concat(
                        before.stream().filter(line -> !now.contains(line)).map(line -> "- " + line),
                        now.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
                .collect(Collectors.joining("\n"));
        if (!changes.isEmpty()) {
            fail("""
                    The public API is no longer what %s says:
                    %s
                    If that is meant, look at what callers lose, refresh the list with
                      mvn -pl crm-core test -Dtest=ApiSignatureTest -Dapi.update=true
                    and commit it with the change.""", CHECKED_IN, changes);
        }
    }

    @Test
    void the_list_holds_what_a_caller_sees_and_nothing_else() {
        assertThat(describe(Seen.class))
                .containsExactly(
                        "public record org.carnetcrm.ApiSignatureTest$Seen<T> implements Comparable<Seen<T>>",
                        "    public @Nullable String note()",
                        "    public List<@Nullable T> values()",
                        "    public int compareTo(Seen<T>)",
                        "    public static <E extends Exception> Seen<String> of(String[], Set<? extends Number>) throws E",
                        "    public static final int MOST = 3");
    }

    @SuppressWarnings("unused")
    public record Seen<T>(@Nullable String note, List<@Nullable T> values) implements Comparable<Seen<T>> {
        public static final int MOST = 3;
        static final int HIDDEN = 4;

        public static <E extends Exception> Seen<String> of(String[] notes, Set<? extends Number> numbers) throws E {
            return new Seen<>(null, List.of());
        }

        void hidden() {}

        @Override
        public int compareTo(Seen<T> other) {
            return 0;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    private static Stream<Class<?>> publicTypes() throws URISyntaxException {
        Set<String> exported = exportedPackages();
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                        .importPackages("org.carnetcrm")
                        .stream()
                        .filter(type -> exported.contains(type.getPackageName()))
                        .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(ApiSignatureTest::isReachable);
    }

    /** What the module shows to everyone; the tests run on the class path, where nothing else would ask. */
    private static Set<String> exportedPackages() throws URISyntaxException {
        Path classes = Path.of(
                Crm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return ModuleFinder.of(classes).findAll().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(export -> !export.isQualified())
                .map(Exports::source)
                .collect(Collectors.toSet());
    }

    private static boolean isReachable(@Nullable Class<?> type) {
        return type == null || (isVisible(type.getModifiers()) && isReachable(type.getEnclosingClass()));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** The type on a line of its own, and below it, indented and sorted, what it offers. */
    private static Stream<String> describe(Class<?> type) {
        Stream<String> members = Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(ApiSignatureTest::isOffered)
                                .map(ApiSignatureTest::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(ApiSignatureTest::isOffered)
                                .filter(constructor -> !isCanonical(constructor))
                                .map(ApiSignatureTest::executable),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(ApiSignatureTest::isOffered)
                                .filter(method -> !isImplied(method))
                                .map(ApiSignatureTest::executable))
                .flatMap(lines -> lines)
                .map(line -> "    " + line)
                .sorted();
        return Stream.concat(Stream.of(header(type)), members);
    }

    private static boolean isOffered(Member member) {
        return isVisible(member.getModifiers()) && !member.isSynthetic();
    }

    private static boolean isCanonical(Constructor<?> constructor) {
        RecordComponent[] components = constructor.getDeclaringClass().getRecordComponents();
        return components != null
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }

    /** What every object, and every enum, has anyway. */
    private static boolean isImplied(Method method) {
        String signature = method.getName() + Arrays.toString(method.getParameterTypes());
        return Set.of("equals[class java.lang.Object]", "hashCode[]", "toString[]")
                        .contains(signature)
                || (method.getDeclaringClass().isEnum()
                        && Set.of("values[]", "valueOf[class java.lang.String]").contains(signature));
    }

    private static String header(Class<?> type) {
        List<String> words = new ArrayList<>();
        words.add(Modifier.isPublic(type.getModifiers()) ? "public" : "protected");
        boolean plain = !type.isRecord() && !type.isEnum() && !type.isInterface();
        if (plain && Modifier.isAbstract(type.getModifiers())) {
            words.add("abstract");
        }
        if (plain && Modifier.isFinal(type.getModifiers())) {
            words.add("final");
        }
        if (type.isSealed() && !type.isEnum()) {
            words.add("sealed");
        }
        words.add(
                type.isAnnotation()
                        ? "@interface"
                        : type.isInterface()
                                ? "interface"
                                : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class");
        words.add(type.getName() + typeParameters(type.getTypeParameters()));
        if (plain && type.getSuperclass() != Object.class) {
            words.add("extends " + text(type.getAnnotatedSuperclass()));
        }
        if (type.getInterfaces().length > 0 && !type.isAnnotation()) {
            words.add((type.isInterface() ? "extends " : "implements ") + texts(type.getAnnotatedInterfaces()));
        }
        return String.join(" ", words);
    }

    private static String field(Field field) {
        String declaration =
                Modifier.toString(field.getModifiers()) + " " + text(field.getAnnotatedType()) + " " + field.getName();
        boolean inlined = Modifier.isStatic(field.getModifiers())
                && (field.getType().isPrimitive() || field.getType() == String.class);
        if (field.isEnumConstant() || !inlined) {
            return declaration;
        }
        try {
            return declaration + " = " + field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String executable(Executable executable) {
        int told = executable.getModifiers()
                & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT);
        List<String> words = new ArrayList<>();
        words.add(Modifier.toString(told));
        if (executable instanceof Method method && method.isDefault()) {
            words.add("default");
        }
        if (executable.getTypeParameters().length > 0) {
            words.add(typeParameters(executable.getTypeParameters()));
        }
        String name = executable.getDeclaringClass().getSimpleName();
        if (executable instanceof Method method) {
            words.add(text(method.getAnnotatedReturnType()));
            name = method.getName();
        }
        words.add(name + "(" + texts(executable.getAnnotatedParameterTypes()) + ")");
        if (executable.getExceptionTypes().length > 0) {
            words.add("throws " + texts(executable.getAnnotatedExceptionTypes()));
        }
        return String.join(" ", words);
    }

    private static String typeParameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(ApiSignatureTest::typeParameter)
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String typeParameter(TypeVariable<?> variable) {
        String bounds = Arrays.stream(variable.getAnnotatedBounds())
                .map(ApiSignatureTest::text)
                .filter(bound -> !bound.equals("Object"))
                .collect(Collectors.joining(" & "));
        return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private static String texts(AnnotatedType[] types) {
        return Arrays.stream(types).map(ApiSignatureTest::text).collect(Collectors.joining(", "));
    }

    /** A type as it stands in source code, by simple names; written here since the JDK's own text differs by version. */
    private static String text(AnnotatedType type) {
        return (type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "") + bare(type);
    }

    private static String bare(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            return text(array.getAnnotatedGenericComponentType()) + "[]";
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            return name(((ParameterizedType) type.getType()).getRawType()) + "<"
                    + texts(parameterized.getAnnotatedActualTypeArguments()) + ">";
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            String lower = texts(wildcard.getAnnotatedLowerBounds());
            String upper = texts(wildcard.getAnnotatedUpperBounds());
            return lower.isEmpty() ? (upper.equals("Object") ? "?" : "? extends " + upper) : "? super " + lower;
        }
        return name(type.getType());
    }

    private static String name(Type type) {
        return type instanceof Class<?> known ? known.getSimpleName() : type.getTypeName();
    }

    /** Each line of a member with its type before it, so that a line says where it belongs. */
    private static Set<String> members(List<String> lines) {
        Set<String> members = new LinkedHashSet<>();
        String type = "";
        for (String line : lines) {
            if (line.startsWith(" ")) {
                members.add(type + ":" + line.substring(3));
            } else {
                type = line.replaceFirst("^.*?(org\\.carnetcrm[\\w.$]*).*$", "$1");
                members.add(line);
            }
        }
        return members;
    }
}
