package org.carnetcrm.problem;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The root of all exceptions that Carnet throws for a reason that a caller may handle. */
public abstract class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    @SuppressWarnings("serial") // an unmodifiable map of strings
    private final Map<String, String> arguments;

    CrmException(String key, Map<String, String> arguments, @Nullable Throwable cause) {
        super(Messages.text(key, arguments, Locale.ENGLISH), cause);
        this.key = key;
        this.arguments = Map.copyOf(arguments);
    }

    CrmException(String key, Map<String, String> arguments, String message) {
        super(message);
        this.key = key;
        this.arguments = Map.copyOf(arguments);
    }

    /** Gives the key of the message, stable from version to version. */
    public String key() {
        return key;
    }

    /** Gives what the message is filled in with, by name; unmodifiable, and the same in every language. */
    public Map<String, String> arguments() {
        return arguments;
    }

    /** Gives the message in a language: English, French or Dutch, and English for any other. */
    public String messageIn(Locale locale) {
        return Messages.text(key, arguments, locale);
    }
}
