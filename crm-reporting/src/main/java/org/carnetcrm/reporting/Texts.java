package org.carnetcrm.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of reports by language. */
final class Texts {

    /** The languages that there are texts for; the first serves every other. */
    static final List<String> LANGUAGES = List.of("en", "fr", "nl");

    private static final Map<String, Properties> TEXTS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Texts::load));

    private Texts() {}

    /** Gives the text of a key; one that there is no text for is a mistake of ours. */
    static String text(String key, Locale locale) {
        String text = find(key, locale);
        if (text == null) {
            throw new IllegalArgumentException("no text has the key " + key);
        }
        return text;
    }

    /** Gives the text of a key with its arguments put in. */
    static String text(String key, Locale locale, Map<String, String> arguments) {
        String text = text(key, locale);
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return text;
    }

    /** Gives the text of a key that a host may have chosen, or nothing. */
    static @Nullable String find(String key, Locale locale) {
        return texts(language(locale)).getProperty(key);
    }

    /** Gives the language that a locale is served in. */
    static String language(Locale locale) {
        return LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : LANGUAGES.get(0);
    }

    static Properties texts(String language) {
        return Objects.requireNonNull(TEXTS.get(language));
    }

    private static Properties load(String language) {
        String file = "texts_" + language + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
