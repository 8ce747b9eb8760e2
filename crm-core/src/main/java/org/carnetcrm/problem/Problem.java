package org.carnetcrm.problem;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what came in.
 *
 * @param path where it stands, such as {@code probability} or {@code [3].subject} in a list of drafts
 * @param value what was given, shortened when long and without what would tear a log or a page; missing when nothing
 *     was given. Of a text that may hold secrets only the length is told
 * @param key the key of the message, stable from version to version
 * @param arguments what the message is filled in with, by name
 */
public record Problem(String path, @Nullable String value, String key, Map<String, String> arguments) {

    private static final int SHOWN = 80;

    /**
     * Control characters, separators of lines, lone surrogates, and the characters that turn the direction of the text
     * around them: they would tear a log or a page.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    /** Shortens a long value, keeps the arguments unmodifiable and in the order of their names. */
    public Problem {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(key, "key");
        value = value == null ? null : UNPRINTABLE.matcher(value).replaceAll("\uFFFD");
        if (value != null && value.length() > SHOWN) {
            int end = Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
            value = value.substring(0, end) + "…";
        }
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    /** Makes a problem whose message needs nothing but the value. */
    public static Problem of(String path, @Nullable Object value, String key) {
        return new Problem(path, value == null ? null : value.toString(), key, Map.of());
    }

    /** Gives the same problem with one more argument of its message. */
    public Problem with(String argument, Object text) {
        Map<String, String> more = new TreeMap<>(arguments);
        more.put(argument, text.toString());
        return new Problem(path, value, key, more);
    }

    /** Gives the same problem found below a path: {@code [3]} before {@code subject} gives {@code [3].subject}. */
    public Problem below(String parent) {
        return parent.isEmpty() ? this : new Problem(parent + "." + path, value, key, arguments);
    }

    /** Gives the message in a language: English, French or Dutch, and English for any other. */
    public String message(Locale locale) {
        Map<String, String> all = new TreeMap<>(arguments);
        all.put("value", value == null ? "" : value);
        return Messages.text(key, all, locale);
    }
}
