package org.carnetcrm.sample.telling;

import java.util.Map;
import java.util.TreeMap;

/**
 * A text that is not yet in a language.
 *
 * @param key the key of the text
 * @param arguments what fills it in, by name: words, numbers, dates, amounts or other phrases
 */
public record Phrase(String key, Map<String, Object> arguments) {

    /** Keeps the arguments unmodifiable. */
    public Phrase {
        arguments = Map.copyOf(arguments);
    }

    /** Makes a phrase that nothing fills in yet. */
    public static Phrase of(String key) {
        return new Phrase(key, Map.of());
    }

    /** Gives the phrase with one more argument. */
    public Phrase with(String argument, Object value) {
        Map<String, Object> more = new TreeMap<>(arguments);
        more.put(argument, value);
        return new Phrase(key, more);
    }
}
