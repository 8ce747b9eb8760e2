package org.carnetcrm.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What came in cannot be accepted; carries every problem that was found, and nothing was changed. */
public final class InvalidException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Makes the exception from at least one problem, with its message in a language. */
    public InvalidException(List<Problem> problems, Locale locale) {
        super("invalid", Map.of(), lines(problems, locale));
        this.problems = List.copyOf(problems);
    }

    /** Makes the exception from one problem, with its message in English. */
    public static InvalidException of(Problem problem) {
        return new InvalidException(List.of(problem), Locale.ENGLISH);
    }

    /**
     * Gives the problems: of each draft first those that it has by itself, in alphabetical order of their paths, then those
     * that only the store can tell.
     */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String messageIn(Locale locale) {
        return lines(problems, locale);
    }

    private static String lines(List<Problem> problems, Locale locale) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an invalid input has at least one problem");
        }
        return problems.stream()
                .map(problem -> problem.path() + ": " + problem.message(locale))
                .collect(Collectors.joining("; "));
    }
}
