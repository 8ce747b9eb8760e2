package org.carnetcrm.reporting;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carnetcrm.choice.Choice;

/**
 * What a row is called in each language.
 *
 * @param byLanguage the names by ISO 639 code, at least one; the empty code stands for any language
 */
public record Caption(SortedMap<String, String> byLanguage) {

    private static final String ANY = "";

    /** Keeps the names unmodifiable; refuses none at all. */
    public Caption {
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a caption has no name in any language");
        }
    }

    /** Makes a name for any language. */
    public static Caption of(String name) {
        SortedMap<String, String> one = new TreeMap<>();
        one.put(ANY, name);
        return new Caption(one);
    }

    /** Gives the name in a language; without one the name for any language, and else the first. */
    public String in(Locale locale) {
        String name = byLanguage.get(locale.getLanguage());
        if (name == null) {
            name = byLanguage.get(ANY);
        }
        return name != null ? name : byLanguage.values().iterator().next();
    }

    static Caption of(Choice choice) {
        return new Caption(choice.entry().labels().byLanguage());
    }

    static Caption ofText(String key) {
        SortedMap<String, String> names = new TreeMap<>();
        for (String language : Texts.LANGUAGES) {
            names.put(language, Texts.text(key, new Locale(language)));
        }
        return new Caption(names);
    }
}
