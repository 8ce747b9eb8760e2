package org.carnetcrm.input;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.carnetcrm.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Checks drafts with the Jakarta Validation provider that the host has. Costly to make and safe for many threads: one
 * lives as long as the setup of a CRM.
 */
public final class DraftChecker {

    private static final Set<String> UNUSED = Set.of("message", "groups", "payload", "required");

    private final Validator validator;

    private DraftChecker(Validator validator) {
        this.validator = validator;
    }

    /** Makes a checker from the provider found on the class path; throws when there is none. */
    public static DraftChecker create() {
        return new DraftChecker(Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new KeyInterpolator())
                .buildValidatorFactory()
                .getValidator());
    }

    /** Gives the problems of a draft by its constraints alone, in alphabetical order of their paths. */
    public List<Problem> check(Object draft) {
        List<Problem> problems = new ArrayList<>();
        for (ConstraintViolation<Object> violation : validator.validate(draft)) {
            problems.add(problem(violation));
        }
        problems.sort(Comparator.comparing(Problem::path).thenComparing(Problem::key));
        return problems;
    }

    private static Problem problem(ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        Map<String, String> arguments = new TreeMap<>();
        attributes.forEach((name, attribute) -> {
            boolean unbounded = attribute.equals(Integer.MAX_VALUE);
            if (!unbounded && !UNUSED.contains(name)) {
                arguments.put(name, attribute.toString());
            }
        });
        return new Problem(
                violation.getPropertyPath().toString(),
                shown(violation.getInvalidValue(), violation),
                violation.getMessageTemplate(),
                arguments);
    }

    private static @Nullable String shown(@Nullable Object value, ConstraintViolation<?> violation) {
        if (value == null) {
            return null;
        }
        boolean secret = violation.getConstraintDescriptor().getAnnotation() instanceof Prose;
        return secret ? Integer.toString(value.toString().strip().length()) : value.toString();
    }

    /** Leaves the key as it is: the texts are ours, in the actor's language, and need no expression language. */
    private static final class KeyInterpolator implements MessageInterpolator {

        @Override
        public String interpolate(String key, Context context) {
            return key;
        }

        @Override
        public String interpolate(String key, Context context, Locale locale) {
            return key;
        }
    }
}
