package org.carnetcrm.problem;

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

/** The texts of problems by language; {@code {name}} in a text stands for the argument of that name. */
final class Messages {

    /** The languages that there are texts for; the first serves every other. */
    static final List<String> LANGUAGES = List.of("en", "fr", "nl");

    private static final Map<String, Properties> TEXTS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Messages::load));

    private Messages() {}

    static String text(String key, Map<String, String> arguments, Locale locale) {
        String text = texts(locale.getLanguage()).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no message has the key " + key);
        }
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return text;
    }

    static Properties texts(String language) {
        return Objects.requireNonNull(TEXTS.get(LANGUAGES.contains(language) ? language : LANGUAGES.get(0)));
    }

    private static Properties load(String language) {
        String file = "messages_" + language + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
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
